import Postgres

/// Each removes `limit` rows at most and answers how many.
extension Query where Output == Int {
    static func removeExpiredSignUps(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM sign_ups
            WHERE id IN (SELECT id FROM sign_ups WHERE expires_at < now() LIMIT \(limit))
            """)
    }

    /// They stay a week longer than they are good for, to tell who opens one late what has become of it.
    static func removeOldEmailTokens(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM email_tokens
            WHERE token_hash IN (
                SELECT token_hash FROM email_tokens WHERE expires_at < now() - interval '7 days' LIMIT \(limit))
            """)
    }

    static func removeUnseenSessions(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM sessions
            WHERE id IN (SELECT id FROM sessions WHERE seen_at < now() - interval '40 days' LIMIT \(limit))
            """)
    }

    static func removeRevokedSessions(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM sessions
            WHERE id IN (SELECT id FROM sessions WHERE revoked_at < now() - interval '30 days' LIMIT \(limit))
            """)
    }

    static func removeOldSecurityEvents(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM security_events
            WHERE id IN (SELECT id FROM security_events WHERE created_at < now() - interval '13 months' LIMIT \(limit))
            """)
    }

    static func removeOldDemonstrationMails(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM demonstration_mails
            WHERE id IN (
                SELECT id FROM demonstration_mails WHERE created_at < now() - interval '7 days' LIMIT \(limit))
            """)
    }

    static func removeUnusedDevices(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM devices
            WHERE id IN (SELECT id FROM devices WHERE last_used_at < now() - interval '1 year' LIMIT \(limit))
            """)
    }
}
