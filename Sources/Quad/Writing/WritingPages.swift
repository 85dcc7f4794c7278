import HTML

/// The form of a post, new or edited; shown by Templates/writing/post-form.html.
struct PostFormPage: Page {
    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Preview: Sendable {
        /// Empty while there is none.
        let title: String
        let body: SafeHTML
        let tags: [String]
        /// Of a poll.
        let choices: [String]
        /// What would make its pictures better.
        let hint: String?
    }

    let frame: Frame
    let heading: String
    let place: CommunityLink
    /// Where the form goes, and what goes along unseen.
    let action: String
    let hidden: [KeptForm.Field]
    /// Empty when the post stands somewhere already.
    let spaces: [Option]
    let kinds: [Option]
    let fields: PostFields
    /// `nil` where there is no poll to write.
    let poll: PollFormFields?
    /// Where a draft is kept; `nil` when the post stands somewhere already.
    let draftPath: String?
    let faults: FieldFaults
    /// What is wrong besides the fields.
    let problem: String?
    let preview: Preview?
    /// Beside the preview of a new question: those that are there already.
    var similar: [SimilarQuestion] = []
    /// What stands there now, when it was changed since the form was opened.
    let newest: PostFields?
    /// The value of the button that publishes: "post", "save".
    let act: String
    let back: Choice
    let rules: [String]

    /// The ids of what a screen reader reads after a field's label: hint, then error.
    func description(of field: String) -> String {
        field + "-hint" + (faults[field] == nil ? "" : " " + field + "-error")
    }
}

/// The form of a comment, new or edited; shown by Templates/writing/comment-form.html.
struct CommentFormPage: Page {
    struct Answered: Sendable {
        let author: Person
        let body: SafeHTML
    }

    let frame: Frame
    let heading: String
    let post: Choice
    let answered: Answered?
    let composer: CommentComposer
    let problem: String?
    let preview: SafeHTML?
    /// What would make its pictures better.
    let hint: String?
    /// What stands there now, when it was changed since the form was opened.
    let newest: String?
    let back: Choice
    let rules: [String]
}

/// A comment's form, below a post or on a page of its own; shown by Templates/writing/_composer.html.
struct CommentComposer: Sendable {
    /// Where the form goes, and what goes along unseen.
    let action: String
    let hidden: [KeptForm.Field]
    /// "Your answer", "Your comment".
    let label: String
    let body: String
    let faults: FieldFaults
    /// The value of the button that publishes, and its words: "Post answer".
    let act: String
    let button: String
    /// Whether "Follow this post" is ticked; `nil` where it is not offered.
    var follows: Bool?
    /// How long one waits here between two comments.
    var wait: String?

    /// Under which name a browser keeps what is typed here: a reply apart from a comment.
    var draft: String { action + (hidden.first { $0.name == "parent" }.map { "#" + $0.value } ?? "") }

    var description: String { faults["body"] == nil ? "body-hint" : "body-hint body-error" }
}

/// Asks before one's own words are deleted; shown by Templates/writing/removal.html.
struct RemovalPage: Page {
    let frame: Frame
    let question: String
    /// What will happen, a sentence each.
    let consequences: [String]
    let action: String
    let button: String
    /// The safe answer.
    let keep: Choice
}

/// Every version of a text; shown by Templates/writing/history.html.
struct HistoryPage: Page {
    struct Version: Sendable {
        let heading: String
        let editor: Person
        let writtenAt: Moment
        /// What changed in the title and the tags; empty when nothing did.
        let title: [TextDifference.Part]
        let tags: [TextDifference.Part]
        /// What changed in the text; all of it for the first version.
        let text: [TextDifference.Part]
    }

    let frame: Frame
    let subject: Choice
    let versions: [Version]
    let pagination: Pagination
}
