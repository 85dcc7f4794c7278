import FoundationEssentials
import Postgres

/// An offer to take a community over.
struct OwnershipOffer: Sendable {
    let to: Author
    /// Whether it is made to the viewer.
    let isMine: Bool
    let createdAt: Date
}

extension Query where Output == OwnershipOffer? {
    /// The offer that stands, for its owner, admins, and whom it is made to.
    static func ownershipOffer(of community: String, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.authorColumns(for: .member(member))), o.user_id = \(member.id), o.created_at
            FROM ownership_offers o
            JOIN communities c ON c.id = o.community_id
            JOIN users u ON u.id = o.user_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member)))
                AND (o.user_id = \(member.id) OR \(SQL.owns(member)))
                AND EXISTS (
                    SELECT FROM memberships m
                    WHERE m.community_id = c.id AND m.user_id = o.offered_by AND m.role = 'owner')
            LIMIT 1
            """
        ) { name, username, isOpen, face, isMine, createdAt in
            OwnershipOffer(
                to: Author(name: name, username: username, isOpen: isOpen, face: face), isMine: isMine,
                createdAt: createdAt)
        }
    }
}

// Each begins after `lockCommunity`: a community has an owner before and after.
extension Query where Output == Int {
    /// Offers a community to one of its members, in place of any offer before.
    static func offer(_ community: String, to member: Member.ID, by owner: Member) -> Self {
        .execute(
            """
            INSERT INTO ownership_offers (community_id, user_id, offered_by)
            SELECT c.id, m.user_id, \(owner.id)
            FROM communities c
            JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member) AND m.role IN ('moderator', 'member')
            JOIN users u ON u.id = m.user_id AND u.state = 'active'
            WHERE c.slug = \(community) AND EXISTS (
                SELECT FROM memberships o
                WHERE o.community_id = c.id AND o.user_id = \(owner.id) AND o.role = 'owner')
            ON CONFLICT (community_id) DO UPDATE
            SET user_id = EXCLUDED.user_id, offered_by = EXCLUDED.offered_by, created_at = EXCLUDED.created_at
            """
        ).idempotent
    }

    /// Takes an offer back, or declines it.
    static func endOffer(of community: String, by member: Member) -> Self {
        .execute(
            """
            DELETE FROM ownership_offers o
            USING communities c
            WHERE c.slug = \(community) AND o.community_id = c.id AND \(SQL.readable(by: .member(member)))
                AND (o.user_id = \(member.id) OR \(SQL.owns(member)))
            """
        ).idempotent
    }

    /// Takes a community over from the owner who offered it; that one stays a moderator.
    ///
    /// - Returns: 0 when no offer stands any more.
    static func takeOver(_ community: String, as member: Member) -> Self {
        Query<Int>.value(
            """
            WITH offer AS (
                DELETE FROM ownership_offers o
                USING communities c
                WHERE c.slug = \(community) AND o.community_id = c.id AND o.user_id = \(member.id)
                    AND EXISTS (SELECT FROM memberships m WHERE m.community_id = c.id AND m.user_id = o.user_id
                        AND m.role IN ('moderator', 'member'))
                    AND EXISTS (SELECT FROM memberships m WHERE m.community_id = c.id AND m.user_id = o.offered_by
                        AND m.role = 'owner')
                RETURNING o.community_id, o.offered_by
            ), before AS (
                UPDATE memberships m SET role = 'moderator'
                FROM offer o WHERE m.community_id = o.community_id AND m.user_id = o.offered_by
            ), after AS (
                UPDATE memberships m SET role = 'owner'
                FROM offer o WHERE m.community_id = o.community_id AND m.user_id = \(member.id)
                RETURNING m.user_id
            )
            SELECT count(*) FROM after
            """
        ).writing()
    }

    /// Gives a community whose owner is gone to one of its members.
    ///
    /// - Returns: 0 when its owner is there, or the member is not.
    static func assign(_ community: String, to member: Member.ID) -> Self {
        Query<Int>.value(
            """
            WITH place AS (
                SELECT c.id
                FROM communities c
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member) AND m.role IN ('moderator', 'member')
                JOIN users u ON u.id = m.user_id AND u.state = 'active'
                WHERE c.slug = \(community) AND \(SQL.isWithoutOwner)
            ), before AS (
                UPDATE memberships m SET role = 'member' FROM place p WHERE m.community_id = p.id AND m.role = 'owner'
            ), withdrawn AS (
                DELETE FROM ownership_offers o USING place p WHERE o.community_id = p.id
            ), after AS (
                UPDATE memberships m SET role = 'owner'
                FROM place p WHERE m.community_id = p.id AND m.user_id = \(member)
                RETURNING m.user_id
            )
            SELECT count(*) FROM after
            """
        ).writing()
    }
}

extension SQL {
    /// Whether nobody owns `communities c` who could still sign in.
    static let isWithoutOwner: SQL = """
        NOT EXISTS (
            SELECT FROM memberships o JOIN users w ON w.id = o.user_id
            WHERE o.community_id = c.id AND o.role = 'owner' AND w.state NOT IN ('deleted', 'suspended'))
        """
}
