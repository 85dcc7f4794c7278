import HTML

/// A member's connections; shown by Templates/connections/connections.html.
struct ConnectionsPage: Page {
    struct Item: Sendable {
        let person: Person
        /// "Since October 2026 · CS 161".
        let line: String
        let path: String
    }

    struct Figure: Sendable {
        let name: String
        let value: String
    }

    let frame: Frame
    let tabs: [Choice]
    let waiting: [WaitingRequest]
    let orders: [Choice]
    let order: String
    let name: String
    let items: [Item]
    let pagination: Pagination
    let silence: EmptyState
    let suggestions: [SuggestionItem]
    let figures: [Figure]
}

/// Requests, to a member or by them; shown by Templates/connections/requests.html.
struct RequestsPage: Page {
    let frame: Frame
    let tabs: [Choice]
    let heading: String
    let lead: String
    let items: [WaitingRequest]
    let pagination: Pagination
    let silence: EmptyState
}

/// A request as a row that leads to its page; shown by Templates/connections/_waiting.html.
struct WaitingRequest: Sendable {
    let avatar: Avatar
    /// "Bo Li asks to study MATH 221 with you".
    let words: String
    /// What they wrote, and when.
    let line: String
    let path: String
    /// "Answer", "Open".
    let verb: String
}

/// One request or connection; shown by Templates/connections/connection.html.
struct ConnectionPage: Page {
    let frame: Frame
    let heading: String
    let lead: String?
    let person: Person
    let headline: String
    let common: String
    let message: String
    /// "Asked Sun 15:12".
    let moment: Moment
    let momentWords: String
    let acceptPath: String?
    let declinePath: String?
    let cancelPath: String?
    let endPath: String?
    let askPath: String?
    let mutualPath: String?
    let blockPath: String
    /// What each button does.
    let note: String?
}

/// The form that asks somebody; shown by Templates/connections/asking.html.
struct AskingPage: Page {
    let frame: Frame
    let person: Person
    let headline: String
    let firstName: String
    let common: String
    let mistakes: FormMistakes
    /// Why it is not time yet, or that something was missing; `nil` where one can ask.
    let problem: String?
    /// Whether the form is shown.
    let isOpen: Bool
    let id: String
    let username: String
    let origin: String
    let courses: OptionField?
    let message: TextField
    let back: String
}

/// Whom a member blocked; shown by Templates/connections/blocked.html.
struct BlockedPage: Page {
    struct Item: Sendable {
        let name: String
        let since: Moment
        let endPath: String
    }

    let frame: Frame
    let tabs: [Choice]
    let items: [Item]
    let pagination: Pagination
    let silence: EmptyState
}

/// Whom two people both know; shown by Templates/connections/mutual.html.
struct MutualPage: Page {
    struct Item: Sendable {
        let person: Person
        let headline: String
    }

    let frame: Frame
    let heading: String
    let lead: String
    let items: [Item]
    let pagination: Pagination
    let silence: EmptyState
}

/// The pages about connections, as tabs.
enum ConnectionTab: CaseIterable {
    case connections, requests, sent, suggestions, blocked

    static func choices(current: ConnectionTab, waiting: Int = 0) -> [Choice] {
        allCases.map { tab in
            let isCurrent = tab == current
            return switch tab {
            case .connections: Choice("Connections", path: ConnectionPaths.all, isCurrent: isCurrent)
            case .requests:
                Choice(
                    "Waiting for you", path: ConnectionPaths.requests, isCurrent: isCurrent,
                    count: waiting > 0 ? Wording.count(waiting) : nil)
            case .sent: Choice("Asked", path: ConnectionPaths.sent, isCurrent: isCurrent)
            case .suggestions: Choice("People you may know", path: SuggestionPaths.all, isCurrent: isCurrent)
            case .blocked: Choice("Blocked", path: ConnectionPaths.blocked, isCurrent: isCurrent)
            }
        }
    }
}

extension Frame {
    /// Around a page about a member's connections.
    init(connections around: Surroundings, title: String) {
        self.init(around: around, title: title, indexable: false, current: .you)
    }
}
