import HTTPServer
import Postgres

/// Changing one's own post.
enum PostEditingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.postID()
        let (post, poll) = try context.database.fetch(
            .editablePost(id, for: writer.member), .poll(of: id, for: writer.member))
        guard let post else { throw NotFound() }
        try post.check(writer)
        let page = PostFormPage(
            editing: post, fields: PostFields(post), poll: poll?.openFields, checked: nil, revision: post.revision,
            newest: nil, around: context.around)
        return context.page(page)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        try context.keepingWords {
            let edit = PostEdit(id: try context.postID(), context.request.form, try context.bodyRules(for: writer))
            guard WritingAct(context.request.form) == .save, let text = edit.checked.text else {
                let (post, poll) = try context.database.fetch(
                    .editablePost(edit.id, for: writer.member), .poll(of: edit.id, for: writer.member))
                guard let post else { throw NotFound() }
                return try show(post, poll, edit, context, writer)
            }
            try context.spend(context.application.limits.writing(writer))
            let (asked, oldTags, post, poll) = try revise(edit, text, context, writer)
            guard let post else { throw NotFound() }
            guard oldTags != nil || post.author == writer.id && post.says(text) && edit.says(poll) else {
                return try show(post, poll, edit, context, writer)
            }
            let place = post.place
            context.changed(
                post: place.number, in: place.community.slug, tags: place.tags + (oldTags ?? []), by: writer.member)
            let path = place.state == .inReview ? place.community.path : place.path
            return context.redirect(to: path, flash: oldTags == nil && asked == 0 ? nil : .edited)
        }
    }

    /// - Returns: whether a poll asks something else now; the tags the post had, when its words are others now; and
    ///   the post with its poll as they are now.
    private static func revise(
        _ edit: PostEdit, _ text: PostText, _ context: Context, _ writer: Writer
    ) throws -> (Int, [String]?, EditablePost?, Poll?) {
        let (id, member) = (edit.id, writer.member)
        guard let poll = edit.checked.poll else {
            let (_, _, oldTags, _, post, poll) = try context.database.fetch(
                .lockCommunity(of: id), .lockPost(id), .revise(id, from: edit.revision, to: text, by: member),
                .claim(for: id, text.body, by: member), .editablePost(id, for: member), .poll(of: id, for: member))
            return (0, oldTags, post, poll)
        }
        let (_, _, _, asked, oldTags, _, post, now) = try context.database.fetch(
            .lockCommunity(of: id), .lockPost(id), .lockPoll(id),
            .revisePoll(id, from: edit.revision, to: poll, by: member),
            .revise(id, from: edit.revision, to: text, asking: poll, by: member),
            .claim(for: id, text.body, by: member), .editablePost(id, for: member), .poll(of: id, for: member))
        return (asked, oldTags, post, now)
    }

    /// The form again; with the newest words beside it when the post was changed since the form was opened.
    private static func show(
        _ post: EditablePost, _ poll: Poll?, _ edit: PostEdit, _ context: Context, _ writer: Writer
    ) throws -> Response {
        try post.check(writer)
        let newest = edit.revision == post.revision ? nil : PostFields(post)
        // Somebody has voted since the form was opened: what they voted for stays.
        let isFixed = edit.poll != nil && poll != nil && poll?.openFields == nil && !edit.says(poll)
        let page = PostFormPage(
            editing: post, fields: edit.fields, poll: poll?.openFields == nil ? nil : edit.poll ?? poll?.openFields,
            checked: edit.checked, revision: post.revision, newest: newest,
            problem: isFixed
                ? "Somebody has voted meanwhile, so the choices stay as they are. Nothing else is saved yet." : nil,
            around: context.around)
        let status: HTTPStatus =
            newest != nil || isFixed ? .conflict : edit.checked.faults.isEmpty ? .ok : .unprocessableContent
        return context.page(page, status: status)
    }
}

/// A post's form that was sent to change it.
private struct PostEdit {
    let id: Post.ID
    let fields: PostFields
    let revision: Int
    /// `nil` when the form had none of a poll's fields.
    let poll: PollFields?
    let checked: CheckedPost

    init(id: Post.ID, _ form: FormFields, _ rules: BodyRules) {
        self.id = id
        fields = PostFields(form)
        revision = Context.number(form["revision"] ?? "")
        poll = form["choices"] == nil ? nil : PollFields(form)
        var checked = fields.check(rules)
        if let poll {
            checked.poll = poll.check(&checked.faults)
            if checked.poll == nil { checked.text = nil }
        }
        self.checked = checked
    }

    /// Whether what it asks is what the poll asks.
    func says(_ poll: Poll?) -> Bool { checked.poll == nil || checked.poll == poll?.text }
}

extension Poll {
    /// The fields of its form, while its choices can be changed.
    fileprivate var openFields: PollFields? { voters == 0 ? PollFields(self) : nil }
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
