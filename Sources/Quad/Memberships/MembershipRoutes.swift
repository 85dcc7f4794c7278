extension [Route] {
    static let memberships: [Route] = [
        .post("/c/:community/memberships", for: .member, MembershipHandlers.join),
        .post("/c/:community/memberships/end", for: .member, MembershipHandlers.leave),
        .get("/c/:community/members", for: .member, MembersHandlers.members),
        .get("/c/:community/members/:member", for: .writer, MembersHandlers.one),
        .post("/c/:community/members/:member/moderation", for: .writer, MembersHandlers.makeModerator),
        .post("/c/:community/members/:member/moderation/end", for: .writer, MembersHandlers.unmakeModerator),
        .post("/c/:community/members/:member/removal", for: .writer, MembersHandlers.remove),
        .post("/c/:community/members/:member/ban", for: .writer, keepsForm: true, MembersHandlers.ban),
        .post("/c/:community/members/:member/ban/end", for: .writer, MembersHandlers.liftBan),
        .post("/c/:community/asks", for: .writer, keepsForm: true, AskHandlers.ask),
        .post("/c/:community/asks/end", for: .member, AskHandlers.takeBack),
        .post("/c/:community/asks/:member/acceptance", for: .writer, AskHandlers.accept),
        .post("/c/:community/asks/:member/decline", for: .writer, AskHandlers.decline),
        .get("/c/:community/invitations", for: .writer, InvitationHandlers.invitations),
        .post("/c/:community/invitations", for: .writer, keepsForm: true, InvitationHandlers.invite),
        .post("/c/:community/invitations/:invitation/end", for: .writer, InvitationHandlers.revoke),
        .post("/c/:community/invitation-links", for: .writer, InvitationLinkHandlers.create),
        .post("/c/:community/invitation-links/:link/end", for: .writer, InvitationLinkHandlers.revoke),
        .post("/invitations/:invitation/acceptance", for: .member, InvitationHandlers.accept),
        .post("/invitations/:invitation/decline", for: .member, InvitationHandlers.decline),
        .get("/invitation", for: .member, InvitationLinkHandlers.open),
        .post("/invitation", for: .member, InvitationLinkHandlers.accept),
    ]
}

/// Where one joins and leaves, and where those are led who are members.
enum MembershipPaths {
    static func join(_ community: String) -> String { "/c/\(community)/memberships" }
    static func leave(_ community: String) -> String { "/c/\(community)/memberships/end" }
    static func members(_ community: String) -> String { "/c/\(community)/members" }
    static func member(_ member: Member.ID, of community: String) -> String {
        "/c/\(community)/members/\(member.text)"
    }
    static func asks(_ community: String) -> String { "/c/\(community)/asks" }
    static func asksEnd(_ community: String) -> String { "/c/\(community)/asks/end" }
    static func ask(of member: Member.ID, _ community: String, _ answer: String) -> String {
        "/c/\(community)/asks/\(member.text)/\(answer)"
    }
    static func invitations(_ community: String) -> String { "/c/\(community)/invitations" }
    static func invitationEnd(_ invitation: Invitation.ID, of community: String) -> String {
        "/c/\(community)/invitations/\(invitation.text)/end"
    }
    static func links(_ community: String) -> String { "/c/\(community)/invitation-links" }
    static func linkEnd(_ link: InvitationLink.ID, of community: String) -> String {
        "/c/\(community)/invitation-links/\(link.text)/end"
    }
    static func acceptance(_ invitation: Invitation.ID) -> String { "/invitations/\(invitation.text)/acceptance" }
    static func decline(_ invitation: Invitation.ID) -> String { "/invitations/\(invitation.text)/decline" }
    static let invitation = "/invitation"
}
