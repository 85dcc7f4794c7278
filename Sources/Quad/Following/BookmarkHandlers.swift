import HTTPServer
import Postgres

/// Keeping posts and comments for later.
enum BookmarkHandlers {
    static func list(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { ID<Bookmark>(text: $0) }
        let found = try context.database.fetch(.bookmarks(of: member, after: after))
        return context.page(
            BookmarksPage(found, isFirst: after == nil, around: context.around, wording: context.wording))
    }

    static func keepPost(_ context: Context, member: Member) throws -> Response {
        try change(.post(context.postID()), context, member)
    }

    static func keepComment(_ context: Context, member: Member) throws -> Response {
        try change(.comment(context.commentID()), context, member)
    }

    private static func change(
        _ subject: BookmarkSubject, _ context: Context, _ member: Member
    ) throws -> Response {
        let wanted = try context.wantsMore()
        let (_, target) = try context.database.fetch(
            wanted ? .keep(subject, by: member) : .release(subject, by: member), .bookmarkTarget(subject, for: member))
        guard let target else { throw NotFound() }
        guard target.isKept == wanted else { throw AttentionError.tooManyBookmarks }
        let back = ReturnPath(context.request.form["to"])?.text ?? target.path
        return context.redirect(to: back, flash: wanted ? .saved : .released)
    }

    static func end(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("bookmark", as: ID<Bookmark>.self)
        _ = try context.database.fetch(.release(id, by: member))
        return context.redirect(to: FollowingPaths.bookmarks, flash: .released)
    }
}
