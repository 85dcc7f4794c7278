import Postgres

extension Query where Output == [Member.ID] {
    /// Everyone who runs the installation, held until the transaction ends: two of them cannot both be the last but
    /// one who goes.
    static var lockedAdmins: Self {
        .values(
            """
            SELECT id
            FROM users
            WHERE role = 'admin' AND state IN ('active', 'silenced')
            ORDER BY id
            LIMIT 1000
            FOR NO KEY UPDATE
            """)
    }
}

extension Query where Output == Int {
    /// Closes an account in use: `.deactivated` or `.deleted`, and one less at its university. Answers 1, or 0 when
    /// it was closed already.
    ///
    /// Why and until when it was silenced stays written, so that who comes back is silenced still.
    static func closeAccount(_ id: Member.ID, as state: AccountState) -> Self {
        .execute(
            """
            WITH closed AS (
                UPDATE users
                SET state = \(state), state_since = now(), sessions_valid_after = now(),
                    state_reason = CASE WHEN state = 'silenced' THEN coalesce(state_reason, 'Silenced.') END
                WHERE id = \(id) AND state IN ('active', 'silenced')
                RETURNING university_id
            )
            UPDATE universities
            SET user_count = user_count - 1
            WHERE id IN (SELECT university_id FROM closed)
            """)
    }
}

extension Query where Output == Bool {
    /// Whether somebody is the only one who runs the installation.
    static func isLastAdmin(_ id: Member.ID) -> Self {
        .value(
            """
            SELECT EXISTS (SELECT FROM users WHERE id = \(id) AND role = 'admin')
                AND NOT EXISTS (
                    SELECT FROM users WHERE role = 'admin' AND state IN ('active', 'silenced') AND id <> \(id))
            """)
    }
}
