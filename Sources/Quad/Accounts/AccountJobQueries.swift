import FoundationEssentials
import Postgres

/// A sign-up that waits for its link to be opened.
struct WaitingSignUp: Sendable {
    let email: String
    let name: String
    let username: String
}

extension Query where Output == WaitingSignUp? {
    static func waitingSignUp(_ id: SignUp.ID) -> Self {
        .first(
            """
            SELECT email, name, username
            FROM sign_ups
            WHERE id = \(id) AND expires_at > now()
            LIMIT 1
            """, as: WaitingSignUp.init)
    }
}

/// Whom a mail about an account is to.
struct AccountHolder: Sendable {
    let id: Member.ID
    let name: String
    let username: String
    let email: String
    let personalEmail: String?

    func address(_ mailbox: Mailbox) -> String? { mailbox == .first ? email : personalEmail }
}

extension Query where Output == AccountHolder? {
    /// Who signs in with this address, or may again.
    static func accountHolder(at email: String) -> Self {
        .first(
            """
            SELECT id, name, username, email, personal_email
            FROM users
            WHERE lower(email) = lower(\(email)) OR lower(personal_email) = lower(\(email))
            ORDER BY lower(email) = lower(\(email)) DESC
            LIMIT 1
            """, as: AccountHolder.init)
    }

    static func accountHolder(_ id: Member.ID) -> Self {
        .first(
            """
            SELECT id, name, username, email, personal_email
            FROM users
            WHERE id = \(id)
            LIMIT 1
            """, as: AccountHolder.init)
    }
}

/// A sign-in as its mail tells of it.
struct SignInRecord: Sendable {
    let device: String
    let network: String
    let moment: Date
}

extension Query where Output == SignInRecord? {
    static func signInRecord(_ session: Session.ID, of user: Member.ID) -> Self {
        .first(
            """
            SELECT device, network, created_at
            FROM sessions
            WHERE id = \(session) AND user_id = \(user)
            LIMIT 1
            """, as: SignInRecord.init)
    }
}
