import FoundationEssentials
import Postgres

/// A browser someone is signed in with.
struct OwnSession: Sendable {
    let id: Session.ID
    /// "Firefox on Android".
    let device: String
    /// "203.0.113.…"; empty when nobody knows.
    let network: String
    let begunAt: Date
    /// To the hour.
    let seenAt: Date
}

/// Something that happened to an account's security.
struct OwnSecurityEvent: Sendable {
    let kind: SecurityEvent
    let device: String
    let network: String
    let happenedAt: Date
}

extension Query where Output == [OwnSession] {
    /// The last used first.
    static func ownSessions(of id: Member.ID) -> Self {
        .all(
            """
            SELECT s.id, s.device, s.network, s.created_at, s.seen_at
            FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.user_id = \(id) AND s.revoked_at IS NULL AND s.created_at >= u.sessions_valid_after
                AND s.seen_at > now() - interval '30 days 1 hour'
            ORDER BY s.seen_at DESC, s.created_at DESC
            LIMIT 50
            """, as: OwnSession.init)
    }
}

extension Query where Output == [OwnSecurityEvent] {
    /// The newest first.
    static func securityEvents(of id: Member.ID, limit: Int) -> Self {
        .all(
            """
            SELECT kind, device, network, created_at
            FROM security_events
            WHERE user_id = \(id)
            ORDER BY created_at DESC
            LIMIT \(limit)
            """, as: OwnSecurityEvent.init)
    }
}
