import Markdown

extension PostFormPage {
    /// The form of a new post.
    ///
    /// - Parameters:
    ///   - checked: what was typed, looked over; `nil` when the form was just opened.
    ///   - spaces: those its writer may post to.
    init(
        _ form: PostForm, _ checked: CheckedPost?, in place: WritingPlace, spaces: [WritingSpace], faults: FieldFaults,
        problem: String?, around: Surroundings
    ) {
        let kinds = PostForm.kinds.filter { $0 != .announcement || place.standing == .moderator }
        let id = form.id ?? Post.ID()
        let space = spaces.contains { $0.slug == form.space } ? form.space : spaces.first?.slug
        self.init(
            frame: Frame(
                around: around, title: "Ask or post in \(place.name)", indexable: false, current: .communities),
            heading: "Ask or post", place: place.link, action: WritingPaths.posts(in: place.slug),
            hidden: [
                KeptForm.Field(name: "id", value: id.text), KeptForm.Field(name: "community", value: place.slug),
            ],
            spaces: spaces.map {
                Option(
                    value: $0.slug, label: $0.isReviewed ? "\($0.name) (a moderator looks first)" : $0.name,
                    isChosen: $0.slug == space)
            },
            kinds: kinds.map { Option(value: $0.rawValue, label: $0.label, isChosen: $0 == form.kind) },
            fields: form.fields, poll: PollFormFields(form.poll), draftPath: DraftPaths.draft(id), faults: faults,
            problem: problem, preview: checked.flatMap(Preview.init), newest: nil,
            act: WritingAct.post.rawValue, back: Choice("Back to \(place.name)", path: place.path),
            rules: place.rules)
    }

    /// The form of a post that stands there already.
    ///
    /// - Parameters:
    ///   - poll: what a poll's fields say; `nil` where they cannot be changed.
    ///   - revision: the version that saving replaces.
    init(
        editing post: EditablePost, fields: PostFields, poll: PollFields?, checked: CheckedPost?, revision: Int,
        newest: PostFields?,
        problem: String? = nil, around: Surroundings
    ) {
        let place = post.place
        self.init(
            frame: Frame(around: around, title: "Edit your post", indexable: false, current: .communities),
            heading: "Edit your post", place: place.community.link, action: WritingPaths.revisions(of: place.id),
            hidden: [KeptForm.Field(name: "revision", value: String(revision))], spaces: [], kinds: [], fields: fields,
            poll: poll.map(PollFormFields.init), draftPath: nil,
            faults: checked?.faults ?? FieldFaults(),
            problem: problem ?? (newest == nil ? nil : "This post was changed while you were writing"),
            preview: checked.flatMap(Preview.init),
            newest: newest, act: WritingAct.save.rawValue, back: Choice("Keep it as it is", path: place.path),
            rules: place.community.rules)
    }
}

extension PostFormPage.Preview {
    fileprivate init?(_ checked: CheckedPost) {
        guard let body = checked.body else { return nil }
        self.init(
            title: checked.text?.title.text ?? "", body: body.rendered.html, tags: checked.text?.tags ?? [],
            choices: checked.poll?.choices ?? [], hint: PictureHint.words(body.rendered))
    }
}

extension Post.Kind {
    var label: String {
        switch self {
        case .discussion: "Discussion"
        case .question: "Question"
        case .article: "Article"
        case .announcement: "Announcement"
        case .poll: "Poll"
        }
    }
}
