import Cryptography
import FoundationEssentials
import Postgres

extension Query where Output == SignUpLink? {
    static func signUpLink(_ token: Token) -> Self {
        .first(
            """
            SELECT t.used_at IS NOT NULL, t.expires_at <= now(), s.id, s.email, s.username, s.name, s.password_hash,
                s.browser_hash, s.university_id
            FROM email_tokens t JOIN sign_ups s ON s.id = t.sign_up_id
            WHERE t.token_hash = \(token.storedForm) AND t.purpose = 'sign_up'
            LIMIT 1
            """, as: SignUpLink.init)
    }
}

extension Query where Output == OwnerLink? {
    static func ownerLink(_ token: Token, for purpose: LinkPurpose) -> Self {
        .first(
            """
            SELECT t.used_at IS NOT NULL, t.expires_at <= now(), u.id, u.name, u.username, u.email, n.name
            FROM email_tokens t JOIN users u ON u.id = t.user_id JOIN universities n ON n.id = u.university_id
            WHERE t.token_hash = \(token.storedForm) AND t.purpose = \(purpose.rawValue)
            LIMIT 1
            """, as: OwnerLink.init)
    }
}

extension Query where Output == Int {
    /// Keeps the token of a link to a sign-up.
    static func insertSignUpToken(_ token: Token, for signUp: SignUp.ID) -> Self {
        .execute(
            """
            INSERT INTO email_tokens (token_hash, purpose, sign_up_id, expires_at)
            SELECT \(token.storedForm), 'sign_up', id, now() + \(SignUp.linkLifetime)
            FROM sign_ups
            WHERE id = \(signUp)
            """)
    }

    static func insertOwnerToken(_ token: Token, for purpose: LinkPurpose, of user: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO email_tokens (token_hash, purpose, user_id, expires_at)
            VALUES (\(token.storedForm), \(purpose.rawValue), \(user), now() + \(purpose.lifetime))
            """)
    }

    /// Uses a link up; 0 when it was, or is too old. Of two who use it at once one gets 1.
    static func useSignUpToken(_ token: Token, for signUp: SignUp.ID) -> Self {
        .execute(
            """
            UPDATE email_tokens
            SET used_at = now()
            WHERE token_hash = \(token.storedForm) AND purpose = 'sign_up' AND sign_up_id = \(signUp)
                AND used_at IS NULL AND expires_at > now()
            """)
    }

    static func useOwnerToken(_ token: Token, for purpose: LinkPurpose, of user: Member.ID) -> Self {
        .execute(
            """
            UPDATE email_tokens
            SET used_at = now()
            WHERE token_hash = \(token.storedForm) AND purpose = \(purpose.rawValue) AND user_id = \(user)
                AND used_at IS NULL AND expires_at > now()
            """)
    }

    /// Uses up all of an account's links of one kind.
    static func voidOwnerTokens(for purpose: LinkPurpose, of user: Member.ID) -> Self {
        .execute(
            """
            UPDATE email_tokens
            SET used_at = now()
            WHERE user_id = \(user) AND purpose = \(purpose.rawValue) AND used_at IS NULL
            """)
    }
}
