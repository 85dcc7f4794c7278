import Cryptography
import FoundationEssentials
import Postgres

extension Query where Output == Int {
    /// - Parameters:
    ///   - device: "Firefox on Android".
    ///   - network: the client's address, truncated.
    static func noteSecurityEvent(
        _ event: SecurityEvent, of user: Member.ID, device: String, network: String
    ) -> Self {
        .execute(
            """
            INSERT INTO security_events (id, user_id, kind, device, network)
            VALUES (\(UUIDv7.generate()), \(user), \(event), \(device), \(network))
            """)
    }

    /// Notes a wrong password for whoever has this address, if anybody has; the first 20 of a day.
    ///
    /// - Parameter id: asked twice with the same, it is noted once.
    static func noteFailedSignIn(
        _ id: UUID, of email: String, device: String, network: String, at moment: Date
    ) -> Self {
        .execute(
            """
            INSERT INTO security_events (id, user_id, kind, device, network, created_at)
            SELECT \(id), u.id, \(SecurityEvent.signInFailed), \(device), \(network), \(moment)
            FROM users u
            WHERE (lower(u.email) = \(email) OR lower(u.personal_email) = \(email))
                AND (SELECT count(*) FROM security_events e
                     WHERE e.user_id = u.id AND e.kind = \(SecurityEvent.signInFailed)
                         AND e.created_at > \(moment) - interval '1 day') < 20
            ON CONFLICT (id) DO NOTHING
            """
        ).idempotent
    }
}
