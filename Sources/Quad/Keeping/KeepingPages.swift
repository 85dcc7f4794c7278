import HTML

/// One of several, in a form: buttons below each other, or a list that opens.
struct OptionField: Sendable {
    struct Option: Sendable {
        let value: String
        let label: String
        /// What it means.
        let note: String?
        let isChosen: Bool
    }

    let name: String
    let label: String
    var hint: String?
    var error: String?
    let options: [Option]

    var describedBy: String? {
        let ids = (hint == nil ? [] : [name + "-hint"]) + (error == nil ? [] : [name + "-error"])
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// The form of a community, new or kept; shown by Templates/keeping/community-form.html.
struct CommunityFormPage: Page {
    /// The whole of it that an owner decides, besides what stands in the form.
    struct Ownership: Sendable {
        /// "Offered to Bo Li on Tue 20 Oct."
        let offer: String?
        let offerEndPath: String
        let membersPath: String
        let archive: Choice
        let archiveNote: String
    }

    let frame: Frame
    /// `nil` for a new one.
    let head: KeepingHead?
    let heading: String
    let action: String
    let hidden: [KeptForm.Field]
    let mistakes: FormMistakes
    let name: TextField
    /// `nil` for who does not decide it, as are the next four.
    let address: TextField?
    let description: TextField
    let rules: TextField
    let readers: OptionField?
    let takesAsks: Bool?
    let belonging: OptionField?
    let indexing: OptionField?
    let wait: OptionField
    let language: OptionField
    /// What somebody else saved meanwhile: label and value.
    let newest: [(label: String, value: String)]
    let button: String
    let back: Choice
    let ownership: Ownership?
}

/// A community's spaces and the form of one more; shown by Templates/keeping/community-spaces.html.
struct SpacesPage: Page {
    struct Item: Sendable {
        let name: String
        let line: String
        let editPath: String
        let movesPath: String
        /// Its place among them, from 1.
        let place: Int
        let isFirst: Bool
        let isLast: Bool
    }

    let frame: Frame
    let head: KeepingHead
    let items: [Item]
    let mistakes: FormMistakes
    let action: String
    /// `nil` when there are as many as there may be.
    let fields: SpaceFieldsView?
}

/// The fields of a space's form; shown by Templates/keeping/_space-fields.html.
struct SpaceFieldsView: Sendable {
    let id: String?
    let name: TextField
    let description: TextField
    let posting: OptionField
    let isReviewed: Bool
}

/// The form of one space; shown by Templates/keeping/space-form.html.
struct SpaceFormPage: Page {
    let frame: Frame
    let head: KeepingHead
    let heading: String
    let mistakes: FormMistakes
    let action: String
    let fields: SpaceFieldsView
    let back: Choice
    /// `nil` for the only one.
    let removalPath: String?
}

/// Asks before a space goes, and where its posts are to go; shown by Templates/keeping/space-removal.html.
struct SpaceRemovalPage: Page {
    let frame: Frame
    let question: String
    let points: [String]
    let action: String
    /// Where the posts can go; `nil` when there are none.
    let targets: OptionField?
    let button: String
    let keep: Choice
}

/// Asks before a community changes as a whole; shown by Templates/keeping/community-question.html.
struct KeepingQuestionPage: Page {
    let frame: Frame
    let question: String
    /// What will happen, a sentence each.
    let points: [String]
    let action: String
    let button: String
    let isDangerous: Bool
    let keep: Choice
    /// A second answer that changes something too: declining an offer.
    var other: (action: String, button: String)?
}
