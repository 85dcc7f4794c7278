import FoundationEssentials
import Postgres

/// Somebody of the reader's courses, with what speaks for studying together.
struct Match: Sendable {
    let id: Member.ID
    let username: String
    let name: String
    let headline: String
    let face: Author.Face
    let sharedQuarters: Int
    /// Of 100, as the database ranked it.
    let points: Int
    let traits: MatchTraits
    let joinedAt: Date
    /// Whether they have been on enough first pages this week.
    let rests: Bool
    /// The hours both are free, in the reader's wall time.
    let shared: Week
    /// All of the other's hours in the reader's wall time; `nil` where they show the reader only the shared ones.
    let theirs: Week?
    /// Codes of other courses that both take and show.
    let otherCourses: [String]
    let mutualCount: Int
    /// Of the first two that both know.
    let mutualNames: [String]
    let link: Link

    /// What there is between the reader and a match.
    enum Link: Equatable, Sendable {
        case none
        case askedByReader(connection: UUID, at: Date)
        case askedByThem(connection: UUID, at: Date)
        case connected(since: Date)
    }

    var person: Person {
        // Whoever is a match may be opened, so the photo may be seen.
        Author(name: name, username: username, isOpen: true, face: face).person
    }

    /// "Priya".
    var firstName: String { Wording.firstName(of: name) }
}

extension Match {
    /// One row of `Query.matches`.
    init(
        id: Member.ID, username: String, name: String, headline: String, face: Author.Face, sharedQuarters: Int,
        points: Int, traits: MatchTraits, joinedAt: Date, rests: Bool, shared: Week, theirs: Week?,
        otherCourses: [String], mutualCount: Int, mutualNames: [String], connection: UUID?, isAccepted: Bool?,
        isOwn: Bool?, askedAt: Date?, answeredAt: Date?
    ) {
        let link: Link =
            switch (connection, isAccepted, isOwn, askedAt) {
            case (let connection?, false, true, let asked?): .askedByReader(connection: connection, at: asked)
            case (let connection?, false, false, let asked?): .askedByThem(connection: connection, at: asked)
            case (_?, true, _, let asked?): .connected(since: answeredAt ?? asked)
            default: .none
            }
        self.init(
            id: id, username: username, name: name, headline: headline, face: face, sharedQuarters: sharedQuarters,
            points: points, traits: traits, joinedAt: joinedAt, rests: rests, shared: shared, theirs: theirs,
            otherCourses: otherCourses, mutualCount: mutualCount, mutualNames: mutualNames, link: link)
    }

    func cursor(in order: MatchSelection.Order) -> MatchCursor {
        let key =
            switch order {
            case .score: points
            case .hours: sharedQuarters
            case .newest: 0
            }
        return MatchCursor(rests: rests, key: key, joinedAt: joinedAt, person: id)
    }
}
