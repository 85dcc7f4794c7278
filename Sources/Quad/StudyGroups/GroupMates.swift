import FoundationEssentials
import Postgres

/// Somebody who could be in a group with the reader.
struct GroupMate: Sendable {
    let id: Member.ID
    let username: String
    let name: String
    let face: Author.Face
    /// The hours shared with the reader, in the reader's wall time.
    let shared: Week

    /// Their profile is the reader's to open, or they would be none.
    var person: Person { Author(name: name, username: username, isOpen: true, face: face).person }

    /// How many are looked at for proposals.
    static let most = 500
    /// How many a group's page offers to invite.
    static let mostOffered = 5
}

extension SQL {
    /// Who declined not long ago what some people offered, and is left alone by them for 30 days: an invitation of one
    /// of them, or one into a group of this course that one of them was in.
    ///
    /// - Parameter inviters: a query of their identities.
    /// - Returns: a query of identities.
    static func unwilling(_ course: MatchCourse.ID, _ inviters: SQL) -> SQL {
        """
        SELECT d.user_id
        FROM study_group_members d
        WHERE d.invited_by IN (\(inviters)) AND d.state = 'declined' AND d.changed_at > now() - interval '30 days'
        UNION ALL
        SELECT d.user_id
        FROM study_group_members w
        JOIN study_groups k ON k.id = w.group_id AND k.course_id = \(course)
        JOIN study_group_members d ON d.group_id = k.id
        WHERE w.user_id IN (\(inviters)) AND w.state IN ('member', 'left') AND d.state = 'declined'
            AND d.changed_at > now() - interval '30 days'
        """
    }

    /// Who is not invited into a group: those who are in it or were asked before, who must not meet one of them, and
    /// who declined not long ago what one of its members offered.
    static func notInvitable(to group: StudyGroup.ID, of course: MatchCourse.ID) -> SQL {
        """
        SELECT o.user_id FROM study_group_members o WHERE o.group_id = \(group)
        UNION ALL
        SELECT b.other_id
        FROM study_group_members o JOIN blocks b ON b.user_id = o.user_id
        WHERE o.group_id = \(group) AND o.state IN ('invited', 'member')
        UNION ALL
        \(unwilling(course, "SELECT o.user_id FROM study_group_members o WHERE o.group_id = \(group) AND o.state = 'member'"))
        """
    }
}

extension Query where Output == [GroupMate] {
    /// The people of a course who share at least an hour with the reader, those who fit best first.
    static func groupMates(_ course: MatchCourse.ID, for reader: MatchReader, scoring: MatchScoring) -> Self {
        mates(
            of: course, for: reader, scoring, besides: SQL.unwilling(course, "VALUES (\(reader.id))"),
            "bit_count(p.shared) >= \(GroupSearch.leastQuarters)::integer", limit: GroupMate.most)
    }

    /// Course mates of the reader who are free whenever a group meets and may be invited, while it has a place.
    ///
    /// - Parameters:
    ///   - slots: when the group meets, in the reader's wall time.
    ///   - username: the only one it is about.
    static func invitable(
        to group: StudyGroup, at slots: Week, only username: String? = nil, for reader: MatchReader,
        scoring: MatchScoring
    ) -> Self {
        let one: SQL = username.map { "AND p.user_id = (SELECT id FROM users WHERE username = \($0))" } ?? ""
        return mates(
            of: group.courseID, for: reader, scoring, besides: SQL.notInvitable(to: group.id, of: group.courseID),
            """
            (p.shared & \(slots)) = \(slots) \(one)
                AND (SELECT member_count FROM study_groups WHERE id = \(group.id))
                    < \(StudyGroup.sizes.upperBound)::integer
            """, limit: GroupMate.mostOffered)
    }

    /// - Parameters:
    ///   - excluded: a query of identities.
    ///   - fit: whether the person in `p` shares the time that is needed.
    private static func mates(
        of course: MatchCourse.ID, for reader: MatchReader, _ scoring: MatchScoring, besides excluded: SQL,
        _ fit: SQL, limit: Int
    ) -> Self {
        .all(
            """
            WITH \(SQL.avoided(by: reader.id)), excluded (user_id) AS MATERIALIZED (
                \(excluded)
            ), best AS (
                SELECT p.user_id, p.shared,
                    (\(scoring.timeTable))[least(bit_count(p.shared), \(MatchScoring.enoughQuarters)::integer) + 1]
                        + (\(scoring.traitTable(MatchFilter())))[p.traits + 1] AS points, p.joined_at
                FROM (
                    SELECT p.user_id, p.traits, p.joined_at, \(SQL.sharedHours(with: reader)) AS shared
                    FROM match_pool p
                    WHERE p.course_id = \(course) AND \(SQL.isShown(to: reader))
                        AND p.user_id NOT IN (SELECT user_id FROM excluded)
                    OFFSET 0
                ) p
                WHERE \(fit)
                ORDER BY points DESC, p.joined_at, p.user_id
                LIMIT \(limit)
            )
            SELECT b.user_id, u.username, u.name, \(SQL.face), b.shared
            FROM best b JOIN users u ON u.id = b.user_id
            ORDER BY b.points DESC, b.joined_at, b.user_id
            LIMIT \(limit)
            """, as: GroupMate.init)
    }
}

/// Two who must not meet.
struct MatePair: Sendable {
    let one: Member.ID
    let other: Member.ID
}

extension Query where Output == [MatePair] {
    /// Those of the people who must not meet: all of them, each pair once. As many as there can be among those looked at.
    static func conflicts(among people: [Member.ID]) -> Self {
        .all(
            """
            SELECT user_id, other_id FROM blocks
            WHERE user_id = ANY (\(people)) AND other_id = ANY (\(people)) AND user_id < other_id
            LIMIT \(GroupMate.most * (GroupMate.most - 1) / 2)
            """, as: MatePair.init)
    }
}
