import HTTPServer
import Postgres

/// Changing one's own comment.
enum CommentEditingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let comment = try context.database.fetch(.editableComment(context.commentID(), for: writer.member))
        guard let comment else { throw NotFound() }
        try comment.check(writer)
        let page = CommentFormPage(
            editing: comment, typed: comment.source, checked: nil, newest: nil, around: context.around)
        return context.page(page)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        try context.keepingWords {
            let id = try context.commentID()
            let typed = context.request.form["body"] ?? ""
            let revision = Context.number(context.request.form["revision"] ?? "")
            let checked = CheckedComment(typed, try context.bodyRules(for: writer))
            guard WritingAct(context.request.form) == .save, let body = checked.body else {
                guard let comment = try context.database.fetch(.editableComment(id, for: writer.member)) else {
                    throw NotFound()
                }
                return try show(comment, typed, checked, from: revision, context, writer)
            }
            try context.spend(context.application.limits.writing(writer))
            let (_, revised, _, comment) = try context.database.fetch(
                .lockComment(id), .revise(id, from: revision, to: body, by: writer.member),
                .claim(for: id, body, by: writer.member),
                .editableComment(id, for: writer.member))
            guard let comment else { throw NotFound() }
            let isSaid = comment.author == writer.id && !comment.isRemoved && comment.source == body.source
            guard revised > 0 || isSaid else {
                return try show(comment, typed, checked, from: revision, context, writer)
            }
            context.changed(comment.place, by: writer.member)
            return context.redirect(
                to: comment.place.path(toComment: comment.number), flash: revised > 0 ? .edited : nil)
        }
    }

    /// The form again; with the newest words beside it when the comment was changed since the form was opened.
    private static func show(
        _ comment: EditableComment, _ typed: String, _ checked: CheckedComment, from revision: Int,
        _ context: Context, _ writer: Writer
    ) throws -> Response {
        try comment.check(writer)
        let newest = revision == comment.revision ? nil : comment.source
        let page = CommentFormPage(
            editing: comment, typed: typed, checked: checked, newest: newest, around: context.around)
        let status: HTTPStatus = newest != nil ? .conflict : checked.faults.isEmpty ? .ok : .unprocessableContent
        return context.page(page, status: status)
    }
}

extension EditableComment {
    /// - Throws: why the writer may not change it.
    fileprivate func check(_ writer: Writer) throws {
        try place.checkStanding()
        if isRemoved { throw CommentRemoved(path: place.path(toComment: number)) }
        if author != writer.id { throw WritingRefusal.notYours(path: place.path(toComment: number)) }
        try place.checkEditing()
    }
}

/// A comment that was there.
struct CommentRemoved: ResponseError {
    let path: String

    var status: HTTPStatus { .gone }
    var message: String? { "This comment was removed" }
    var advice: String? { "A line in the thread says where it stood." }
    var remedy: Choice? { Choice("Back to the post", path: path) }
}
