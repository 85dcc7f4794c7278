import FoundationEssentials
import HTTPServer
import Postgres

/// Three to six students of one course with a time they share every week.
struct StudyGroup: Sendable {
    typealias ID = Quad.ID<StudyGroup>

    let id: ID
    let courseID: MatchCourse.ID
    let courseCode: String
    let name: String
    let founderID: Member.ID
    /// When they meet, in wall time of `timeZone`.
    let slots: Range<Int>
    let timeZone: String
    /// Members and those invited, whom the viewer sees.
    let seenCount: Int
    /// How many of those are members.
    let saidYes: Int
    /// The viewer's own standing.
    let standing: Standing

    static let sizes = 3...6
    /// How many groups one person can have started.
    static let mostFounded = 20

    enum Standing: String, Column, Sendable {
        case invited, member, declined, left
    }

    /// Whether enough have said yes, the viewer among them.
    var isAgreed: Bool { standing == .member && saidYes >= Self.sizes.lowerBound }

    /// Somebody of a group, as far as the viewer may know them.
    struct Participant: Sendable {
        let id: Member.ID
        let person: Person
        let isMember: Bool
    }

    /// - Parameter shift: from the group's zone to the viewer's.
    func time(_ shift: WeekShift) -> String { Self.words(shift.applied(to: Week([slots]))) }

    /// "Wed 18–20".
    static func words(_ week: Week) -> String { week.inWords }
}

enum StudyGroupError: ResponseError {
    case hoursChanged, tooMany, full, notOpen, cannotInvite

    var status: HTTPStatus { .conflict }

    var message: String? {
        switch self {
        case .hoursChanged: "Somebody’s hours have changed meanwhile"
        case .tooMany: "You’ve started \(StudyGroup.mostFounded) groups, the most one person can have"
        case .full: "All six places of this group are taken"
        case .notOpen: "This invitation isn’t open any more"
        case .cannotInvite: "They can’t be invited to this group"
        }
    }

    var remedy: Choice? { Choice("Your study groups", path: StudyGroupPaths.all) }

    var advice: String? {
        switch self {
        case .hoursChanged: "The group you chose doesn’t have that time together any more. Look at the new proposals."
        case .tooMany: "Dissolve one you don’t need, then start this one."
        case .full: "A place is free again when somebody declines or leaves."
        case .notOpen: "The group was dissolved, the place is taken, or you don’t take the course any more."
        case .cannotInvite:
            "They have other hours now, were asked already, or declined something like it in the last 30 days."
        }
    }
}
