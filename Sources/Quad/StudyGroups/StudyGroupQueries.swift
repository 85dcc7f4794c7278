import FoundationEssentials
import Postgres

/// Somebody who could be in a group with the reader.
struct GroupMate: Sendable {
    let id: Member.ID
    let username: String
    let name: String
    /// The hours shared with the reader, in the reader's wall time.
    let shared: Week

    var person: Person {
        Person(name: name, path: MemberPaths.profile(username), avatar: Avatar(name: name, username: username))
    }
}

extension Query where Output == [GroupMate] {
    /// The people of a course who share at least an hour with the reader, those who fit best first.
    static func groupMates(_ course: MatchCourse.ID, for reader: MatchReader, scoring: MatchScoring) -> Self {
        .all(
            """
            WITH \(SQL.avoided(by: reader.id)), best AS (
                SELECT p.user_id, p.shared,
                    (\(scoring.timeTable))[least(bit_count(p.shared), \(MatchScoring.enoughQuarters)::integer) + 1]
                        + (\(scoring.traitTable(MatchFilter())))[p.traits + 1] AS points, p.joined_at
                FROM (
                    SELECT p.user_id, p.traits, p.joined_at, \(SQL.sharedHours(with: reader)) AS shared
                    FROM match_pool p
                    WHERE p.course_id = \(course) AND \(SQL.isShown(to: reader))
                    OFFSET 0
                ) p
                WHERE bit_count(p.shared) >= \(GroupSearch.leastQuarters)::integer
                ORDER BY points DESC, p.joined_at, p.user_id
                LIMIT 500
            )
            SELECT b.user_id, u.username, u.name, b.shared
            FROM best b JOIN users u ON u.id = b.user_id
            ORDER BY b.points DESC, b.joined_at, b.user_id
            """, as: GroupMate.init)
    }
}

extension Query where Output == [MatePair] {
    /// Those of the people who must not meet.
    static func conflicts(among people: [Member.ID]) -> Self {
        .all(
            """
            SELECT user_id, other_id FROM blocks
            WHERE user_id = ANY (\(people)) AND other_id = ANY (\(people)) AND user_id < other_id
            LIMIT 10000
            """, as: MatePair.init)
    }
}

struct MatePair: Sendable {
    let one: Member.ID
    let other: Member.ID
}

extension SQL {
    fileprivate static let groupColumns: SQL = """
        g.id, g.course_id, c.code, g.name, g.founder_id, g.starts_at_quarter, g.quarter_count, g.time_zone,
        g.state = 'active', g.member_count, m.state
        """
}

extension StudyGroup {
    /// One row, in the order of `SQL.groupColumns`.
    fileprivate init(
        id: ID, courseID: MatchCourse.ID, courseCode: String, name: String, founderID: Member.ID, start: Int,
        count: Int, timeZone: String, isActive: Bool, memberCount: Int, standing: Standing
    ) {
        self.init(
            id: id, courseID: courseID, courseCode: courseCode, name: name, founderID: founderID,
            slots: start..<start + count, timeZone: timeZone, isActive: isActive, memberCount: memberCount,
            standing: standing)
    }
}

extension Query where Output == StudyGroup? {
    /// A group, for who is in it or invited.
    static func studyGroup(_ id: StudyGroup.ID, for member: Member.ID) -> Self {
        .first(
            """
            SELECT \(SQL.groupColumns)
            FROM study_groups g
            JOIN study_group_members m ON m.group_id = g.id AND m.user_id = \(member)
            JOIN courses c ON c.id = g.course_id
            WHERE g.id = \(id) AND m.state IN ('invited', 'member') AND g.state = 'active'
            LIMIT 1
            """, as: StudyGroup.init)
    }
}

extension Query where Output == [StudyGroup] {
    /// The groups somebody is in or invited to; invitations first, then the newest.
    static func studyGroups(of member: Member.ID) -> Self {
        .all(
            """
            SELECT \(SQL.groupColumns)
            FROM study_group_members m
            JOIN study_groups g ON g.id = m.group_id
            JOIN courses c ON c.id = g.course_id
            WHERE m.user_id = \(member) AND m.state IN ('invited', 'member') AND g.state = 'active'
            ORDER BY m.state, g.created_at DESC, g.id
            LIMIT 100
            """, as: StudyGroup.init)
    }
}

extension Query where Output == [StudyGroup.Participant] {
    /// Who is in a group or invited, as far as the viewer may know: nobody who is gone, held, or has nothing to do with
    /// the viewer.
    static func participants(of group: StudyGroup.ID, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT m.user_id, \(SQL.authorColumns(for: viewer)), m.state = 'member'
            FROM study_group_members m JOIN users u ON u.id = m.user_id
            WHERE m.group_id = \(group) AND m.state IN ('invited', 'member') AND u.state IN ('active', 'silenced')
                AND NOT u.is_held AND \(SQL.isUnblocked(for: viewer.id))
            ORDER BY m.state DESC, m.changed_at, m.user_id
            LIMIT 6
            """
        ) { (id: Member.ID, name: String, username: String, isOpen: Bool, face: Author.Face, isMember: Bool) in
            StudyGroup.Participant(
                id: id, person: Author(name: name, username: username, isOpen: isOpen, face: face).person,
                isMember: isMember)
        }
    }
}
