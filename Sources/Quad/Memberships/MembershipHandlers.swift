import HTTPServer
import Postgres

enum MembershipHandlers {
    static func join(_ context: Context, member: Member) throws -> Response {
        let community = try context.parameter("community")
        let (_, changes, after) = try context.database.fetch(
            .lockCommunity(community), .join(community, as: member), .standing(of: member, in: community))
        guard let after else { throw NotFound() }
        switch after.role {
        case .banned: throw MembershipError.isBanned
        case nil: throw after.isArchived ? MembershipError.isClosed : .byInvitation
        case .owner, .moderator, .member: break
        }
        if changes > 0 { context.changed(.community(community), .communities) }
        let back = ReturnPath(context.request.form["to"])?.text ?? CommunityPaths.community(community)
        return context.redirect(to: back, flash: .joined)
    }

    static func leave(_ context: Context, member: Member) throws -> Response {
        let community = try context.parameter("community")
        let (_, before, changes, after) = try context.database.fetch(
            .lockCommunity(community), .standing(of: member, in: community), .leave(community, as: member),
            .standing(of: member, in: community))
        guard let before else { throw NotFound() }
        if before.role == .owner { throw MembershipError.isOwner }
        if changes > 0 { context.changed(.community(community), .communities) }
        // Who leaves a community that only its members read has left its page as well.
        let back = after == nil ? CommunityPaths.all : CommunityPaths.community(community)
        return context.redirect(to: back, flash: .left)
    }
}
