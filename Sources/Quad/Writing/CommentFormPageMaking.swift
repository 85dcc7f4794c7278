import Markdown

extension CommentComposer {
    /// The form of a new comment.
    ///
    /// - Parameter id: the new comment's identity, so that sending the form twice makes one.
    init(
        id: ID<Comment> = ID(), on post: Post.ID, kind: Post.Kind, parent: Int? = nil, body: String = "",
        faults: FieldFaults = FieldFaults(), follows: Bool? = nil, wait: String? = nil
    ) {
        let isAnswer = kind == .question && parent == nil
        self.init(
            action: WritingPaths.comments(on: post),
            hidden: [KeptForm.Field(name: "id", value: id.text)]
                + (parent.map { [KeptForm.Field(name: "parent", value: String($0))] } ?? []),
            label: parent != nil ? "Your reply" : isAnswer ? "Your answer" : "Your comment", body: body,
            faults: faults, act: WritingAct.post.rawValue,
            button: parent != nil ? "Post reply" : isAnswer ? "Post answer" : "Post comment", follows: follows,
            wait: wait)
    }
}

extension CommentFormPage {
    init(
        _ form: CommentForm, _ checked: CheckedComment?, on place: PostPlace, answered: AnsweredComment?,
        problem: String?, wait: String?, around: Surroundings
    ) {
        let composer = CommentComposer(
            id: form.id ?? ID(), on: place.id, kind: place.kind, parent: form.parent, body: form.body,
            faults: checked?.faults ?? FieldFaults(), follows: form.follows, wait: wait)
        self.init(
            frame: Frame(around: around, title: composer.label, indexable: false, current: .communities),
            heading: composer.label, post: Choice(place.title, path: place.path),
            answered: answered.map { Answered(author: $0.author.person, body: $0.body) }, composer: composer,
            problem: problem, preview: checked?.body?.rendered.html,
            hint: (checked?.body?.rendered).flatMap(PictureHint.words), newest: nil,
            back: Choice("Back to the post", path: form.parent.map { place.path(toComment: $0) } ?? place.path),
            rules: place.community.rules)
    }

    init(
        editing comment: EditableComment, typed: String, checked: CheckedComment?, newest: String?,
        around: Surroundings
    ) {
        let place = comment.place
        self.init(
            frame: Frame(around: around, title: "Edit your comment", indexable: false, current: .communities),
            heading: "Edit your comment", post: Choice(place.title, path: place.path), answered: nil,
            composer: CommentComposer(
                action: WritingPaths.revisions(of: comment.id),
                hidden: [KeptForm.Field(name: "revision", value: String(comment.revision))], label: "Your comment",
                body: typed, faults: checked?.faults ?? FieldFaults(), act: WritingAct.save.rawValue,
                button: "Save changes"),
            problem: newest == nil ? nil : "This comment was changed while you were writing",
            preview: checked?.body?.rendered.html,
            hint: (checked?.body?.rendered).flatMap(PictureHint.words), newest: newest,
            back: Choice("Keep it as it is", path: place.path(toComment: comment.number)),
            rules: place.community.rules)
    }
}
