import HTTPServer
import Postgres

/// Deleting one's own words. Whoever may read them may do so, also while silenced or where nothing can be added.
enum RemovalHandlers {
    static func confirmPost(_ context: Context, member: Member) throws -> Response {
        let post = try context.database.fetch(.editablePost(context.postID(), for: member))
        guard let post else { throw NotFound() }
        guard post.place.state != .removed else {
            throw PostRemoved(reason: post.place.removalReason, community: post.place.community.slug)
        }
        guard post.author == member.id else { throw WritingRefusal.notYours(path: post.place.path) }
        return context.page(RemovalPage(of: post.place, around: context.around))
    }

    static func removePost(_ context: Context, member: Member) throws -> Response {
        let id = try context.postID()
        let (_, _, _, post) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .withdraw(id, by: member), .editablePost(id, for: member))
        guard let post else { throw NotFound() }
        guard post.author == member.id else {
            if post.place.state != .removed { throw WritingRefusal.notYours(path: post.place.path) }
            throw PostRemoved(reason: post.place.removalReason, community: post.place.community.slug)
        }
        context.changed(post.place, by: member)
        return context.redirect(to: post.place.community.path, flash: .postDeleted)
    }

    static func confirmComment(_ context: Context, member: Member) throws -> Response {
        let comment = try context.database.fetch(.editableComment(context.commentID(), for: member))
        guard let comment else { throw NotFound() }
        try comment.place.checkStanding()
        let path = comment.place.path(toComment: comment.number)
        guard !comment.isRemoved else { throw CommentRemoved(path: path) }
        guard comment.author == member.id else { throw WritingRefusal.notYours(path: path) }
        return context.page(RemovalPage(of: comment, around: context.around))
    }

    static func removeComment(_ context: Context, member: Member) throws -> Response {
        let id = try context.commentID()
        let (_, _, _, comment) = try context.database.fetch(
            .lockPost(of: id), .lockComment(id), .withdraw(id, by: member), .editableComment(id, for: member))
        guard let comment else { throw NotFound() }
        try comment.place.checkStanding()
        let path = comment.place.path(toComment: comment.number)
        guard comment.author == member.id else {
            throw comment.isRemoved ? CommentRemoved(path: path) : WritingRefusal.notYours(path: path) as any Error
        }
        guard comment.isRemoved else {
            throw PostRemoved(reason: comment.place.removalReason, community: comment.place.community.slug)
        }
        context.changed(comment.place, by: member)
        return context.redirect(to: path, flash: .commentDeleted)
    }
}
