import HTML

/// A tag's settings as they were typed, and what is wrong with them.
struct TagSettingsForm: Sendable {
    /// `nil`: as it is stored.
    var description: String?
    var into = ""
    var faults = FieldFaults()
}

/// What moderators change about a tag; shown by Templates/tags/settings.html.
struct TagSettingsPage: Page {
    struct Synonym: Sendable {
        let slug: String
        let endPath: String
    }

    let frame: Frame
    let tag: String
    let path: String
    let description: TextField
    let into: TextField
    let mergePath: String
    /// The tag this one leads to; then there is nothing else to change.
    let target: Synonym?
    /// What leads to this one.
    let synonyms: [Synonym]
}

extension TagSettingsPage {
    init(_ tag: Tag, synonyms: [Tag], form: TagSettingsForm, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Settings of #\(tag.slug)", indexable: false, current: .communities),
            tag: tag.slug, path: TagPaths.settings(tag.slug),
            description: TextField(
                name: "description", label: "What it’s for", value: form.description ?? tag.description,
                hint: "One line, at most \(TagDescription.limit) characters. It heads the tag’s page.",
                error: form.faults["description"]),
            into: TextField(
                name: "into", label: "The tag that posts carry instead", value: form.into,
                hint: "As it’s written in posts, like #graphs.", error: form.faults["into"]),
            mergePath: TagPaths.synonym(tag.slug),
            target: tag.synonymOf.map { Synonym(slug: $0, endPath: TagPaths.synonymEnd(tag.slug)) },
            synonyms: synonyms.map { Synonym(slug: $0.slug, endPath: TagPaths.synonymEnd($0.slug)) })
    }
}
