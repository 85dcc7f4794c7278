import FoundationEssentials
import Postgres

/// Every change of a group locks its row first, so that places are given away one after the other.
extension Query where Output == Int {
    /// Starts a group with its founder as a member and everyone else invited.
    ///
    /// - Returns: how many people are in it; 0 when it is there already, or the founder has too many.
    static func startGroup(
        _ id: StudyGroup.ID, course: MatchCourse, name: String, slots: Range<Int>, timeZone: String,
        people: [Member.ID], by founder: Member.ID
    ) -> Self {
        .execute(
            """
            WITH made AS (
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                SELECT \(id), \(course.id), \(name), \(founder), \(slots.lowerBound)::smallint,
                    \(slots.count)::smallint, \(timeZone), \(people.count + 1)::smallint
                WHERE (SELECT count(*) FROM study_groups WHERE founder_id = \(founder) AND state = 'active') < 20
                ON CONFLICT (id) DO NOTHING
                RETURNING id
            )
            INSERT INTO study_group_members (group_id, user_id, state, invited_by)
            SELECT id, \(founder), 'member', NULL FROM made
            UNION ALL SELECT made.id, person, 'invited', \(founder) FROM made, unnest(\(people)) AS person
            """
        ).idempotent
    }

    static func lockGroup(_ id: StudyGroup.ID) -> Self {
        .execute("SELECT FROM study_groups WHERE id = \(id) FOR UPDATE")
    }

    /// Takes the place that was offered; not where somebody in the group and the one invited must not meet.
    static func acceptGroup(_ id: StudyGroup.ID, as member: Member.ID) -> Self {
        .execute(
            """
            UPDATE study_group_members m
            SET state = 'member', changed_at = now()
            FROM study_groups g
            WHERE m.group_id = \(id) AND m.user_id = \(member) AND m.state = 'invited' AND g.id = m.group_id
                AND g.state = 'active'
                AND NOT EXISTS (
                    SELECT FROM study_group_members o JOIN blocks b ON b.user_id = o.user_id AND b.other_id = \(member)
                    WHERE o.group_id = \(id) AND o.state = 'member')
            """
        ).idempotent
    }

    /// Gives a place back: an invitation that is declined, or a membership that ends. A founder's group goes to who has
    /// been in it the longest; one without members is dissolved.
    static func leaveGroup(_ id: StudyGroup.ID, as member: Member.ID) -> Self {
        .execute(
            """
            WITH gone AS (
                UPDATE study_group_members
                SET state = CASE state WHEN 'invited' THEN 'declined' ELSE 'left' END, changed_at = now()
                WHERE group_id = \(id) AND user_id = \(member) AND state IN ('invited', 'member')
                RETURNING group_id
            ), heir AS (
                SELECT user_id FROM study_group_members
                WHERE group_id = \(id) AND user_id <> \(member) AND state = 'member'
                ORDER BY changed_at, user_id
                LIMIT 1
            )
            UPDATE study_groups g
            SET member_count = g.member_count - 1,
                founder_id = CASE WHEN g.founder_id = \(member)
                    THEN coalesce((SELECT user_id FROM heir), g.founder_id) ELSE g.founder_id END,
                state = CASE WHEN EXISTS (SELECT FROM heir) THEN g.state ELSE 'dissolved' END
            FROM gone
            WHERE g.id = gone.group_id
            """
        ).idempotent
    }

    static func dissolveGroup(_ id: StudyGroup.ID, by founder: Member.ID) -> Self {
        .execute(
            """
            UPDATE study_groups SET state = 'dissolved'
            WHERE id = \(id) AND founder_id = \(founder) AND state = 'active'
            """
        ).idempotent
    }

    /// Offers a free place to somebody; nobody who has said no is asked again.
    static func inviteToGroup(_ id: StudyGroup.ID, _ person: Member.ID, by member: Member.ID) -> Self {
        .execute(
            """
            WITH invited AS (
                INSERT INTO study_group_members (group_id, user_id, state, invited_by)
                SELECT g.id, \(person), 'invited', \(member)
                FROM study_groups g
                WHERE g.id = \(id) AND g.state = 'active' AND g.member_count < 6
                    AND EXISTS (
                        SELECT FROM study_group_members o
                        WHERE o.group_id = g.id AND o.user_id = \(member) AND o.state = 'member')
                    AND NOT EXISTS (
                        SELECT FROM study_group_members o
                        JOIN blocks b ON b.user_id = o.user_id AND b.other_id = \(person)
                        WHERE o.group_id = g.id AND o.state IN ('member', 'invited'))
                ON CONFLICT (group_id, user_id) DO NOTHING
                RETURNING group_id
            )
            UPDATE study_groups g SET member_count = g.member_count + 1
            FROM invited WHERE g.id = invited.group_id
            """)
    }
}
