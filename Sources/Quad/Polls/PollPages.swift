import HTML

/// A poll on its post's page; shown by Templates/polls/_poll.html.
struct PollView: Sendable {
    struct Choice: Sendable {
        let number: Int
        let text: String
        let isOwn: Bool
        let votes: Int
        /// Where a full bar ends: all voters, one at least.
        let most: Int
        /// "12 votes, 48 %".
        let share: String
    }

    let choices: [Choice]
    /// "25 people voted".
    let voterCount: String
    /// "open until Sun 18 Oct, 14:31"; `nil`: for good.
    let closing: String?
    /// Whether the results stand open: to who has voted, and to everyone once it is closed.
    let showsResults: Bool
    /// `nil` where the reader does not vote.
    let ballot: PollBallot?
    /// Why not, where that is worth saying.
    let barred: String?
}

/// The form of a vote.
struct PollBallot: Sendable {
    let action: String
    let version: Int
    let isMultiple: Bool
    let isCast: Bool

    var inputType: String { isMultiple ? "checkbox" : "radio" }
    var legend: String { isMultiple ? "Choose one or several" : "Choose one" }
    var button: String { isCast ? "Change my vote" : "Vote" }
}

/// A poll alone, when a vote was not counted; shown by Templates/polls/poll.html.
struct PollPage: Page {
    let frame: Frame
    let title: String
    let problem: String
    let poll: PollView
    let back: Choice
}

/// A poll's fields in a post's form; shown by Templates/polls/_fields.html.
struct PollFormFields: Sendable {
    let choices: String
    let isMultiple: Bool
    let days: [PostFormPage.Option]

    func description(_ faults: FieldFaults) -> String {
        faults["choices"] == nil ? "choices-hint" : "choices-hint choices-error"
    }
}
