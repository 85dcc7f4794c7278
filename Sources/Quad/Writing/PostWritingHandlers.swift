import HTTPServer
import Postgres

/// Writing a new post.
enum PostWritingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        if let id = context.request.query["draft"] { return try open(id, context, writer) }
        let space = context.request.query["space"] ?? ""
        let form = PostForm(space: space, kind: space == "questions" ? .question : .discussion)
        return try show(form, nil, context, writer)
    }

    /// The form as a draft left it.
    private static func open(_ text: String, _ context: Context, _ writer: Writer) throws -> Response {
        guard let id = Post.ID(text: text),
            let draft = try context.database.fetch(.draft(id, of: writer.member)),
            try draft.community == context.parameter("community")
        else { throw NotFound() }
        return try show(draft.form, nil, context, writer)
    }

    static func create(_ context: Context, writer: Writer) throws -> Response {
        try context.keepingWords {
            let form = PostForm(context.request.form)
            let checked = form.check(try context.bodyRules(for: writer))
            guard WritingAct(context.request.form) == .post, let text = checked.text else {
                return try show(form, checked, context, writer)
            }
            guard let id = form.id, form.hasSpace else {
                return try show(form, checked, context, writer, problem: Self.incomplete)
            }
            let post = NewPost(
                id: id, community: try context.parameter("community"), space: form.space, kind: form.kind, text: text,
                poll: checked.poll)
            return try publish(post, form, checked, context, writer)
        }
    }

    private static let incomplete = "Something was missing from the form. Look it over and send it again."

    private static func publish(
        _ post: NewPost, _ form: PostForm, _ checked: CheckedPost, _ context: Context, _ writer: Writer
    ) throws -> Response {
        do {
            try context.spend(context.application.limits.posts(writer, now: context.now))
        } catch {
            // A second click on what is published already is not one post more.
            guard let found = try context.database.fetch(.writtenPost(post.id)), found.author == writer.id else {
                throw error
            }
            return lead(to: found, context)
        }
        let (_, _, _, _, found, _) = try context.database.fetch(
            .lockCommunity(post.community), .write(post, by: writer.member),
            .claim(for: post.id, post.text.body, by: writer.member),
            .deletePublishedDraft(post.id, of: writer.member), .writtenPost(post.id),
            .follow(post.id, asItsAuthor: writer.member))
        guard let found else {
            return try show(form, checked, context, writer, problem: Self.incomplete)
        }
        guard found.author == writer.id else {
            var form = form
            form.id = nil
            return try show(form, checked, context, writer, problem: Self.incomplete)
        }
        context.changed(post: found.number, in: found.community, tags: found.tags, by: writer.member)
        return lead(to: found, context)
    }

    private static func lead(to post: WrittenPost, _ context: Context) -> Response {
        post.state == .inReview
            ? context.redirect(to: CommunityPaths.community(post.community), flash: .waitsForReview)
            : context.redirect(to: post.path, flash: .posted)
    }

    /// The form with what was typed, what is wrong with it, and how it will look.
    ///
    /// - Parameter problem: what is wrong besides the fields.
    private static func show(
        _ form: PostForm, _ checked: CheckedPost?, _ context: Context, _ writer: Writer, problem: String? = nil
    ) throws -> Response {
        let community = try context.parameter("community")
        let (place, spaces) = try context.database.fetch(
            .writingPlace(community, for: writer.member), .writingSpaces(of: community, for: writer.member))
        guard let place else { throw NotFound() }
        try place.check()
        let open = spaces.filter { $0.isOpen(to: place.standing) }
        guard !open.isEmpty else { throw WritingRefusal.onlyModerators(path: place.path) }
        var faults = FieldFaults()
        if let checked {
            try form.check(place, spaces)
            if !spaces.contains(where: { $0.slug == form.space }) {
                faults.add("space", "Choose where in \(place.name) it goes.")
            }
            for fault in checked.faults.all { faults.add(fault.field, fault.words) }
        }
        var page = PostFormPage(
            form, checked, in: place, spaces: open, faults: faults, problem: problem, around: context.around)
        if form.kind == .question, let title = checked?.text?.title {
            page.similar = try context.similarQuestions(to: title.text, in: place.slug, for: writer)
        }
        return context.page(page, status: problem != nil ? .conflict : faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension WritingSpace {
    fileprivate func isOpen(to standing: WritingPlace.Standing) -> Bool {
        standing == .moderator || !onlyModeratorsPost
    }
}

extension PostForm {
    /// Whether the space it names could be one.
    fileprivate var hasSpace: Bool {
        !space.isEmpty && space.utf8.count <= 40 && space.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// - Throws: why its author may not post this there.
    fileprivate func check(_ place: WritingPlace, _ spaces: [WritingSpace]) throws {
        let isClosed = spaces.contains { $0.slug == space && !$0.isOpen(to: place.standing) }
        if isClosed || kind == .announcement && place.standing != .moderator {
            throw WritingRefusal.onlyModerators(path: place.path)
        }
    }
}
