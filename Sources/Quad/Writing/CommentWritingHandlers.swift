import HTTPServer
import Postgres

/// Writing a new comment.
enum CommentWritingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        var form = CommentForm()
        form.parent = context.request.query["parent"].map(Context.number)
        return try show(form, nil, context, writer)
    }

    static func create(_ context: Context, writer: Writer) throws -> Response {
        try context.keepingWords {
            let form = CommentForm(context.request.form)
            let checked = form.check(try context.bodyRules(for: writer))
            guard WritingAct(context.request.form) == .post, let body = checked.body else {
                return try show(form, checked, context, writer)
            }
            guard let id = form.id else { return try show(form, checked, context, writer, isIncomplete: true) }
            let comment = NewComment(id: id, post: try context.postID(), parent: form.parent, body: body)
            return try publish(comment, form, checked, context, writer)
        }
    }

    private static func publish(
        _ comment: NewComment, _ form: CommentForm, _ checked: CheckedComment, _ context: Context, _ writer: Writer
    ) throws -> Response {
        do {
            try context.spend(context.application.limits.comments(writer, now: context.now))
        } catch {
            // A second click on what is published already is not one comment more.
            let (found, place) = try context.database.fetch(
                .writtenComment(comment.id), .postPlace(comment.post, for: writer.member))
            guard let found, let place, found.isBy(writer, on: comment.post) else { throw error }
            return context.redirect(to: place.path(toComment: found.number), flash: .commented)
        }
        let (_, _, _, _, found, place) = try context.database.fetch(
            .lockTurn(of: writer.member, on: comment.post), .lockPost(comment.post), .write(comment, by: writer.member),
            .claim(for: comment.id, comment.body, by: writer.member), .writtenComment(comment.id),
            .postPlace(comment.post, for: writer.member))
        guard let place else { throw NotFound() }
        guard let found else { return try show(form, checked, context, writer, isIncomplete: true) }
        guard found.isBy(writer, on: comment.post) else {
            var form = form
            form.id = nil
            return try show(form, checked, context, writer, isIncomplete: true)
        }
        if form.follows { _ = try context.database.fetch(.begin(.follow, to: .post(place.id), by: writer.member)) }
        context.changed(place, by: writer.member)
        return context.redirect(to: place.path(toComment: found.number), flash: .commented)
    }

    /// The form with what was typed, what is wrong with it, and how it will look.
    private static func show(
        _ form: CommentForm, _ checked: CheckedComment?, _ context: Context, _ writer: Writer,
        isIncomplete: Bool = false
    ) throws -> Response {
        let post = try context.postID()
        let (place, answered, cool) = try context.database.fetch(
            .postPlace(post, for: writer.member), .answeredComment(form.parent ?? 0, on: post, for: writer.member),
            .coolDown(of: writer.member, on: post))
        guard let place else { throw NotFound() }
        try place.checkCommenting()
        var form = form
        var problem = isIncomplete ? "Something was missing from the form. Look it over and send it again." : nil
        if form.parent != nil, answered == nil {
            guard checked != nil else { throw NotFound() }
            form.parent = nil
            problem = "The comment you were answering is gone. You can post this as a comment of its own."
        }
        let wait = cool?.words(context.wording)
        if isIncomplete, cool?.end(at: context.now) != nil { problem = wait }
        let page = CommentFormPage(
            form, checked, on: place, answered: answered, problem: problem, wait: wait, around: context.around)
        let isFine = checked?.faults.isEmpty != false
        return context.page(page, status: problem != nil ? .conflict : isFine ? .ok : .unprocessableContent)
    }
}

extension WrittenComment {
    fileprivate func isBy(_ writer: Writer, on post: Post.ID) -> Bool { author == writer.id && self.post == post }
}
