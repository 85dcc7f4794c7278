import FoundationEssentials
import Postgres

extension SQL {
    /// Goes before whatever a signed-in request asks, in the same transaction: see `require_session` in migrations.
    static func requireSession(of member: Member) -> SQL {
        "SELECT require_session(\(member.session), \(member.id), \(Int32(truncatingIfNeeded: member.version)))"
    }

    /// The columns of `SessionCopy.init(row…)` of `users u` and `sessions s`.
    fileprivate static let sessionColumns: SQL = """
        u.id, s.id, u.session_version, u.username, u.name, u.role, u.state = 'silenced', u.state_until,
        u.university_id, u.created_at, u.photo_id, s.seen_at
        """
}

extension Query where Output == SessionCopy? {
    /// The session with this token's hash, if it stands.
    static func session(_ hash: [UInt8]) -> Self {
        .first(
            """
            SELECT \(SQL.sessionColumns)
            FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.token_hash = \(hash) AND s.revoked_at IS NULL AND s.created_at >= u.sessions_valid_after
                AND s.seen_at > now() - interval '30 days 1 hour' AND u.state IN ('active', 'silenced')
            LIMIT 1
            """, as: SessionCopy.init(row:_:_:_:_:_:_:_:_:_:_:_:))
    }

    /// Begins a session for an account that may sign in; no row when its state says otherwise.
    static func beginSession(
        _ id: Session.ID, for user: Member.ID, hash: [UInt8], device: DeviceID?, named name: String, network: String
    ) -> Self {
        .first(
            """
            WITH s AS (
                INSERT INTO sessions (id, token_hash, user_id, device_id, device, network, created_at)
                -- Not before what ended the others, should the clock have been set back since.
                SELECT \(id), \(hash), id, \(device), \(name), \(network), greatest(now(), sessions_valid_after)
                FROM users
                WHERE id = \(user) AND state IN ('active', 'silenced')
                RETURNING id, user_id, seen_at
            )
            SELECT \(SQL.sessionColumns)
            FROM s JOIN users u ON u.id = s.user_id
            """, as: SessionCopy.init(row:_:_:_:_:_:_:_:_:_:_:_:))
    }
}

/// A browser an owner has signed in from.
enum Device {}
typealias DeviceID = ID<Device>

extension Query where Output == [[UInt8]] {
    /// Ends one of a member's sessions. Answers the hashes of the tokens that ended.
    static func endSession(_ id: Session.ID, of user: Member.ID) -> Self {
        .values(
            """
            UPDATE sessions
            SET revoked_at = now()
            WHERE id = \(id) AND user_id = \(user) AND revoked_at IS NULL
            RETURNING token_hash
            """)
    }

    /// Ends all of a member's sessions but one, or all.
    static func endSessions(of user: Member.ID, except kept: Session.ID?) -> Self {
        .values(
            """
            UPDATE sessions
            SET revoked_at = now()
            WHERE user_id = \(user) AND revoked_at IS NULL AND id IS DISTINCT FROM \(kept)
            RETURNING token_hash
            """)
    }
}

extension Query where Output == Int {
    /// Notes that a session is in use, to the hour.
    static func noteUse(of session: Session.ID) -> Self {
        Query<Int>.execute(
            """
            UPDATE sessions
            SET seen_at = now()
            WHERE id = \(session) AND revoked_at IS NULL AND seen_at < now() - interval '50 minutes'
            """
        ).idempotent
    }
}

extension SessionCopy {
    fileprivate init(
        row id: Member.ID, _ session: Session.ID, _ version: Int, _ username: String, _ name: String, _ role: SiteRole,
        _ isSilenced: Bool, _ until: Date?, _ university: University.ID, _ joined: Date,
        _ photo: Attachment.ID?, _ seen: Date
    ) {
        self.init(
            member: Member(
                id: id, session: session, version: version, username: username, name: name, role: role,
                standing: isSilenced ? .silenced(until: until) : .active, universityID: university, joinedAt: joined,
                photo: photo),
            seenHour: Self.hour(of: seen))
    }
}
