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
    let isActive: Bool
    /// Members and those invited: a place that is offered is taken.
    let memberCount: Int
    /// The viewer's own standing.
    let standing: Standing

    static let sizes = 3...6

    enum Standing: String, Column, Sendable {
        case invited, member, declined, left
    }

    /// Somebody of a group, as far as the viewer may know them.
    struct Participant: Sendable {
        let id: Member.ID
        let author: Author
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
        case .tooMany: "You’ve started 20 groups, the most one person can have"
        case .full: "All six places of this group are taken"
        case .notOpen: "This invitation isn’t open any more"
        case .cannotInvite: "They can’t be invited to this group"
        }
    }

    var advice: String? {
        switch self {
        case .hoursChanged: "The group you chose doesn’t have that time together any more. Look at the new proposals."
        case .tooMany: "Dissolve one you don’t need, then start this one."
        case .full: "A place is free again when somebody declines or leaves."
        case .notOpen: "The group was dissolved, or somebody else took the place."
        case .cannotInvite: "They have other hours now, or are in the group already."
        }
    }
}
