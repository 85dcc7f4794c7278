import FoundationEssentials
import Postgres

extension Query where Output == Int {
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
