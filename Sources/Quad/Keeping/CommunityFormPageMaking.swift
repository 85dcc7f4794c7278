extension CommunityFormPage {
    init(founding form: CommunityForm, _ mistakes: FormMistakes, university: String, around: Surroundings) {
        let parts = CommunityFormParts(form: form, mistakes: mistakes, university: university)
        self.init(
            frame: Frame(around: around, title: "New community", indexable: false, current: .communities), head: nil,
            heading: "New community", action: KeepingPaths.communities,
            hidden: [KeptForm.Field(name: "id", value: (form.id ?? Community.ID()).text)], mistakes: mistakes,
            name: parts.name, address: parts.address(isNew: true), description: parts.description, rules: parts.rules,
            readers: parts.readers, takesAsks: form.takesAsks, belonging: parts.belonging, indexing: parts.indexing,
            wait: parts.wait, language: parts.language, newest: [], button: "Make the community",
            back: Choice("Other communities", path: CommunityPaths.all), ownership: nil)
    }

    /// - Parameters:
    ///   - newest: what somebody else saved since the form was opened.
    ///   - university: which one it can belong to.
    init(
        keeping place: KeptPlace, _ form: CommunityForm, _ mistakes: FormMistakes, newest: CommunityForm?,
        university: String, offer: OwnershipOffer?, around: Surroundings
    ) {
        let parts = CommunityFormParts(form: form, mistakes: mistakes, university: university)
        let owns = place.charge == .owner
        self.init(
            frame: Frame(around: around, title: "Settings of \(place.name)", indexable: false, current: .communities),
            head: KeepingHead(place, current: .settings), heading: "Settings",
            action: KeepingPaths.settings(place.slug),
            hidden: [KeptForm.Field(name: "revision", value: String(place.revision))], mistakes: mistakes,
            name: parts.name, address: owns ? parts.address(isNew: false) : nil, description: parts.description,
            rules: parts.rules, readers: owns ? parts.readers : nil, takesAsks: owns ? form.takesAsks : nil,
            belonging: owns ? parts.belonging : nil, indexing: owns ? parts.indexing : nil, wait: parts.wait,
            language: parts.language,
            newest: newest.map { Self.differences($0, from: form, isOwners: owns, university: university) } ?? [],
            button: "Save", back: Choice("Back to the community", path: place.path),
            ownership: owns ? Ownership(place, offer) : nil)
    }

    /// Both sides of what two people changed at once: here the one that is saved.
    private static func differences(
        _ newest: CommunityForm, from form: CommunityForm, isOwners: Bool, university: String
    ) -> [(label: String, value: String)] {
        var found: [(label: String, value: String)] = []
        func compare<Value: Equatable>(
            _ label: String, _ path: KeyPath<CommunityForm, Value>, _ words: (Value) -> String
        ) {
            if newest[keyPath: path] != form[keyPath: path] { found.append((label, words(newest[keyPath: path]))) }
        }
        compare("Name", \.name) { $0 }
        compare("Description", \.description) { $0.isEmpty ? "None" : $0 }
        let isSameRules = CommunityFormParts.lines(newest.rules) == CommunityFormParts.lines(form.rules)
        if !isSameRules { compare("Rules", \.rules) { $0.isEmpty ? "None" : $0 } }
        compare("Wait between comments", \.commentWait, CommunityFormParts.words(ofWait:))
        compare("Language", \.language, \.name)
        if isOwners {
            compare("Address", \.slug) { $0 }
            compare("Who can read", \.visibility) { $0.map(CommunityFormParts.words(of:)) ?? "" }
            compare("Belongs to", \.isOfUniversity) { $0 ? university : "All universities" }
            compare("Outsiders may ask to join", \.takesAsks) { $0 ? "Yes" : "No" }
            compare("Crawlers", \.indexing) { $0.words }
        }
        return found.isEmpty ? [("Settings", "The same as yours")] : found
    }
}

extension CommunityFormPage.Ownership {
    init(_ place: KeptPlace, _ offer: OwnershipOffer?) {
        self.init(
            offer: offer.map { "Offered to \($0.to.person.name), who has not answered yet." },
            offerEndPath: KeepingPaths.offersEnd(place.slug), membersPath: MembershipPaths.members(place.slug),
            archive: Choice(
                place.isArchived ? "Open it again" : "Close it for new posts", path: KeepingPaths.archive(place.slug)),
            archiveNote: place.isArchived
                ? "It is closed: everything can be read, nothing can be added."
                : "Closed, it can be read on, and nothing can be added. You can open it again.")
    }
}

/// The fields of a community's form.
struct CommunityFormParts {
    let form: CommunityForm
    let mistakes: FormMistakes
    let university: String

    var name: TextField {
        TextField(name: "name", label: "Name", value: form.name, error: mistakes["name"])
    }

    func address(isNew: Bool) -> TextField {
        TextField(
            name: "slug", label: "Address", value: form.slug,
            hint: isNew
                ? "What stands behind /c/ in its address. Left empty, it’s made from the name."
                : "What stands behind /c/ in its address. Its old address leads to the new one for good.",
            error: mistakes["slug"])
    }

    var description: TextField {
        TextField(
            name: "description", label: "What it’s for", value: form.description,
            hint: "In a sentence or two: lists and search results show it. Up to 500 characters.",
            error: mistakes["description"])
    }

    var rules: TextField {
        TextField(
            name: "rules", label: "Rules", value: form.rules,
            hint: "One a line, up to \(CommunityForm.mostRules). They stand beside every post.",
            error: mistakes["rules"])
    }

    var readers: OptionField {
        OptionField(
            name: "visibility", label: "Who can read it", error: mistakes["visibility"],
            options: Community.Visibility.allCases.map { visibility in
                OptionField.Option(
                    value: visibility.rawValue, label: Self.words(of: visibility), note: Self.note(of: visibility),
                    isChosen: form.visibility == visibility)
            })
    }

    var belonging: OptionField {
        OptionField(
            name: "belongs", label: "Whose it is",
            options: [
                OptionField.Option(
                    value: "university", label: university, note: nil, isChosen: form.isOfUniversity),
                OptionField.Option(
                    value: "all", label: "All universities", note: nil, isChosen: !form.isOfUniversity),
            ])
    }

    var indexing: OptionField {
        OptionField(
            name: "indexing", label: "Who may copy it", hint: "For a public community: what crawlers are told.",
            options: Community.Indexing.allCases.map { indexing in
                OptionField.Option(
                    value: indexing.rawValue, label: indexing.words, note: nil, isChosen: form.indexing == indexing)
            })
    }

    var wait: OptionField {
        OptionField(
            name: "wait", label: "Wait between comments",
            hint: "How long a member waits between two comments, to cool a heated talk down. Moderators don’t wait.",
            options: CommunityForm.waits.map { minutes in
                OptionField.Option(
                    value: String(minutes), label: Self.words(ofWait: minutes), note: nil,
                    isChosen: form.commentWait == minutes)
            })
    }

    var language: OptionField {
        OptionField(
            name: "language", label: "Language",
            hint: "What most of it is written in. Screen readers pronounce it by this, and search engines are told.",
            options: Language.allCases.map { language in
                OptionField.Option(
                    value: language.rawValue, label: language.name, note: nil, isChosen: form.language == language)
            })
    }

    static func words(of visibility: Community.Visibility) -> String {
        switch visibility {
        case .everyone: "Anyone"
        case .university: "Its university"
        case .members: "Its members"
        }
    }

    private static func note(of visibility: Community.Visibility) -> String {
        switch visibility {
        case .everyone: "Also without an account. Search engines find it unless you say otherwise."
        case .university: "Everyone signed in at the university it belongs to; at all of them when it belongs to none."
        case .members: "Who is invited or let in. For everyone else it doesn’t exist."
        }
    }

    static func words(ofWait minutes: Int) -> String {
        minutes == 0 ? "None" : Wording.counted(minutes, "minute", "minutes")
    }

    static func lines(_ rules: String) -> [Substring] { rules.split(whereSeparator: \.isNewline) }
}
