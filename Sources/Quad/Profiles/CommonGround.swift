import Postgres

/// What a member has in common with somebody whose profile they look at.
struct CommonGround: Sendable {
    /// Codes of the courses where both show that they take them.
    let courses: [String]
    /// Names of people whom both know.
    let people: [String]
    let communities: [String]
    /// How the viewer likes to study, once they said so.
    let ownHabits: StudyHabits?
    let isConnected: Bool
    /// `nil` where either has said no hours, or theirs are not for the viewer.
    let weeks: Weeks?

    /// As they are stored, each in its owner's zone.
    struct Weeks: Sendable {
        let own: Week
        let other: Week
        /// Whether the viewer may see all of the other's hours, or those alone that both are free.
        let isWhole: Bool
        let ownZone: String
        let otherZone: String
    }

}

extension Query where Output == CommonGround? {
    /// - Returns: `nil` for one's own profile, and for one that isn't the member's to open.
    static func commonGround(of member: Member, with username: String) -> Self {
        let viewer = Viewer.member(member)
        let areCourseMates: SQL = """
            EXISTS (SELECT FROM enrolments mine
                JOIN enrolments other ON other.course_id = mine.course_id AND other.user_id = u.id
                    AND other.state = 'active' AND other.is_shown
                JOIN courses c ON c.id = mine.course_id AND c.state = 'active'
                WHERE mine.user_id = \(member.id) AND mine.state = 'active')
            """
        return .first(
            """
            SELECT ARRAY(SELECT DISTINCT c.code FROM enrolments mine
                    JOIN enrolments other ON other.course_id = mine.course_id AND other.user_id = u.id
                        AND other.state = 'active' AND other.is_shown
                    JOIN courses c ON c.id = mine.course_id AND c.state = 'active'
                    WHERE mine.user_id = \(member.id) AND mine.state = 'active' AND mine.is_shown
                        AND \(SQL.shows(.courses, to: Onlooker(viewer)))
                    ORDER BY 1 LIMIT 8),
                ARRAY(SELECT x.name \(SQL.mutualPeople(with: member.id)) ORDER BY x.name, x.id LIMIT 6),
                ARRAY(SELECT c.name FROM memberships mine
                    JOIN memberships other ON other.community_id = mine.community_id AND other.user_id = u.id
                        AND other.role <> 'banned'
                    JOIN communities c ON c.id = mine.community_id AND c.state = 'active'
                    WHERE mine.user_id = \(member.id) AND mine.role <> 'banned' AND \(SQL.readable(by: viewer))
                    ORDER BY c.member_count, c.slug LIMIT 6),
                CASE WHEN h.has_habits THEN h.location END, CASE WHEN h.has_habits THEN h.style END,
                CASE WHEN h.has_habits THEN h.pace END, \(SQL.isConnected(to: member.id)),
                h.availability,
                CASE WHEN \(SQL.shows(.availability, to: Onlooker(viewer)))
                    OR \(SQL.shows(.courses, to: Onlooker(viewer))) AND \(areCourseMates) AND NOT EXISTS (
                        SELECT FROM profile_sections z
                        WHERE z.user_id = u.id AND z.section = 'availability' AND z.visibility = 'only_me')
                    THEN o.availability END,
                \(SQL.shows(.availability, to: Onlooker(viewer))),
                coalesce(h.time_zone, m.time_zone), coalesce(o.time_zone, n.time_zone)
            FROM users u
            JOIN universities n ON n.id = u.university_id
            JOIN universities m ON m.id = \(member.universityID)
            LEFT JOIN study_habits h ON h.user_id = \(member.id)
            LEFT JOIN study_habits o ON o.user_id = u.id
            WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.openProfile(for: viewer))
                AND \(SQL.isNamed(to: viewer))
            LIMIT 1
            """
        ) {
            (
                courses: [String], people: [String], communities: [String], location: StudyHabits.Location?,
                style: StudyHabits.Style?, pace: StudyHabits.Pace?, isConnected: Bool, own: Week?, other: Week?,
                isWhole: Bool, ownZone: String, otherZone: String
            ) in
            var weeks: CommonGround.Weeks?
            if let own, let other, !own.isEmpty, !other.isEmpty {
                weeks = CommonGround.Weeks(
                    own: own, other: other, isWhole: isWhole, ownZone: ownZone, otherZone: otherZone)
            }
            return CommonGround(
                courses: courses, people: people, communities: communities,
                ownHabits: StudyHabits(location, style, pace), isConnected: isConnected, weeks: weeks)
        }
    }
}

extension StudyHabits {
    /// As columns hold them; `nil` when one is missing.
    init?(_ location: Location?, _ style: Style?, _ pace: Pace?) {
        guard let location, let style, let pace else { return nil }
        self.init(location: location, style: style, pace: pace)
    }
}

extension Query where Output == CommonGround? {
    /// The same for whoever looks: visitors have nothing in common with anybody.
    static func commonGround(of viewer: Viewer, with username: String) -> Self {
        viewer.member.map { .commonGround(of: $0, with: username) } ?? .nothingInCommon
    }

    private static var nothingInCommon: Self {
        .first("SELECT true WHERE false") { (isConnected: Bool) in
            CommonGround(
                courses: [], people: [], communities: [], ownHabits: nil, isConnected: isConnected, weeks: nil)
        }
    }
}
