import HTTPServer
import Postgres

/// What a member follows and muted, with a way to undo each.
enum AttentionListHandlers {
    static func follows(_ context: Context, member: Member) throws -> Response {
        try list(.follow, context, member)
    }

    static func mutes(_ context: Context, member: Member) throws -> Response {
        try list(.mute, context, member)
    }

    private static func list(_ attention: Attention, _ context: Context, _ member: Member) throws -> Response {
        let after = try context.cursor { ID<Attention>(text: $0) }
        let found = try context.database.fetch(.attended(attention, by: member, after: after))
        return context.page(AttentionListPage(attention, found, isFirst: after == nil, around: context.around))
    }

    static func endFollow(_ context: Context, member: Member) throws -> Response {
        try end(.follow, "follow", context, member)
    }

    static func endMute(_ context: Context, member: Member) throws -> Response {
        try end(.mute, "mute", context, member)
    }

    private static func end(
        _ attention: Attention, _ parameter: String, _ context: Context, _ member: Member
    ) throws -> Response {
        let id = try context.parameter(parameter, as: ID<Attention>.self)
        _ = try context.database.fetch(.end(attention, id, by: member))
        return attention == .follow
            ? context.redirect(to: FollowingPaths.follows, flash: .unfollowed)
            : context.redirect(to: FollowingPaths.mutes, flash: .unmuted)
    }
}
