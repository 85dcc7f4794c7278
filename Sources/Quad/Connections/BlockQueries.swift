import FoundationEssentials
import Postgres

/// Somebody whom a member blocked.
struct BlockedPerson: Sendable {
    let id: Member.ID
    /// `nil` for who must not be named: on hold, or gone.
    let name: String?
    let username: String
    let since: Date

    static let pageSize = 50
    /// The most that one member may block.
    static let most = 1_000
}

extension Query where Output == [BlockedPerson] {
    /// Whom a member blocked, the last first, and one more when the list goes on.
    static func blockedPeople(by member: Member, after cursor: MemberCursor?) -> Self {
        let rest: SQL =
            cursor.map { "AND (b.created_at, b.other_id) < (\(Date(microseconds: $0.microseconds)), \($0.member))" }
            ?? ""
        return .all(
            """
            SELECT b.other_id, CASE WHEN NOT u.is_held AND u.state <> 'deleted' THEN u.name END, u.username,
                b.created_at
            FROM blocks b JOIN users u ON u.id = b.other_id
            WHERE b.user_id = \(member.id) AND b.is_own \(rest)
            ORDER BY b.created_at DESC, b.other_id DESC
            LIMIT 51
            """, as: BlockedPerson.init)
    }
}

extension Query where Output == Bool {
    static func hasBlocked(_ username: String, _ member: Member) -> Self {
        .value(
            """
            SELECT EXISTS (
                SELECT FROM blocks b JOIN users u ON u.id = b.other_id
                WHERE b.user_id = \(member.id) AND b.is_own AND u.username = \(username))
            """)
    }
}

extension Query where Output == Int {
    /// Blocks somebody a member may meet or knows: ends what is between the two, and what each follows of the other.
    ///
    /// Both rows are written in one order, so that two who block each other at once don't wait for each other.
    static func block(_ username: String, by member: Member) -> Self {
        .execute(
            """
            WITH other AS MATERIALIZED (
                SELECT u.id
                FROM users u LEFT JOIN connections k ON \(SQL.isLive(with: member.id))
                WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.isPresent(to: member.id))
                    AND (k.id IS NOT NULL OR \(SQL.mayMeet(member)))
                    AND (SELECT count(*) FROM blocks b WHERE b.user_id = \(member.id) AND b.is_own)
                        < \(BlockedPerson.most)
            ), ended AS (
                UPDATE connections k
                SET state = CASE k.state WHEN 'pending' THEN 'cancelled' ELSE 'ended' END, ended_at = now(),
                    ended_by = \(member.id)
                FROM other u
                WHERE \(SQL.isLive(with: member.id))
            ), unfollowed AS (
                DELETE FROM follows f
                USING other u
                WHERE f.user_id = \(member.id) AND f.person_id = u.id OR f.user_id = u.id AND f.person_id = \(member.id)
            )
            INSERT INTO blocks (user_id, other_id, is_own)
            SELECT s.user_id, s.other_id, s.is_own
            FROM other u
            CROSS JOIN LATERAL (VALUES (\(member.id), u.id, true), (u.id, \(member.id), false))
                AS s (user_id, other_id, is_own)
            ORDER BY s.user_id
            ON CONFLICT (user_id, other_id) DO UPDATE SET is_own = true WHERE EXCLUDED.is_own
            """
        ).idempotent
    }

    /// Goes before lifting a block: of two who lift theirs at once the later sees what the earlier left.
    static func lockBlocks(between other: Member.ID, and member: Member) -> Self {
        Query<Int>.execute(
            """
            SELECT user_id FROM blocks
            WHERE user_id = \(member.id) AND other_id = \(other) OR user_id = \(other) AND other_id = \(member.id)
            ORDER BY user_id
            FOR UPDATE
            """
        ).idempotent
    }

    /// The first half of lifting a block: one's own wish.
    static func withdrawBlock(of other: Member.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE blocks SET is_own = false WHERE user_id = \(member.id) AND other_id = \(other) AND is_own
            """
        ).idempotent
    }

    /// The second: the block goes, unless the other wants it too.
    static func removeBlock(of other: Member.ID, by member: Member) -> Self {
        .execute(
            """
            DELETE FROM blocks b
            WHERE (b.user_id = \(member.id) AND b.other_id = \(other) OR b.user_id = \(other) AND b.other_id = \(member.id))
                AND NOT EXISTS (
                    SELECT FROM blocks o
                    WHERE o.is_own AND (o.user_id = \(member.id) AND o.other_id = \(other)
                        OR o.user_id = \(other) AND o.other_id = \(member.id)))
            """
        ).idempotent
    }
}
