extension SpacesPage {
    init(
        _ place: KeptPlace, _ spaces: [ManagedSpace], _ form: SpaceForm, _ mistakes: FormMistakes, around: Surroundings
    ) {
        self.init(
            frame: Frame(around: around, title: "Spaces of \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .spaces),
            items: spaces.enumerated().map { index, space in
                Item(
                    name: space.name, line: space.line, editPath: KeepingPaths.space(space.slug, of: place.slug),
                    movesPath: KeepingPaths.moves(space.slug, of: place.slug), place: index + 1, isFirst: index == 0,
                    isLast: index == spaces.count - 1)
            },
            mistakes: mistakes, action: KeepingPaths.spaces(place.slug),
            fields: spaces.count < ManagedSpace.most || !mistakes.isEmpty
                ? SpaceFieldsView(form, mistakes, id: form.id ?? Space.ID()) : nil)
    }
}

extension SpaceFormPage {
    init(
        _ place: KeptPlace, _ space: ManagedSpace, _ form: SpaceForm, _ mistakes: FormMistakes, around: Surroundings
    ) {
        self.init(
            frame: Frame(
                around: around, title: "\(space.name) · \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .spaces), heading: space.name, mistakes: mistakes,
            action: KeepingPaths.space(space.slug, of: place.slug), fields: SpaceFieldsView(form, mistakes, id: nil),
            back: Choice("All spaces", path: KeepingPaths.spaces(place.slug)),
            removalPath: KeepingPaths.removal(space.slug, of: place.slug))
    }
}

extension SpaceFieldsView {
    fileprivate init(_ form: SpaceForm, _ mistakes: FormMistakes, id: Space.ID?) {
        self.init(
            id: id?.text, name: TextField(name: "name", label: "Name", value: form.name, error: mistakes["name"]),
            description: TextField(
                name: "description", label: "What it’s for", value: form.description,
                hint: "It stands above the posts. Up to 300 characters.", error: mistakes["description"]),
            posting: OptionField(
                name: "posting", label: "Who can post",
                options: [
                    OptionField.Option(
                        value: "members", label: "Every member", note: nil, isChosen: !form.onlyModeratorsPost),
                    OptionField.Option(
                        value: "moderators", label: "Moderators", note: nil, isChosen: form.onlyModeratorsPost),
                ]),
            isReviewed: form.isReviewed)
    }
}

extension ManagedSpace {
    /// "31 posts · moderators post · posts are looked at first"
    fileprivate var line: String {
        ([Wording.counted(postCount, "post", "posts"), onlyModeratorsPost ? "moderators post" : "every member posts"]
            + (isReviewed ? ["a moderator looks first"] : [])).joined(separator: " · ")
    }
}

extension SpaceRemovalPage {
    init(_ place: KeptPlace, _ space: ManagedSpace, others: [ManagedSpace], _ around: Surroundings) {
        let isOnly = others.isEmpty
        self.init(
            frame: Frame(
                around: around, title: "Take “\(space.name)” away?", indexable: false, current: .communities),
            question: isOnly ? "“\(space.name)” is the only space" : "Take “\(space.name)” away?",
            points: isOnly
                ? ["A community keeps one space at least. Make another one first."]
                : space.isEmpty
                    ? ["Nothing was written in it. Its address is gone."]
                    : [
                        "Its \(Wording.counted(space.postCount, "post", "posts")) go to the space you choose, "
                            + "and keep their addresses.",
                        "The address of the space itself is gone.",
                    ],
            action: KeepingPaths.removal(space.slug, of: place.slug),
            targets: isOnly || space.isEmpty
                ? nil
                : OptionField(
                    name: "into", label: "Where its posts go",
                    options: others.enumerated().map { index, other in
                        OptionField.Option(value: other.slug, label: other.name, note: nil, isChosen: index == 0)
                    }),
            button: isOnly ? "" : space.isEmpty ? "Take it away" : "Move the posts and take it away",
            keep: Choice(isOnly ? "All spaces" : "Keep it", path: KeepingPaths.spaces(place.slug)))
    }
}

extension KeepingQuestionPage {
    init(archiving place: KeptPlace, around: Surroundings) {
        let question = place.isArchived ? "Open \(place.name) again?" : "Close \(place.name) for new posts?"
        self.init(
            frame: Frame(around: around, title: question, indexable: false, current: .communities), question: question,
            points: place.isArchived
                ? ["Members can write, comment and vote again.", "It’s in the list of communities again."]
                : [
                    "Everything in it can still be read, and its addresses stay.",
                    "Nobody can write, comment, vote or join.",
                    "It’s no longer in the list of communities.",
                    "You can open it again whenever you like.",
                ],
            action: place.isArchived ? KeepingPaths.reopening(place.slug) : KeepingPaths.archive(place.slug),
            button: place.isArchived ? "Open it" : "Close it", isDangerous: !place.isArchived,
            keep: Choice("Leave it as it is", path: KeepingPaths.settings(place.slug)))
    }

    init(takingOver place: KeptPlace, around: Surroundings) {
        self.init(
            frame: Frame(
                around: around, title: "Take over \(place.name)?", indexable: false, current: .communities),
            question: "Take over \(place.name)?",
            points: [
                "You’ll be its owner: you decide who reads it, who moderates it, and whether it goes on.",
                "Who owns it now stays as a moderator.",
                "You can hand it on to another member later.",
            ],
            action: KeepingPaths.ownership(place.slug), button: "Take it over", isDangerous: false,
            keep: Choice("Decide later", path: place.path),
            other: (KeepingPaths.offersEnd(place.slug), "Decline"))
    }
}
