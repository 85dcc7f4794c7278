import HTTPServer
import Postgres

enum AnswerHandlers {
    static func choose(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.commentID()
        try context.spend(context.application.limits.votes(writer))
        let (_, changes, target) = try context.database.fetch(
            .lockPost(of: id), .chooseAnswer(id, by: writer.member), .answerTarget(id, for: writer.member))
        return try answer(target, changes, isToBe: true, context, writer)
    }

    static func end(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.commentID()
        try context.spend(context.application.limits.votes(writer))
        let (_, changes, target) = try context.database.fetch(
            .lockPost(of: id), .endAnswer(id, by: writer.member), .answerTarget(id, for: writer.member))
        return try answer(target, changes, isToBe: false, context, writer)
    }

    private static func answer(
        _ target: AnswerTarget?, _ changes: Int, isToBe: Bool, _ context: Context, _ writer: Writer
    ) throws -> Response {
        guard let target else { throw NotFound() }
        try target.check()
        if changes > 0 {
            context.changed(post: target.number, in: target.community, tags: target.tags, by: writer.member)
            context.changed(.member(target.asker))
        }
        return context.redirect(
            to: target.path, flash: changes == 0 ? nil : isToBe ? .answerChosen : .answerTakenBack)
    }
}

extension AnswerTarget {
    /// - Throws: why this member may not choose.
    fileprivate func check() throws {
        if state == .removed { throw PostRemoved(reason: removalReason, community: community) }
        if !isPublished { throw CommentRemoved(path: path) }
        if kind != .question { throw AnswerError.notAQuestion(path: path) }
        if !isChooser { throw AnswerError.notYours(path: path) }
        if isClosed || state != .published { throw AnswerError.isClosed(path: path) }
    }
}
