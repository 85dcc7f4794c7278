import Postgres

extension SQL {
    /// Whom a viewer sees among the people of a group, of `users u`: themselves, and everyone who is there, not on hold,
    /// and on neither side of a block with them. Lists and figures both go by it, so that no figure tells of who is hidden.
    static func isParticipant(for viewer: Member.ID) -> SQL {
        "(u.id = \(viewer) OR \(isPresent(to: viewer)))"
    }

    /// What becomes of groups that people leave: the end of a statement's parts, behind `leaving (group_id, user_id,
    /// state)`, where the state is `declined` for who said no and `left` for all else. Places are free again, and a
    /// founder's group goes to who has been in it the longest; one without members is dissolved.
    static let leftGroups: SQL = """
        left_groups AS (
            UPDATE study_group_members m
            SET state = l.state, changed_at = now()
            FROM leaving l
            WHERE m.group_id = l.group_id AND m.user_id = l.user_id AND m.state IN ('invited', 'member')
            RETURNING m.group_id
        ), freed_places AS (
            UPDATE study_groups g
            SET member_count = g.member_count - n.places::smallint, founder_id = coalesce(n.heir, g.founder_id),
                state = CASE WHEN n.heir IS NULL THEN 'dissolved' ELSE g.state END
            FROM (
                SELECT l.group_id, count(*) AS places, (
                    SELECT m.user_id
                    FROM study_group_members m JOIN study_groups f ON f.id = m.group_id
                    WHERE m.group_id = l.group_id AND m.state = 'member'
                        AND NOT EXISTS (
                            SELECT FROM leaving x WHERE x.group_id = m.group_id AND x.user_id = m.user_id)
                    ORDER BY m.user_id <> f.founder_id, m.changed_at, m.user_id
                    LIMIT 1) AS heir
                FROM left_groups l
                GROUP BY l.group_id
            ) n
            WHERE g.id = n.group_id AND g.state = 'active'
        )
        """

    /// Groups in which a member and `users u` both are, or are invited to, as `own` and `their` rows of them.
    fileprivate static func groupsTogether(_ member: Member.ID) -> SQL {
        """
        FROM users u
        JOIN study_group_members their ON their.user_id = u.id AND their.state IN ('invited', 'member')
        JOIN study_group_members own ON own.group_id = their.group_id AND own.user_id = \(member)
            AND own.state IN ('invited', 'member')
        JOIN study_groups g ON g.id = own.group_id AND g.state = 'active'
        """
    }
}

// Each begins after its group's row, or those of all of the member's groups, are taken; and those after rows of `users`.
extension Query where Output == Int {
    static func lockGroups(of members: [Member.ID]) -> Self {
        Query<Int>.execute(
            """
            SELECT g.id FROM study_groups g
            WHERE g.state = 'active' AND g.id IN (
                SELECT m.group_id FROM study_group_members m
                WHERE m.user_id = ANY (\(members)) AND m.state IN ('invited', 'member'))
            ORDER BY g.id
            FOR UPDATE
            """
        ).idempotent
    }

    /// Gives a place back: an invitation that is declined, or a membership that ends.
    static func leaveGroup(_ id: StudyGroup.ID, as member: Member.ID) -> Self {
        Query<Int>.value(
            """
            WITH leaving AS (
                SELECT group_id, user_id, CASE state WHEN 'invited' THEN 'declined' ELSE 'left' END AS state
                FROM study_group_members
                WHERE group_id = \(id) AND user_id = \(member) AND state IN ('invited', 'member')
            ), \(SQL.leftGroups)
            SELECT count(*) FROM left_groups
            """
        ).idempotent
    }

    /// Who drops a course leaves its groups.
    static func leaveGroups<Subject>(of course: ID<Subject>, as member: Member.ID) -> Self {
        Query<Int>.value(
            """
            WITH leaving AS (
                SELECT m.group_id, m.user_id, 'left' AS state
                FROM study_group_members m JOIN study_groups g ON g.id = m.group_id
                WHERE m.user_id = \(member) AND m.state IN ('invited', 'member')
                    AND g.course_id = \(course.rawValue) AND g.state = 'active'
            ), \(SQL.leftGroups)
            SELECT count(*) FROM left_groups
            """
        ).idempotent
    }

    /// Nobody meets in a group whom they blocked: who blocked leaves it. Where the other is only invited, and who
    /// blocked takes part, the invitation ends instead. Begins after the block is made, and does nothing without one.
    ///
    /// The other sees a place become free, as whenever somebody leaves, and is told nothing.
    static func leaveGroups(with username: String, as member: Member.ID) -> Self {
        Query<Int>.value(
            """
            WITH leaving AS (
                SELECT own.group_id, 'left' AS state,
                    CASE WHEN own.state = 'member' AND their.state = 'invited' THEN u.id ELSE own.user_id END AS user_id
                \(SQL.groupsTogether(member))
                JOIN blocks b ON b.user_id = own.user_id AND b.other_id = u.id AND b.is_own
                WHERE u.username = \(username)
            ), \(SQL.leftGroups)
            SELECT count(*) FROM left_groups
            """
        ).idempotent
    }
}

extension Query where Output == [String] {
    /// Names of the groups a member would leave by blocking somebody whom they see there.
    static func groupsLeft(byBlocking username: String, _ member: Member.ID) -> Self {
        .values(
            """
            SELECT g.name
            \(SQL.groupsTogether(member))
            WHERE u.username = \(username) AND \(SQL.isPresent(to: member))
                AND NOT (own.state = 'member' AND their.state = 'invited')
            ORDER BY g.name, g.id
            LIMIT 20
            """)
    }
}
