import Cryptography
import FoundationEssentials
import Postgres

extension Query where Output == Int {
    /// Takes a personal address off that was added around the sign-in which a link speaks of: it may be the
    /// intruder's, and would get the link for a new password.
    static func removeNewPersonalEmail(of user: Member.ID, _ token: Token) -> Self {
        .execute(
            """
            UPDATE users u
            SET personal_email = NULL
            FROM email_tokens t
            WHERE t.token_hash = \(token.storedForm) AND u.id = t.user_id AND u.id = \(user) AND EXISTS (
                SELECT FROM security_events e
                WHERE e.user_id = u.id AND e.kind = 'personal_email_added'
                    AND e.created_at > t.created_at - interval '1 day')
            """)
    }

    /// A new password. Sessions begun before this transaction have ended.
    static func storeNewPassword(_ hash: String, of user: Member.ID) -> Self {
        .execute(
            """
            UPDATE users
            SET password_hash = \(hash), sessions_valid_after = now()
            WHERE id = \(user)
            """)
    }

    /// Nobody gets in with the password any more; sessions begun before this transaction have ended.
    static func voidPassword(of user: Member.ID) -> Self {
        .execute("UPDATE users SET password_hash = NULL, sessions_valid_after = now() WHERE id = \(user)")
    }
}

extension Query where Output == [String] {
    /// The addresses that an account signs in with.
    static func addresses(of user: Member.ID) -> Self {
        .values(
            """
            SELECT address
            FROM users, unnest(ARRAY[lower(email), lower(personal_email)]) AS address
            WHERE id = \(user) AND address IS NOT NULL
            LIMIT 2
            """)
    }
}
