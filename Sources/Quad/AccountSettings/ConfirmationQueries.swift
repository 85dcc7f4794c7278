import Cryptography
import FoundationEssentials
import Postgres

/// An address that waits for its owner to open the link in a mail.
struct PendingAddress: Sendable {
    let user: Member.ID
    let purpose: String
    let address: String

    var isPersonal: Bool { purpose == AddressPurpose.personalEmail.rawValue }
}

extension Query where Output == PendingAddress? {
    /// What a link would confirm; no row when it does not count (any more): nor does one that was asked for before a
    /// change of password.
    static func pendingAddress(_ token: Token) -> Self {
        .first(
            """
            SELECT t.user_id, t.purpose, t.address
            FROM email_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.token_hash = \(token.storedForm) AND t.purpose IN ('email', 'personal_email') AND t.used_at IS NULL
                AND t.expires_at > now() AND t.created_at >= u.sessions_valid_after AND u.state IN ('active', 'silenced')
            LIMIT 1
            """, as: PendingAddress.init)
    }

    /// Uses a link up, once.
    static func useAddressToken(_ token: Token) -> Self {
        .first(
            """
            UPDATE email_tokens t
            SET used_at = now()
            FROM users u
            WHERE t.token_hash = \(token.storedForm) AND t.purpose IN ('email', 'personal_email') AND t.used_at IS NULL
                AND t.expires_at > now() AND u.id = t.user_id
                AND t.created_at >= u.sessions_valid_after AND u.state IN ('active', 'silenced')
            RETURNING t.user_id, t.purpose, t.address
            """, as: PendingAddress.init)
    }
}

extension Query where Output == Int {
    /// Makes whoever wants the same address wait until this transaction ends: no index spans both columns.
    static func holdAddress(_ address: String) -> Self {
        .execute("SELECT pg_advisory_xact_lock(hashtextextended(lower(\(address)), 0))").writing()
    }

    /// Keeps the token of a link to an address, good for a day.
    ///
    /// - Parameter moment: when it was asked for.
    static func insertAddressToken(
        _ token: Token, for purpose: AddressPurpose, of id: Member.ID, address: String, asked moment: Date
    ) -> Self {
        .execute(
            """
            INSERT INTO email_tokens (token_hash, purpose, user_id, address, created_at, expires_at)
            VALUES (\(token.storedForm), \(purpose.rawValue), \(id), \(address), \(moment),
                now() + interval '24 hours')
            """)
    }

    /// Uses up the links that would confirm one kind of address.
    static func voidAddressTokens(for purpose: AddressPurpose, of id: Member.ID) -> Self {
        .execute(
            """
            UPDATE email_tokens
            SET used_at = now()
            WHERE user_id = \(id) AND purpose = \(purpose.rawValue) AND used_at IS NULL
            """)
    }
}

extension Query where Output == Bool {
    /// Whether another account has an address, as its first or its second.
    static func isAddressTaken(_ address: String, besides id: Member.ID) -> Self {
        .value(
            """
            SELECT EXISTS (SELECT FROM users WHERE lower(email) = lower(\(address)) AND id <> \(id))
                OR EXISTS (SELECT FROM users WHERE lower(personal_email) = lower(\(address)) AND id <> \(id))
            """)
    }
}

extension Query where Output == String? {
    /// Gives an account a personal address, and answers its university one.
    static func setPersonalEmail(of id: Member.ID, to address: String) -> Self {
        .first(
            """
            UPDATE users
            SET personal_email = \(address)
            WHERE id = \(id)
            RETURNING email
            """, as: { (email: String) in email })
    }

    /// Changes a university address, and answers the one before; no row when the new one is not at the university.
    static func changeEmail(of id: Member.ID, to address: String, at domain: String) -> Self {
        .first(
            """
            WITH old AS (
                SELECT id, university_id, email
                FROM users
                WHERE id = \(id)
                FOR NO KEY UPDATE
            )
            UPDATE users
            SET email = \(address)
            FROM old
            WHERE users.id = old.id AND EXISTS (
                SELECT FROM university_domains d WHERE d.domain = \(domain) AND d.university_id = old.university_id)
            RETURNING old.email
            """, as: { (address: String) in address })
    }
}
