import Postgres

/// Somebody who takes a course and lets course mates know.
struct CourseMate: Sendable {
    let id: Member.ID
    let author: Author
    /// Empty where the profile is not the viewer's to open.
    let headline: String

    static let pageSize = 48
    /// As far as they are counted.
    static let mostCounted = 200
}

/// A study group of a course, as its course mates see it.
struct CourseGroup: Sendable {
    let id: ID<CourseGroup>
    let name: String
    /// Those whom the member sees.
    let seenCount: Int
    /// In quarter hours from Sunday 0:00.
    let startsAtQuarter: Int
    let quarterCount: Int
    let isMember: Bool
}

extension SQL {
    /// Whether a member takes `course`. What comes behind it is nobody else's to know, moderators included.
    fileprivate static func takes(_ course: Course.ID, _ member: Member) -> SQL {
        """
        EXISTS (
            SELECT FROM enrolments m
            WHERE m.course_id = \(course) AND m.user_id = \(member.id) AND m.state = 'active')
        """
    }

    /// Whether `users u` leave their courses as open as each of them is shown, or narrowed them to people the member is
    /// one of.
    fileprivate static func showsCourses(to member: Member) -> SQL {
        """
        NOT EXISTS (
            SELECT FROM profile_sections z
            WHERE z.user_id = u.id AND z.section = 'courses' AND (z.visibility = 'only_me'
                OR z.visibility = 'connections' AND NOT \(isConnected(to: member.id))))
        """
    }

    /// Those of `enrolments e` and `users u` whom a member sees as course mates: who chose to be shown there, is in
    /// use, not held, on neither side of a block, and hidden from course mates by no choice about their profile.
    fileprivate static func courseMates(of course: Course.ID, for member: Member) -> SQL {
        """
        e.course_id = \(course) AND e.is_shown AND e.state = 'active' AND e.user_id <> \(member.id)
            AND u.state = 'active' AND NOT u.is_held AND \(takes(course, member))
            AND \(isUnblocked(for: member.id)) AND u.visibility <> 'only_me' AND \(showsCourses(to: member))
        """
    }
}

extension Query where Output == [CourseMate] {
    /// One page of course mates, who has been here longest first, and one more when the list goes on.
    ///
    /// - Complexity: one walk through `enrolments_shown` from the cursor on.
    static func courseMates(of course: Course.ID, after: Member.ID?, for member: Member) -> Self {
        let viewer = Viewer.member(member)
        let rest: SQL = after.map { "AND e.user_id > \($0)" } ?? ""
        return .all(
            """
            SELECT u.id, \(SQL.authorColumns(for: viewer)),
                CASE WHEN \(SQL.openProfile(for: viewer)) THEN u.headline ELSE '' END
            FROM enrolments e JOIN users u ON u.id = e.user_id
            WHERE \(SQL.courseMates(of: course, for: member)) \(rest)
            ORDER BY e.user_id
            LIMIT \(CourseMate.pageSize + 1)
            """
        ) { id, name, username, isOpen, face, headline in
            CourseMate(
                id: id, author: Author(name: name, username: username, isOpen: isOpen, face: face),
                headline: headline)
        }
    }
}

extension Query where Output == Int {
    /// How many course mates a member sees, as far as they are counted. Never more than the list itself tells.
    static func courseMateCount(of course: Course.ID, for member: Member) -> Self {
        .value(
            """
            SELECT count(*)
            FROM (
                SELECT
                FROM enrolments e JOIN users u ON u.id = e.user_id
                WHERE \(SQL.courseMates(of: course, for: member))
                LIMIT \(CourseMate.mostCounted + 1)
            ) counted
            """)
    }
}

extension Query where Output == [CourseGroup] {
    /// The study groups of a course that a member is in or invited to. That others are there is nobody's business.
    static func groups(of course: Course.ID, for member: Member) -> Self {
        .all(
            """
            SELECT g.id, g.name, \(SQL.seenPeople(of: "g.id", for: member.id)), g.starts_at_quarter::bigint,
                g.quarter_count::bigint, m.state = 'member'
            FROM study_groups g
            JOIN study_group_members m ON m.group_id = g.id AND m.user_id = \(member.id)
            WHERE g.course_id = \(course) AND g.state = 'active' AND m.state IN ('invited', 'member')
            ORDER BY g.created_at DESC, g.id
            LIMIT 12
            """, as: CourseGroup.init)
    }
}
