import FoundationEssentials
import Postgres

extension Query where Output == Account? {
    /// The account that signs in with this address.
    ///
    /// - Parameter browser: the stored form of the browser's secret.
    static func account(of email: EmailAddress, browser: [UInt8]?) -> Self {
        .first(
            """
            SELECT u.id, u.password_hash, u.state, u.state_reason, u.state_until, u.state_since, d.id
            FROM users u LEFT JOIN devices d
                ON d.user_id = u.id AND d.token_hash = \(SQL.device(browser, of: "u.id"))
            WHERE lower(u.email) = \(email.canonical) OR lower(u.personal_email) = \(email.canonical)
            ORDER BY lower(u.email) = \(email.canonical) DESC
            LIMIT 1
            """, as: Account.init)
    }

    static func account(_ id: Member.ID, browser: [UInt8]?) -> Self {
        .first(
            """
            SELECT u.id, u.password_hash, u.state, u.state_reason, u.state_until, u.state_since, d.id
            FROM users u LEFT JOIN devices d
                ON d.user_id = u.id AND d.token_hash = \(SQL.device(browser, of: "u.id"))
            WHERE u.id = \(id)
            LIMIT 1
            """, as: Account.init)
    }
}

/// A sign-up whose password somebody may know.
struct PendingSignUp: Sendable {
    let id: SignUp.ID
    let password: String
}

extension Query where Output == PendingSignUp? {
    /// The newest sign-up for this address; before all others one that was made in this browser.
    ///
    /// - Parameter browser: the stored form of the sign-up cookie's secret.
    static func pendingSignUp(of email: EmailAddress, browser: [UInt8]?) -> Self {
        .first(
            """
            SELECT id, password_hash
            FROM sign_ups
            WHERE lower(email) = \(email.canonical) AND expires_at > now() AND password_hash <> \(SignUp.spentPassword)
            ORDER BY coalesce(browser_hash = \(browser), false) DESC, created_at DESC
            LIMIT 1
            """, as: PendingSignUp.init)
    }
}

extension Query where Output == AccountState? {
    /// Holds an account as it is until the transaction ends.
    ///
    /// - Parameter password: nobody comes in with one that was changed meanwhile: then there is no row. `nil` when the
    ///   owner was known by something else.
    static func holdAccount(_ user: Member.ID, stillWith password: String?) -> Self {
        .first(
            """
            SELECT state
            FROM users
            WHERE id = \(user) AND (\(password) IS NULL OR password_hash = \(password))
            FOR NO KEY UPDATE
            """
        ) { (state: AccountState) in state }
    }
}

extension Query where Output == Int {
    /// Opens an account again; it counts among those in use if it did not. Who was silenced when they asked for the
    /// deletion is silenced still.
    static func reopenAccount(_ user: Member.ID, in state: AccountState) -> Self {
        .execute(
            """
            WITH opened AS (
                UPDATE users
                SET (state, state_reason, state_until) = (
                        SELECT CASE WHEN silenced THEN 'silenced' ELSE 'active' END,
                            CASE WHEN silenced THEN users.state_reason END,
                            CASE WHEN silenced THEN users.state_until END
                        FROM (SELECT users.state = 'deleted'
                            AND (users.state_until > now() OR users.state_until IS NULL
                                AND users.state_reason IS NOT NULL) AS silenced) was),
                    state_since = now()
                WHERE id = \(user) AND state = \(state)
                RETURNING university_id
            )
            UPDATE universities
            SET user_count = user_count + \(state == .suspended ? 0 : 1)::integer
            WHERE id IN (SELECT university_id FROM opened)
            """)
    }

    static func storePassword(_ hash: String, of user: Member.ID) -> Self {
        .execute("UPDATE users SET password_hash = \(hash) WHERE id = \(user)")
    }

    /// Makes this browser the one where the link in the mail is enough.
    static func bindSignUp(_ id: SignUp.ID, to browser: [UInt8]) -> Self {
        .execute("UPDATE sign_ups SET browser_hash = \(browser) WHERE id = \(id)")
    }
}
