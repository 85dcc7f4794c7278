import HTTPServer
import Postgres

/// Every version of a text, and what changed from one to the next.
enum HistoryHandlers {
    /// Versions on one page: each costs a comparison.
    static let pageSize = 5

    static func post(_ context: Context) throws -> Response {
        let id = try context.postID()
        let before = try context.revisionCursor()
        let (subject, versions) = try context.database.fetch(
            .history(of: id, for: context.viewer),
            .versions(of: id, before: before, for: context.viewer, limit: pageSize + 1))
        guard let subject else { throw NotFound() }
        guard !subject.isRemoved else {
            throw PostRemoved(reason: subject.removalReason, community: subject.community)
        }
        return try show(subject, versions, at: WritingPaths.history(of: id), isFirst: before == nil, context)
    }

    static func comment(_ context: Context) throws -> Response {
        let id = try context.commentID()
        let before = try context.revisionCursor()
        let (subject, versions) = try context.database.fetch(
            .history(of: id, for: context.viewer),
            .versions(of: id, before: before, for: context.viewer, limit: pageSize + 1))
        guard let subject else { throw NotFound() }
        guard !subject.isPostRemoved else {
            throw PostRemoved(reason: subject.removalReason, community: subject.community)
        }
        guard !subject.isRemoved else { throw CommentRemoved(path: subject.path) }
        return try show(subject, versions, at: WritingPaths.history(of: id), isFirst: before == nil, context)
    }

    private static func show(
        _ subject: HistorySubject, _ versions: [WrittenVersion], at path: String, isFirst: Bool, _ context: Context
    ) throws -> Response {
        guard !versions.isEmpty else { throw NotFound() }
        let page = HistoryPage(
            subject, versions, at: path, isFirst: isFirst, around: context.around, wording: context.wording)
        return context.page(
            page, showing: .post(subject.postNumber, in: subject.community), .community(subject.community))
    }
}

extension Context {
    fileprivate func revisionCursor() throws -> Int? {
        try cursor { text in
            let number = Context.number(text)
            return number > 1 && String(number) == text ? number : nil
        }
    }
}
