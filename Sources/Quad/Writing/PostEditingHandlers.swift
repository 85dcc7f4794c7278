import HTTPServer
import Postgres

/// Changing one's own post.
enum PostEditingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let post = try context.database.fetch(.editablePost(context.postID(), for: writer.member))
        guard let post else { throw NotFound() }
        try post.check(writer)
        let page = PostFormPage(
            editing: post, fields: PostFields(post), checked: nil, revision: post.revision, newest: nil,
            around: context.around)
        return context.page(page)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        try context.keepingWords {
            let id = try context.postID()
            let fields = PostFields(context.request.form)
            let revision = Context.number(context.request.form["revision"] ?? "")
            let checked = fields.check(try context.bodyRules(for: writer))
            guard WritingAct(context.request.form) == .save, let text = checked.text else {
                guard let post = try context.database.fetch(.editablePost(id, for: writer.member)) else {
                    throw NotFound()
                }
                return try show(post, fields, checked, from: revision, context, writer)
            }
            try context.spend(context.application.limits.writing(writer))
            let (_, _, oldTags, _, post) = try context.database.fetch(
                .lockCommunity(of: id), .lockPost(id), .revise(id, from: revision, to: text, by: writer.member),
                .claim(for: id, text.body, by: writer.member), .editablePost(id, for: writer.member))
            guard let post else { throw NotFound() }
            guard oldTags != nil || post.author == writer.id && post.says(text) else {
                return try show(post, fields, checked, from: revision, context, writer)
            }
            let place = post.place
            context.changed(
                post: place.number, in: place.community.slug, tags: place.tags + (oldTags ?? []), by: writer.member)
            let path = place.state == .inReview ? place.community.path : place.path
            return context.redirect(to: path, flash: oldTags == nil ? nil : .edited)
        }
    }

    /// The form again; with the newest words beside it when the post was changed since the form was opened.
    private static func show(
        _ post: EditablePost, _ fields: PostFields, _ checked: CheckedPost, from revision: Int, _ context: Context,
        _ writer: Writer
    ) throws -> Response {
        try post.check(writer)
        let newest = revision == post.revision ? nil : PostFields(post)
        let page = PostFormPage(
            editing: post, fields: fields, checked: checked, revision: post.revision, newest: newest,
            around: context.around)
        let status: HTTPStatus =
            newest != nil ? .conflict : checked.faults.isEmpty ? .ok : .unprocessableContent
        return context.page(page, status: status)
    }
}

extension EditablePost {
    /// - Throws: why the writer may not change it.
    fileprivate func check(_ writer: Writer) throws {
        if place.state != .removed, author != writer.id { throw WritingRefusal.notYours(path: place.path) }
        if place.state == .removed {
            throw PostRemoved(reason: place.removalReason, community: place.community.slug)
        }
        try place.checkEditing()
    }

    /// Whether this is what stands there already.
    fileprivate func says(_ text: PostText) -> Bool {
        place.state != .removed && place.title == text.title.text && source == text.body.source
            && place.tags == text.tags
    }
}

extension PostFields {
    fileprivate init(_ post: EditablePost) {
        self.init(
            title: post.place.title, body: post.source, tags: post.place.tags.map { "#" + $0 }.joined(separator: " "))
    }
}
