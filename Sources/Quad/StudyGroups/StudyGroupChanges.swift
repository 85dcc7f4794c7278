import FoundationEssentials
import Postgres

extension SQL {
    /// Whether somebody takes a course now.
    fileprivate static func takes(_ course: MatchCourse.ID, _ person: SQL) -> SQL { takes("\(course)", person) }

    fileprivate static func takes(_ course: SQL, _ person: SQL) -> SQL {
        """
        EXISTS (
            SELECT FROM enrolments e WHERE e.course_id = \(course) AND e.user_id = \(person) AND e.state = 'active')
        """
    }
}

/// Every change of a group locks its row first, so that places are given away one after the other.
extension Query where Output == Int {
    /// Starts a group with its founder as a member and everyone else invited, who all take the course, may meet each
    /// other, and declined nothing of the kind lately. Begins after the founder's row is taken, so
    /// that two tabs don't start the twentieth at once.
    ///
    /// - Returns: how many people are in it; 0 when it is there already, somebody cannot be in it, or the founder has too
    ///   many.
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
                WHERE (SELECT count(*) FROM study_groups WHERE founder_id = \(founder) AND state = 'active')
                        < \(StudyGroup.mostFounded)
                    AND \(SQL.takes(course.id, "\(founder)"))
                    AND (SELECT count(*) FROM match_pool WHERE course_id = \(course.id) AND user_id = ANY (\(people)))
                        = \(people.count)
                    AND NOT EXISTS (
                        SELECT FROM blocks
                        WHERE user_id = ANY (\(people + [founder])) AND other_id = ANY (\(people + [founder])))
                    AND NOT EXISTS (
                        SELECT FROM (\(SQL.unwilling(course.id, "VALUES (\(founder))"))) d
                        WHERE d.user_id = ANY (\(people)))
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

    /// Takes the place that was offered, of who still takes the course; not where somebody in the group and the one
    /// invited must not meet.
    static func acceptGroup(_ id: StudyGroup.ID, as member: Member.ID) -> Self {
        .execute(
            """
            UPDATE study_group_members m
            SET state = 'member', changed_at = now()
            FROM study_groups g
            WHERE m.group_id = \(id) AND m.user_id = \(member) AND m.state = 'invited' AND g.id = m.group_id
                AND g.state = 'active' AND \(SQL.takes("g.course_id", "m.user_id"))
                AND NOT EXISTS (
                    SELECT FROM study_group_members o JOIN blocks b ON b.user_id = o.user_id AND b.other_id = \(member)
                    WHERE o.group_id = \(id) AND o.state = 'member')
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

    /// Offers a free place to somebody of the course who may be invited.
    static func inviteToGroup(_ group: StudyGroup, _ person: Member.ID, by member: Member.ID) -> Self {
        .execute(
            """
            WITH invited AS (
                INSERT INTO study_group_members (group_id, user_id, state, invited_by)
                SELECT g.id, \(person), 'invited', \(member)
                FROM study_groups g
                JOIN match_pool p ON p.course_id = g.course_id AND p.user_id = \(person)
                WHERE g.id = \(group.id) AND g.state = 'active'
                    AND g.member_count < \(StudyGroup.sizes.upperBound)::integer
                    AND \(SQL.takes("g.course_id", "\(member)"))
                    AND EXISTS (
                        SELECT FROM study_group_members o
                        WHERE o.group_id = g.id AND o.user_id = \(member) AND o.state = 'member')
                    AND p.user_id NOT IN (\(SQL.notInvitable(to: group.id, of: group.courseID)))
                ON CONFLICT (group_id, user_id) DO NOTHING
                RETURNING group_id
            )
            UPDATE study_groups g SET member_count = g.member_count + 1
            FROM invited WHERE g.id = invited.group_id
            """)
    }
}
