import Cryptography
import HTTPServer
import Postgres

/// Inviting by a link.
enum InvitationLinkHandlers {
    static func create(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let form = context.request.form
        guard let id = form["id"].flatMap(InvitationLink.ID.init(text:)) else {
            return context.redirect(to: MembershipPaths.invitations(community))
        }
        let place = try context.keptPlace(for: writer.member)
        if place.isArchived { throw MembershipError.isClosed }
        let mostUses = form["most"].flatMap(Int.init).flatMap { (1...1_000).contains($0) ? $0 : nil }
        try context.spend(context.application.limits.writing(writer))
        let token = Token()
        let made = try context.database.fetch(
            .makeLink(id, token.storedForm, to: community, mostUses: mostUses, by: writer.member))
        guard made > 0 else { return context.redirect(to: MembershipPaths.invitations(community)) }
        let link = "\(context.site.origin)\(MembershipPaths.invitation)?token=\(token.text)"
        return try InvitationHandlers.show(context, writer, FormMistakes(), .created, link: link)
    }

    static func revoke(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.parameter("link", as: InvitationLink.ID.self)
        let community = try context.parameter("community")
        let (_, place) = try context.database.fetch(
            .revoke(id, of: community, by: writer.member), .keptPlace(community, for: writer.member))
        _ = try context.kept(place)
        return context.redirect(to: MembershipPaths.invitations(community), flash: .invitationRevoked)
    }

    /// Opening a link joins nothing yet: mail programs open links too.
    static func open(_ context: Context, member: Member) throws -> Response {
        guard let token = context.request.query["token"].flatMap(Token.init),
            let place = try context.database.fetch(.linkedPlace(token.storedForm, for: member))
        else { throw InvitationSpent() }
        if let elsewhere = try lead(place, context) { return elsewhere }
        return context.page(LinkedPlacePage(place, token: token.text, around: context.around))
    }

    static func accept(_ context: Context, member: Member) throws -> Response {
        guard let token = context.request.form["token"].flatMap(Token.init) else { throw InvitationSpent() }
        let (_, joined, after) = try context.database.fetch(
            .lockCommunity(ofLink: token.storedForm), .join(byLink: token.storedForm, as: member),
            .linkedPlace(token.storedForm, for: member))
        guard let after else { throw InvitationSpent() }
        guard let there = try lead(after, context, flash: joined > 0 ? .joined : nil) else { throw InvitationSpent() }
        if joined > 0 { context.changed(.community(after.slug), .communities) }
        return there
    }

    /// Where the link's community is for who is in it already; `nil` for who may join.
    ///
    /// - Throws: why nobody joins by it.
    private static func lead(_ place: LinkedPlace, _ context: Context, flash: FlashCode? = nil) throws -> Response? {
        switch place.role {
        case .banned: throw MembershipError.isBanned
        case .owner, .moderator, .member:
            return context.redirect(to: CommunityPaths.community(place.slug), flash: flash)
        case nil:
            guard place.isUsable else { throw InvitationSpent() }
            return nil
        }
    }
}
