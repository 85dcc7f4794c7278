import Postgres

/// What ends with an account, or with somebody's time as a student: parts of a statement that begins with `chosen (id)`,
/// after the rows of these people and of their study groups are taken.
extension SQL {
    /// They take no course any more, and wait for nothing of those who do.
    fileprivate static let endedStudies: SQL = """
        dropped_courses AS (
            UPDATE enrolments SET state = 'dropped', is_shown = false, changed_at = now()
            WHERE user_id IN (SELECT id FROM chosen) AND state = 'active'
        ), \(endedPlaces)
        """

    /// Their places in study groups are free, and moderators need not look at the courses they missed. A founder's group
    /// goes to who has been in it longest; one that nobody is left in ends.
    fileprivate static let endedPlaces: SQL = """
        withdrawn_suggestions AS (
            UPDATE course_suggestions SET state = 'withdrawn', decided_at = now()
            WHERE user_id IN (SELECT id FROM chosen) AND state = 'waiting'
        ), ended_watches AS (
            DELETE FROM match_watches WHERE user_id IN (SELECT id FROM chosen)
        ), leaving AS (
            SELECT group_id, user_id, 'left' AS state
            FROM study_group_members
            WHERE user_id IN (SELECT id FROM chosen) AND state IN ('invited', 'member')
        ), \(leftGroups)
        """

    /// Nobody is connected with them any more, what they wrote in requests is gone, and so is whom they avoided.
    fileprivate static let endedAcquaintances: SQL = """
        ended_connections AS (
            UPDATE connections
            SET message = CASE WHEN asker_id IN (SELECT id FROM chosen) THEN '' ELSE message END,
                state = CASE state WHEN 'pending' THEN 'cancelled' WHEN 'accepted' THEN 'ended' ELSE state END,
                ended_at = CASE WHEN state IN ('pending', 'accepted') THEN now() ELSE ended_at END
            WHERE asker_id IN (SELECT id FROM chosen) OR asked_id IN (SELECT id FROM chosen)
        ), lifted_blocks AS (
            DELETE FROM blocks WHERE user_id IN (SELECT id FROM chosen) OR other_id IN (SELECT id FROM chosen)
        ), forgotten_hiding AS (
            DELETE FROM hidden_people WHERE user_id IN (SELECT id FROM chosen) OR other_id IN (SELECT id FROM chosen)
        ), forgotten_exposures AS (
            DELETE FROM match_exposures WHERE user_id IN (SELECT id FROM chosen)
        ), forgotten_showings AS (
            DELETE FROM match_showings WHERE user_id IN (SELECT id FROM chosen)
        ), forgotten_suggestions AS (
            DELETE FROM suggestions WHERE user_id IN (SELECT id FROM chosen) OR other_id IN (SELECT id FROM chosen)
        ), forgotten_looks AS (
            DELETE FROM suggestion_looks WHERE user_id IN (SELECT id FROM chosen)
        ), forgotten_dismissals AS (
            DELETE FROM dismissed_suggestions
            WHERE user_id IN (SELECT id FROM chosen) OR other_id IN (SELECT id FROM chosen)
        )
        """
}

// Whose time has come, `limit` of them at most; their rows are taken. Not FOR UPDATE: an invitation, which has taken its
// group, would wait for the account it names, and who has taken the account for the group.
extension Query where Output == [Member.ID] {
    static func longDeleted(limit: Int) -> Self {
        .values(
            """
            SELECT id FROM users
            WHERE state = 'deleted' AND state_since <= now() - interval '30 days' AND email NOT LIKE 'deleted-%@invalid'
            ORDER BY state_since
            LIMIT \(limit)
            FOR NO KEY UPDATE SKIP LOCKED
            """)
    }

    /// The handover from student to alumni ends 90 days after the graduation.
    static func graduates(limit: Int) -> Self {
        .values(
            """
            SELECT id FROM users
            WHERE graduates_at < now() - interval '90 days'
            ORDER BY graduates_at
            LIMIT \(limit)
            FOR NO KEY UPDATE SKIP LOCKED
            """)
    }
}

extension Query where Output == Int {
    /// Who was silenced or suspended until a moment that has passed takes part again: `limit` accounts at most. Answers
    /// how many.
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
                FOR NO KEY UPDATE SKIP LOCKED)
            """)
    }

    /// Thirty days after the deletion nothing tells any more who it was. What was written stays, as a deleted user's; and
    /// nobody else ever gets the username, so that no one is taken for who had it.
    static func anonymise(_ accounts: [Member.ID]) -> Self {
        .execute(
            """
            WITH chosen AS (
                SELECT id FROM unnest(\(accounts)) AS id
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
            ), nobodys_usernames AS (
                UPDATE former_usernames SET user_id = NULL WHERE user_id IN (SELECT id FROM chosen)
            ), reserved_usernames AS (
                INSERT INTO former_usernames (username, user_id)
                SELECT username, NULL FROM users WHERE id IN (SELECT id FROM chosen)
                ON CONFLICT (username) DO NOTHING
            ), forgotten_sections AS (
                DELETE FROM profile_sections WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_details AS (
                DELETE FROM profile_details WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_links AS (
                DELETE FROM profile_links WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_skills AS (
                DELETE FROM user_skills WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_interests AS (
                DELETE FROM user_interests WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_endorsements AS (
                DELETE FROM endorsements WHERE endorser_id IN (SELECT id FROM chosen)
            ), forgotten_figures AS (
                DELETE FROM own_figures WHERE user_id IN (SELECT id FROM chosen)
            ), forgotten_photos AS (
                UPDATE attachments SET photo_of = NULL WHERE photo_of IN (SELECT id FROM chosen)
            ), forgotten_documents AS (
                UPDATE verifications
                SET file_hash = NULL, reason = '', decided_at = coalesce(decided_at, now()),
                    state = CASE WHEN state = 'pending' THEN 'withdrawn' ELSE state END
                WHERE user_id IN (SELECT id FROM chosen)
            ), \(SQL.endedStudies), \(SQL.endedAcquaintances)
            UPDATE users
            SET email = 'deleted-' || id || '@invalid', username = 'deleted-' || right(id::text, 12),
                name = 'Deleted user', password_hash = NULL, personal_email = NULL, headline = '', bio_source = '',
                bio_html = '', visibility = 'only_me', state_reason = NULL, picture = NULL, photo_id = NULL, left_out = '{}',
                counts_views = false
            WHERE id IN (SELECT id FROM chosen)
            """)
    }

    /// What they took part in as students ends. What they wrote stays; of what they said of their studies, the degree and
    /// its year.
    static func handOver(_ graduates: [Member.ID]) -> Self {
        .execute(
            """
            WITH chosen AS (
                SELECT id FROM unnest(\(graduates)) AS id
            ), \(SQL.endedStudies), degrees AS (
                INSERT INTO profile_details (user_id, profile_type, fields)
                SELECT user_id, 'alumni', jsonb_strip_nulls(jsonb_build_object(
                    'degree', coalesce(nullif(fields -> 'degree', 'null'), fields -> 'major'),
                    'graduation_year', fields -> 'expected_graduation'))
                FROM profile_details
                WHERE user_id IN (SELECT id FROM chosen) AND profile_type = 'student'
                ON CONFLICT (user_id, profile_type) DO UPDATE
                SET fields = excluded.fields || profile_details.fields, updated_at = now()
            ), former_details AS (
                DELETE FROM profile_details WHERE user_id IN (SELECT id FROM chosen) AND profile_type = 'student'
            )
            UPDATE users
            SET profile_type = CASE profile_type WHEN 'student' THEN 'alumni' ELSE profile_type END, graduates_at = NULL
            WHERE id IN (SELECT id FROM chosen)
            """)
    }

    /// What ends with a deletion at once, also where it is undone later: places in groups, what waits for a moderator,
    /// and requests that nobody will answer. Begins after the account's row and its groups are taken.
    static func leavePlaces(of id: Member.ID) -> Self {
        .execute(
            """
            WITH chosen AS (SELECT id FROM users WHERE id = \(id)), \(SQL.endedPlaces)
            UPDATE connections SET state = 'cancelled', ended_at = now()
            WHERE state = 'pending' AND \(id) IN (asker_id, asked_id)
            """)
    }
}
