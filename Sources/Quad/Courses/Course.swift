import Postgres

/// Something that is taught in a term, as the registrar or a moderator wrote it down.
struct Course: Sendable {
    typealias ID = Quad.ID<Course>

    /// What it is called: no two of a university's courses share code, section and term.
    struct Name: Equatable, Sendable {
        /// "CS 161".
        let code: String
        /// "2"; empty where a course has no sections.
        let section: String
        /// "Fall 2026".
        let term: String
        let title: String

        /// "CS 161, section 2".
        var codeAndSection: String { section.isEmpty ? code : "\(code), section \(section)" }
    }

    let id: ID
    let name: Name
    let instructor: String
    /// "Mon and Wed, 9:00–10:30".
    let schedule: String
    /// Over: nobody begins it any more.
    let isClosed: Bool
    /// What the viewer is to it; `nil` for who doesn't take it.
    let enrolment: OwnEnrolment?

    /// How many courses of one term somebody takes by hand; what the registrar's file brings comes on top.
    static let most = 12
}

/// Somebody's own place in a course.
struct OwnEnrolment: Equatable, Sendable {
    /// Whether course mates see them there, and matching may show them.
    let isShown: Bool
    /// Whether the registrar's file brought it.
    let isImported: Bool
}

extension Course {
    /// One row: `SQL.courseColumns`.
    init(
        id: ID, code: String, section: String, term: String, title: String, instructor: String, schedule: String,
        state: CourseState, isShown: Bool?, isImported: Bool?
    ) {
        self.init(
            id: id, name: Name(code: code, section: section, term: term, title: title), instructor: instructor,
            schedule: schedule, isClosed: state == .closed,
            enrolment: isShown.map { OwnEnrolment(isShown: $0, isImported: isImported ?? false) })
    }
}

enum CourseState: String, Column, SQLBindable {
    case active, closed
}

extension SQL {
    /// `Course`'s columns of `courses c`, with the viewer's own enrolment as `o`.
    static let courseColumns: SQL = """
        c.id, c.code, c.section, c.term, c.title, c.instructor, c.schedule, c.state, o.is_shown, o.is_imported
        """

    /// The viewer's own enrolment in `courses c`, as `o`.
    static func ownEnrolment(of member: Member) -> SQL {
        "LEFT JOIN enrolments o ON o.course_id = c.id AND o.user_id = \(member.id) AND o.state = 'active'"
    }

    /// Whether a member may open `courses c`: those of their university, and what they take elsewhere.
    static func seesCourse(_ member: Member) -> SQL {
        """
        (c.university_id = \(member.universityID) OR EXISTS (
            SELECT FROM enrolments t
            WHERE t.course_id = c.id AND t.user_id = \(member.id) AND t.state = 'active'))
        """
    }
}
