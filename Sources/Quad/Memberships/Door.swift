import FoundationEssentials
import HTTPServer
import Postgres

/// A private community that lets others at its university know of it, as one of them finds it.
struct Door: Sendable {
    let slug: String
    let name: String
    let description: String
    let rules: [String]
    let askedAt: Date?
    /// When a moderator declined; `nil` while the ask waits, and before one.
    let declinedAt: Date?

    static let messageLimit = 300
    /// How long after a refusal one may ask again.
    static let pause: Double = 30 * 86_400

    enum State: Equatable {
        case open, waiting
        case declined(until: Date)
    }

    func state(at now: Date) -> State {
        guard askedAt != nil else { return .open }
        guard let declinedAt else { return .waiting }
        let until = declinedAt.addingTimeInterval(Self.pause)
        return until > now ? .declined(until: until) : .open
    }
}

extension SQL {
    /// Whether `communities c` is a private one that a member may know of and ask to join: not who was sent out.
    fileprivate static func hasDoor(for member: Member) -> SQL {
        """
        c.visibility = 'private' AND c.takes_asks AND c.state = 'active'
            AND (c.university_id IS NULL OR c.university_id = \(member.universityID))
            AND NOT EXISTS (SELECT FROM memberships r WHERE r.community_id = c.id AND r.user_id = \(member.id))
        """
    }
}

extension Query where Output == Door? {
    static func door(of community: String, for member: Member) -> Self {
        .first(
            """
            SELECT c.slug, c.name, c.description, c.rules, a.asked_at, a.answered_at
            FROM communities c LEFT JOIN join_asks a ON a.community_id = c.id AND a.user_id = \(member.id)
            WHERE c.slug = \(community) AND \(SQL.hasDoor(for: member))
            LIMIT 1
            """, as: Door.init)
    }
}

/// Somebody who asks to be let in.
struct JoinAsk: Sendable {
    let id: Member.ID
    let author: Author
    let message: String
    let askedAt: Date
}

extension Query where Output == [JoinAsk] {
    /// Those who wait for an answer, the longest first.
    static func asks(of community: String, for member: Member) -> Self {
        .all(
            """
            SELECT a.user_id, \(SQL.authorColumns(for: .member(member))), a.message, a.asked_at
            FROM communities c
            JOIN join_asks a ON a.community_id = c.id AND a.state = 'waiting'
            JOIN users u ON u.id = a.user_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
            ORDER BY a.asked_at, a.user_id
            LIMIT 50
            """
        ) { id, name, username, isOpen, face, message, askedAt in
            JoinAsk(
                id: id, author: Author(name: name, username: username, isOpen: isOpen, face: face),
                message: message, askedAt: askedAt)
        }
    }
}

extension Query where Output == Int {
    /// Asks to be let in; once declined, again after thirty days.
    static func ask(_ community: String, as member: Member, saying message: String) -> Self {
        .execute(
            """
            INSERT INTO join_asks (community_id, user_id, message)
            SELECT c.id, \(member.id), \(message)
            FROM communities c
            WHERE c.slug = \(community) AND \(SQL.hasDoor(for: member))
            ON CONFLICT (community_id, user_id) DO UPDATE
            SET message = EXCLUDED.message, state = 'waiting', asked_at = now(), answered_at = NULL
            WHERE join_asks.state = 'declined' AND join_asks.answered_at <= now() - interval '30 days'
            """
        ).idempotent
    }

    static func takeBackAsk(of community: String, as member: Member) -> Self {
        .execute(
            """
            DELETE FROM join_asks
            WHERE community_id = (SELECT id FROM communities WHERE slug = \(community)) AND user_id = \(member.id)
                AND state = 'waiting'
            """
        ).idempotent
    }

    /// Lets in who asked. Begins after `lockCommunity`.
    static func acceptAsk(of asker: Member.ID, in community: String, by member: Member) -> Self {
        .execute(
            """
            WITH ask AS (
                DELETE FROM join_asks a
                USING communities c
                WHERE c.slug = \(community) AND c.state = 'active' AND \(SQL.readable(by: .member(member)))
                    AND \(SQL.keeps(member))
                    AND a.community_id = c.id AND a.user_id = \(asker) AND a.state = 'waiting'
                RETURNING a.community_id, a.user_id
            ), joined AS (
                INSERT INTO memberships (community_id, user_id)
                SELECT community_id, user_id FROM ask
                ON CONFLICT (community_id, user_id) DO NOTHING
                RETURNING community_id
            )
            \(SQL.countJoined)
            """
        ).idempotent
    }

    static func declineAsk(of asker: Member.ID, in community: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE join_asks a
            SET state = 'declined', answered_at = now()
            FROM communities c
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND a.community_id = c.id AND a.user_id = \(asker) AND a.state = 'waiting'
            """
        ).idempotent
    }
}
