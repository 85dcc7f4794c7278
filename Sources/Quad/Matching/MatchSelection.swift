import FoundationEssentials
import HTTPServer
import Postgres

/// Which matches a page holds, and in which order.
struct MatchSelection: Equatable, Sendable {
    enum Order: String, CaseIterable, Sendable {
        case score, hours, newest
    }

    /// `nil`: over all my courses.
    var course: MatchCourse.ID?
    var order = Order.score
    var filter = MatchFilter()
    /// `nil`: the site's.
    var weights: MatchWeights?
    var after: MatchCursor?

    static let pageSize = 10

    /// Whether it is what the plain address shows, which is kept.
    var isPlain: Bool { self == MatchSelection(course: course) }
}

/// Whom a reader wants to see.
struct MatchFilter: Equatable, Sendable {
    /// In quarter hours.
    var leastShared = 1
    var location: StudyHabits.Location?
    var style: StudyHabits.Style?
    var pace: StudyHabits.Pace?
    /// Not those of the course's other sections.
    var sameSection = false

    /// Hours to choose from; 0 shows those with no hour in common too.
    static let hours = [0, 1, 2, 4, 6, 10]

    var admitsEveryone: Bool { location == nil && style == nil && pace == nil }

    /// Who is happy with anything is found under everything.
    func admits(_ habits: StudyHabits) -> Bool {
        (location == nil || habits.location == location || habits.location == .any)
            && (style == nil || habits.style == style || habits.style == .mixed)
            && (pace == nil || habits.pace == pace)
    }
}

/// A place in a list of matches, behind somebody.
struct MatchCursor: Equatable, Sendable, CustomStringConvertible {
    /// Whether that one has been on enough first pages this week.
    let rests: Bool
    /// Points, or shared quarter hours; 0 in the order of accounts.
    let key: Int
    let joinedAt: Date
    let person: Member.ID

    init(rests: Bool, key: Int, joinedAt: Date, person: Member.ID) {
        (self.rests, self.key, self.joinedAt, self.person) = (rests, key, joinedAt, person)
    }

    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "0" || parts[0] == "1", let key = Int(parts[1]),
            (0...Week.slotCount).contains(key), let microseconds = Int(parts[2]),
            (0...4_102_444_800_000_000).contains(microseconds), let person = Member.ID(text: String(parts[3]))
        else { return nil }
        self.init(
            rests: parts[0] == "1", key: key, joinedAt: Date(microseconds: microseconds), person: person)
        guard description == text else { return nil }
    }

    var description: String {
        let microseconds = Int((joinedAt.timeIntervalSince1970 * 1_000_000).rounded())
        return "\(rests ? 1 : 0),\(key),\(microseconds),\(person.text)"
    }
}
