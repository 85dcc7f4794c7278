import Cryptography
import FoundationEssentials
import Postgres

extension Query where Output == Int {
    /// Makes an account of a sign-up; 0 when somebody signs in with its address already.
    ///
    /// - Throws: a unique constraint's name when the address or the username is another account's.
    static func openAccount(_ id: Member.ID, from signUp: SignUp.ID, as username: Username?) -> Self {
        .execute(
            """
            WITH opened AS (
                INSERT INTO users (id, university_id, email, username, name, state, profile_type, password_hash)
                SELECT \(id), s.university_id, s.email, coalesce(\(username?.text), s.username), s.name, 'active',
                    s.profile_type, s.password_hash
                FROM sign_ups s
                WHERE s.id = \(signUp) AND s.expires_at > now() AND s.password_hash <> \(SignUp.spentPassword)
                    AND NOT EXISTS (SELECT FROM users u WHERE lower(u.personal_email) = lower(s.email))
                RETURNING university_id
            )
            UPDATE universities
            SET user_count = user_count + 1
            WHERE id IN (SELECT university_id FROM opened)
            """)
    }

    /// What is left of a sign-up tells who opens its link again; others for its address are gone.
    static func finishSignUp(_ id: SignUp.ID, of email: String) -> Self {
        .execute(
            """
            WITH removed AS (
                DELETE FROM sign_ups
                WHERE lower(email) = lower(\(email)) AND id <> \(id)
            )
            UPDATE sign_ups
            SET password_hash = \(SignUp.spentPassword)
            WHERE id = \(id)
            """)
    }

    /// Forgets the sign-up a link is for, unless it has become an account.
    static func refuseSignUp(_ token: Token) -> Self {
        .execute(
            """
            DELETE FROM sign_ups
            WHERE id = (
                    SELECT sign_up_id FROM email_tokens
                    WHERE token_hash = \(token.storedForm) AND purpose = 'sign_up' AND used_at IS NULL)
                AND password_hash <> \(SignUp.spentPassword)
            """)
    }
}
