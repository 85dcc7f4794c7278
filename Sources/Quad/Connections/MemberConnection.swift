import FoundationEssentials
import Postgres

/// A request from one member to another, and what became of it. A pair has one live at most: waiting or accepted.
struct MemberConnection: Sendable {
    typealias ID = Quad.ID<MemberConnection>

    let id: ID
    /// The other of the two, as the member who looks sees them.
    let other: Acquaintance
    /// Whether the member who looks asked.
    let isOwn: Bool
    let state: State
    let message: String
    /// The code of the course it is about.
    let course: String?
    let askedAt: Date
    let answeredAt: Date?
    let endedAt: Date?

    enum State: String, Column, SQLBindable {
        case pending, accepted, declined, cancelled, ended
    }

    /// How the two came upon each other.
    enum Origin: String, SQLBindable, CaseIterable {
        case match, search, suggestion, mentorship, mutual
    }

    static let messageLimit = 500
    static let pageSize = 25
    /// How many one member may send in a day, and how many of them to people who declined one before.
    static let mostADay = 20
    static let mostAgainADay = 5
}

/// Somebody one is connected with, or could be.
struct Acquaintance: Sendable {
    let id: Member.ID
    let username: String
    let name: String
    let headline: String
    /// Whether the profile opens.
    let isOpen: Bool
    let face: Author.Face

    var person: Person { Author(name: name, username: username, isOpen: isOpen, face: face).person }

    /// What a sentence calls them: the first word of the name.
    var firstName: String { Wording.firstName(of: name) }
}

/// What is between a member and somebody they may meet.
struct Tie: Sendable {
    let other: Acquaintance
    let state: State

    enum State: Equatable, Sendable {
        case none
        /// One's request was declined not long ago: not before this moment again.
        case declined(until: Date)
        /// The member asked.
        case asked(MemberConnection.ID, since: Date)
        /// The other asked.
        case waiting(MemberConnection.ID, since: Date)
        case connected(MemberConnection.ID, since: Date)
    }
}

/// Why a request has to wait, and until when.
struct AskingLimits: Equatable, Sendable {
    /// From when on the day's requests allow one more; `nil` where they do now.
    var fromToday: Date?
    /// The same of those to people who declined before, where this is one.
    var fromAgain: Date?
    var fromDecline: Date?

    /// The last of them.
    var from: Date? { [fromDecline, fromAgain, fromToday].compactMap(\.self).max() }
}
