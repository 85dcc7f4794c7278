import HTTPServer
import Postgres

/// What moderators do with a comment.
enum CommentModerationHandlers {
    static func page(_ context: Context, writer: Writer) throws -> Response {
        let comment = try context.database.fetch(.governedComment(context.commentID(), for: writer.member))
        return try show(comment, context, typed: nil)
    }

    static func takeDown(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.commentID()
        let typed = TypedReason(context.request.form)
        guard let found = try context.database.fetch(.governedComment(id, for: writer.member)) else {
            throw NotFound()
        }
        try found.check()
        guard let reason = typed.reason(in: found.place.rules) else { return try show(found, context, typed: typed) }
        let (_, _, changes, comment) = try context.database.fetch(
            .lockPost(of: id), .lockComment(id), .takeDown(id, because: reason, by: writer.member),
            .governedComment(id, for: writer.member))
        guard let comment else { throw NotFound() }
        tell(comment, changes, context, writer)
        return context.redirect(to: comment.path, flash: changes > 0 ? .commentTakenDown : nil)
    }

    static func restore(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.commentID()
        let (_, _, changes, comment) = try context.database.fetch(
            .lockPost(of: id), .lockComment(id), .restore(id, by: writer.member),
            .governedComment(id, for: writer.member))
        guard let comment else { throw NotFound() }
        try comment.check()
        tell(comment, changes, context, writer)
        return context.redirect(to: comment.path, flash: changes > 0 ? .commentRestored : nil)
    }

    private static func tell(_ comment: GovernedComment, _ changes: Int, _ context: Context, _ writer: Writer) {
        context.changed(comment.place, changes, by: writer)
        if changes > 0 { context.changed(.member(comment.author.username)) }
    }

    private static func show(
        _ comment: GovernedComment?, _ context: Context, typed: TypedReason?
    ) throws -> Response {
        guard let comment else { throw NotFound() }
        try comment.check()
        let page = ModerationPage(comment, typed: typed, around: context.around, wording: context.wording)
        return context.page(page, status: typed == nil ? .ok : .unprocessableContent)
    }
}

extension GovernedComment {
    /// - Throws: that it or its post was removed or withdrawn, or why this member may not moderate it.
    fileprivate func check() throws {
        if let postRemoval { throw PostRemoved(reason: postRemoval.reason, community: place.community) }
        guard place.isModerator else {
            throw removal == nil
                ? ModerationRefusal.notAModerator(path: path) : CommentRemoved(path: path) as any Error
        }
        if let removal, removal.isWithdrawn { throw CommentRemoved(path: path) }
    }
}
