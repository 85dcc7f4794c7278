import Postgres

extension SQL {
    /// Enrols everyone of `decided`, a statement that answers with `user_id`, `course_id` and `is_shown`. Nobody is
    /// enrolled who left meanwhile, and nobody's own choice is changed.
    fileprivate static let enrolDecided: SQL = """
        INSERT INTO enrolments (course_id, user_id, is_shown)
        SELECT d.course_id, d.user_id, bool_and(d.is_shown)
        FROM decided d JOIN users u ON u.id = d.user_id
        WHERE u.state IN ('active', 'silenced')
        GROUP BY d.course_id, d.user_id
        ON CONFLICT (course_id, user_id) DO UPDATE
        SET state = 'active', is_shown = EXCLUDED.is_shown, changed_at = now()
        WHERE enrolments.state = 'dropped'
        """

    /// Whether `course_suggestions t` waits and is `s`, or means the same course.
    fileprivate static let meansTheSame: SQL = """
        t.state = 'waiting' AND t.university_id = s.university_id AND lower(t.code) = lower(s.code)
            AND lower(t.section) = lower(s.section) AND t.term = s.term
        """
}

// Each does nothing the second time.
extension Query where Output == Int {
    /// Makes a course of a suggestion, and enrols everyone who suggested the same.
    ///
    /// - Returns: how many suggestions it answered; 0 when another moderator was faster, or the course is there already.
    static func confirm(
        _ id: CourseSuggestion.ID, as course: Course.ID, _ fields: CourseFields, by moderator: Moderator
    ) -> Self {
        .value(
            """
            WITH s AS (
                SELECT id, university_id, code, section, term
                FROM course_suggestions
                WHERE id = \(id) AND state = 'waiting'
                FOR UPDATE
            ), made AS (
                INSERT INTO courses (id, university_id, code, section, term, title, instructor, schedule)
                SELECT \(course), s.university_id, \(fields.code), \(fields.section), \(fields.term), \(fields.title),
                    \(fields.instructor), \(fields.schedule)
                FROM s
                ON CONFLICT DO NOTHING
                RETURNING id
            ), decided AS (
                UPDATE course_suggestions t
                SET state = 'confirmed', course_id = made.id, decided_by = \(moderator.id), decided_at = now()
                FROM made, s
                WHERE \(SQL.meansTheSame)
                RETURNING t.user_id, t.course_id, t.is_shown
            ), enrolled AS (
                \(SQL.enrolDecided)
            )
            SELECT count(*) FROM decided
            """
        ).writing()
    }

    /// Answers a suggestion, and all that mean the same, with a course that is there.
    static func merge(_ id: CourseSuggestion.ID, into course: Course.ID, by moderator: Moderator) -> Self {
        .value(
            """
            WITH s AS (
                SELECT id, university_id, code, section, term
                FROM course_suggestions
                WHERE id = \(id) AND state = 'waiting'
                FOR UPDATE
            ), decided AS (
                UPDATE course_suggestions t
                SET state = 'merged', course_id = c.id, decided_by = \(moderator.id), decided_at = now()
                FROM s, courses c
                WHERE c.id = \(course) AND c.university_id = s.university_id AND c.state = 'active'
                    AND \(SQL.meansTheSame)
                RETURNING t.user_id, t.course_id, t.is_shown
            ), enrolled AS (
                \(SQL.enrolDecided)
            )
            SELECT count(*) FROM decided
            """
        ).writing()
    }

    static func decline(_ id: CourseSuggestion.ID, because reason: String, by moderator: Moderator) -> Self {
        .execute(
            """
            UPDATE course_suggestions
            SET state = 'declined', reason = \(reason), decided_by = \(moderator.id), decided_at = now()
            WHERE id = \(id) AND state = 'waiting'
            """
        ).idempotent
    }
}
