import Postgres

extension Query where Output == Int {
    /// Makes what one member does about courses happen one after another, so that two tabs exceed no limit.
    static func lockEnrolments(of member: Member) -> Self {
        Query<Int>.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('enrolments ' || \(member.id)::text, 0))"
        ).idempotent
    }

    /// Takes a course, or takes it up again. Begins after `lockEnrolments`.
    ///
    /// - Returns: 1, or 0 when the member takes it already, or may not.
    static func enrol(_ member: Member, in course: Course.ID, isShown: Bool) -> Self {
        .execute(
            """
            INSERT INTO enrolments (course_id, user_id, is_shown)
            SELECT c.id, \(member.id), \(isShown)
            FROM courses c
            WHERE c.id = \(course) AND c.state = 'active' AND c.university_id = \(member.universityID)
                AND (
                    SELECT count(*)
                    FROM enrolments e JOIN courses k ON k.id = e.course_id
                    WHERE e.user_id = \(member.id) AND e.state = 'active' AND NOT e.is_imported AND k.term = c.term
                ) < \(Course.most)
            ON CONFLICT (course_id, user_id) DO UPDATE
            SET state = 'active', is_shown = EXCLUDED.is_shown, is_imported = false, changed_at = now()
            WHERE enrolments.state = 'dropped'
            """
        ).idempotent
    }

    /// Whoever takes it up again is asked anew whether to be shown. What they waited for there ends.
    static func drop(_ course: Course.ID, as member: Member) -> Self {
        .execute(
            """
            WITH ended_watch AS (
                DELETE FROM match_watches WHERE course_id = \(course) AND user_id = \(member.id)
            )
            UPDATE enrolments
            SET state = 'dropped', is_shown = false, changed_at = now()
            WHERE course_id = \(course) AND user_id = \(member.id) AND state = 'active'
            """
        ).idempotent
    }

    static func show(_ member: Member, in course: Course.ID, _ isShown: Bool) -> Self {
        .execute(
            """
            UPDATE enrolments
            SET is_shown = \(isShown), changed_at = now()
            WHERE course_id = \(course) AND user_id = \(member.id) AND state = 'active' AND is_shown <> \(isShown)
            """
        ).idempotent
    }
}
