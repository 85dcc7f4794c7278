import HTTPServer
import Postgres

/// Inviting by name, and answering.
enum InvitationHandlers {
    static func invitations(_ context: Context, writer: Writer) throws -> Response {
        try show(context, writer)
    }

    static func invite(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let typed = context.request.form["username"] ?? ""
        var mistakes = FormMistakes()
        let username = mistakes.check("username") { () throws(CommunityFault) in try Self.username(typed) }
        guard let username else { return try show(context, writer, username: typed, mistakes, .unprocessableContent) }
        let place = try context.keptPlace(for: writer.member)
        if place.isArchived { throw MembershipError.isClosed }
        try context.spend(context.application.limits.writing(writer))
        let (invitee, _) = try context.database.fetch(
            .invitee(username, to: community), .invite(Invitation.ID(), username, to: community, by: writer.member))
        switch invitee?.role {
        case .banned: mistakes.add(Self.isBanned, to: "username")
        case .owner, .moderator, .member: mistakes.add(Self.isMember, to: "username")
        case nil: return context.redirect(to: MembershipPaths.invitations(community), flash: .invited)
        }
        return try show(context, writer, username: typed, mistakes, .conflict)
    }

    private static func username(_ typed: String) throws(CommunityFault) -> Username {
        do { return try Username(typed) } catch {
            throw CommunityFault(
                message: "That’s no username. It stands on a profile behind the @, such as @bo.li.",
                summary: "Give a username")
        }
    }

    private static let isBanned = CommunityFault(
        message: "This person was sent out. Lift the ban first, on the members’ page.", summary: "Lift the ban first")
    private static let isMember = CommunityFault(
        message: "This person is a member already.", summary: "Name somebody else")

    static func revoke(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.parameter("invitation", as: Invitation.ID.self)
        let community = try context.parameter("community")
        let (_, place) = try context.database.fetch(
            .revoke(id, of: community, by: writer.member), .keptPlace(community, for: writer.member))
        _ = try context.kept(place)
        return context.redirect(to: MembershipPaths.invitations(community), flash: .invitationRevoked)
    }

    static func accept(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("invitation", as: Invitation.ID.self)
        let community = context.request.form["community"] ?? ""
        let (_, joined, after) = try context.database.fetch(
            .lockCommunity(of: id), .accept(id, as: member), .standing(of: member, in: community))
        // The form says which one it is; the second of two clicks finds its member there.
        guard let after, let role = after.role else { throw InvitationSpent() }
        if role == .banned { throw MembershipError.isBanned }
        if joined > 0 { context.changed(.community(community), .communities) }
        return context.redirect(to: CommunityPaths.community(community), flash: .joined)
    }

    static func decline(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("invitation", as: Invitation.ID.self)
        _ = try context.database.fetch(.decline(id, as: member))
        return context.redirect(to: CommunityPaths.all, flash: .invitationDeclined)
    }

    /// Everything about how people come in.
    ///
    /// - Parameter link: a new link, shown this once.
    static func show(
        _ context: Context, _ writer: Writer, username: String = "", _ mistakes: FormMistakes = FormMistakes(),
        _ status: HTTPStatus = .ok, link: String? = nil
    ) throws -> Response {
        let community = try context.parameter("community")
        let (place, asks, invitations, links) = try context.database.fetch(
            .keptPlace(community, for: writer.member), .asks(of: community, for: writer.member),
            .invitations(of: community, for: writer.member), .invitationLinks(of: community, for: writer.member))
        let page = InvitationsPage(
            try context.kept(place), asks, invitations, links, username: username, mistakes, link: link,
            around: context.around, wording: context.wording)
        return context.page(page, status: status)
    }
}

/// An invitation that lets nobody in any more.
struct InvitationSpent: ResponseError {
    var status: HTTPStatus { .gone }
    var message: String? { "This invitation doesn’t work any more" }
    var advice: String? { "It was used up, taken back, or is too old. Ask who sent it for a new one." }
}
