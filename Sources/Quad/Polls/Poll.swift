import FoundationEssentials
import Postgres

/// A poll as one reader finds it.
struct Poll: Equatable, Sendable, Decodable {
    struct Choice: Equatable, Sendable, Decodable {
        let number: Int
        let text: String
        let votes: Int
        /// Whether the reader chose it.
        let isOwn: Bool
    }

    let isMultiple: Bool
    /// How long it is open; `nil`: for good.
    let days: Int?
    /// In seconds since 1970.
    let closesAt: Int?
    /// Changes with the choices.
    let version: Int
    let voters: Int
    let choices: [Choice]

    var closingDate: Date? { closesAt.map { Date(timeIntervalSince1970: Double($0)) } }
    var isVoted: Bool { choices.contains(where: \.isOwn) }

    /// What a form would say that changes nothing.
    var text: PollText { PollText(choices: choices.map(\.text), isMultiple: isMultiple, days: days) }
}

/// The column that `SQL.poll(for:)` makes.
extension Poll: Column {
    init(column: borrowing ColumnValue) throws(ColumnError) {
        let json = try JSONText(column: column)
        do {
            self = try JSONDecoder().decode(Poll.self, from: Data(json.text.utf8))
        } catch {
            throw .unacceptable("no poll")
        }
    }
}

/// What a poll asks, checked.
struct PollText: Equatable, Sendable {
    static let fewest = 2
    static let most = 10
    /// Characters of one choice.
    static let longest = 100
    /// How long a poll may be open.
    static let terms = [1, 3, 7, 14]

    let choices: [String]
    let isMultiple: Bool
    /// `nil`: for good.
    let days: Int?
}

/// A vote as its form sends it: which choices are to be this member's, whatever they were, so that sending it twice
/// does no more. None takes the vote back.
struct PollChoices: Equatable, Sendable {
    /// The poll's version the choices were read from.
    let version: Int
    let numbers: [Int16]
}
