import Postgres

/// Each changes `limit` accounts at most and answers how many.
extension Query where Output == Int {
    /// Who was silenced or suspended until a moment that has passed takes part again.
    static func endSanctions(limit: Int) -> Self {
        .execute(
            """
            UPDATE users
            SET state = 'active', state_reason = NULL, state_until = NULL, state_since = now()
            WHERE id IN (
                SELECT id FROM users
                WHERE state IN ('silenced', 'suspended') AND state_until <= now()
                ORDER BY state_until
                LIMIT \(limit)
                FOR UPDATE SKIP LOCKED)
            """)
    }

    /// Thirty days after the deletion nothing tells any more who it was. What was written stays, as a deleted user's.
    static func anonymiseDeleted(limit: Int) -> Self {
        .execute(
            """
            WITH chosen AS (
                SELECT id FROM users
                WHERE state = 'deleted' AND state_since <= now() - interval '30 days'
                    AND email NOT LIKE 'deleted-%@invalid'
                ORDER BY state_since
                LIMIT \(limit)
                FOR UPDATE SKIP LOCKED
            ), ended_sessions AS (
                DELETE FROM sessions WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_devices AS (
                DELETE FROM devices WHERE user_id IN (SELECT id FROM chosen)
            ), void_tokens AS (
                DELETE FROM email_tokens WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_weeks AS (
                DELETE FROM study_habits WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_drafts AS (
                DELETE FROM drafts WHERE author_id IN (SELECT id FROM chosen)
            ), forgotten_events AS (
                DELETE FROM security_events WHERE user_id IN (SELECT id FROM chosen)
            )
            UPDATE users
            SET email = 'deleted-' || id || '@invalid', username = 'deleted-' || right(id::text, 12),
                name = 'Deleted user', password_hash = NULL, personal_email = NULL, headline = '', bio_source = '',
                bio_html = '', visibility = 'only_me', state_reason = NULL
            WHERE id IN (SELECT id FROM chosen)
            """)
    }

    /// The handover from student to alumni ends 90 days after the graduation.
    static func handOverGraduates(limit: Int) -> Self {
        .execute(
            """
            UPDATE users
            SET profile_type = 'alumni'
            WHERE id IN (
                SELECT id FROM users
                WHERE profile_type = 'student' AND graduates_at < now() - interval '90 days'
                ORDER BY graduates_at
                LIMIT \(limit)
                FOR UPDATE SKIP LOCKED)
            """)
    }
}
