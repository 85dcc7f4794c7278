import FoundationEssentials
import Postgres

extension Query where Output == [Invitation] {
    /// Those not accepted yet, the newest first; declined ones look the same.
    static func invitations(of community: String, for member: Member) -> Self {
        .all(
            """
            SELECT i.id, i.username, i.created_at
            FROM communities c JOIN invitations i ON i.community_id = c.id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND i.expires_at > now()
            ORDER BY i.created_at DESC, i.id DESC
            LIMIT 100
            """, as: Invitation.init)
    }
}

extension Query where Output == [PlaceWaiting] {
    /// What waits for a member's answer; nothing for visitors.
    static func placesWaiting(for viewer: Viewer) -> Self {
        let member = viewer.id
        return .all(
            """
            SELECT w.kind, w.id, c.name, c.slug, c.description, \(SQL.authorColumns(for: viewer))
            FROM (
                SELECT 'ownership' AS kind, o.community_id AS id, o.community_id, o.offered_by AS by_id, o.created_at
                FROM ownership_offers o
                WHERE o.user_id = \(member) AND EXISTS (
                    SELECT FROM memberships m
                    WHERE m.community_id = o.community_id AND m.user_id = o.offered_by AND m.role = 'owner')
                UNION ALL
                SELECT 'invitation', i.id, i.community_id, i.invited_by, i.created_at
                FROM invitations i
                WHERE i.user_id = \(member) AND NOT i.is_declined AND i.expires_at > now() AND NOT EXISTS (
                    SELECT FROM memberships m WHERE m.community_id = i.community_id AND m.user_id = i.user_id)
            ) w
            JOIN communities c ON c.id = w.community_id AND c.state = 'active'
            JOIN users u ON u.id = w.by_id
            WHERE (c.visibility = 'private' OR \(SQL.readable(by: viewer))) AND \(SQL.isUnblocked(for: member))
            ORDER BY w.created_at DESC, w.id DESC
            LIMIT 10
            """
        ) { kind, id, name, slug, description, by, username, isOpen, face in
            PlaceWaiting(
                kind: kind, id: id, name: name, slug: slug, description: description,
                by: Author(name: by, username: username, isOpen: isOpen, face: face))
        }
    }
}

extension Query where Output == Invitee? {
    /// What somebody is in a community who is to be invited there; nothing is told of who is in it neither way.
    static func invitee(_ username: Username, to community: String) -> Self {
        .first(
            """
            SELECT m.role
            FROM communities c
            JOIN memberships m ON m.community_id = c.id
            JOIN users u ON u.id = m.user_id
            WHERE c.slug = \(community) AND u.username = \(username.text)
            LIMIT 1
            """, as: Invitee.init)
    }
}

extension SQL {
    /// Whether a member may come into `communities c` by an invitation.
    static func admits(_ member: Member) -> SQL {
        "c.state = 'active' AND (c.visibility = 'private' OR \(readable(by: .member(member))))"
    }
}

extension Query where Output == Int {
    /// Of a block between the two nobody is told: the name stands in the list, and reaches nobody.
    static func invite(_ id: Invitation.ID, _ username: Username, to community: String, by member: Member) -> Self {
        .execute(
            """
            INSERT INTO invitations (id, community_id, username, user_id, invited_by)
            SELECT \(id), c.id, \(username.text),
                (SELECT u.id FROM users u
                 WHERE u.username = \(username.text) AND u.state IN ('active', 'silenced')
                     AND \(SQL.isUnblocked(for: member.id))),
                \(member.id)
            FROM communities c
            WHERE c.slug = \(community) AND c.state = 'active' AND \(SQL.readable(by: .member(member)))
                AND \(SQL.keeps(member))
                AND NOT EXISTS (
                    SELECT FROM memberships m JOIN users u ON u.id = m.user_id
                    WHERE m.community_id = c.id AND u.username = \(username.text))
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    static func revoke(_ invitation: Invitation.ID, of community: String, by member: Member) -> Self {
        .execute(
            """
            DELETE FROM invitations i
            USING communities c
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND i.community_id = c.id AND i.id = \(invitation)
            """
        ).idempotent
    }

    static func lockCommunity(of invitation: Invitation.ID) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM communities
            WHERE id = (SELECT community_id FROM invitations WHERE id = \(invitation))
            FOR NO KEY UPDATE
            """
        ).idempotent
    }

    /// Begins after the community's lock.
    static func accept(_ invitation: Invitation.ID, as member: Member) -> Self {
        .execute(
            """
            WITH used AS (
                DELETE FROM invitations i
                USING communities c
                WHERE i.id = \(invitation) AND i.user_id = \(member.id) AND i.expires_at > now()
                    AND c.id = i.community_id AND \(SQL.admits(member)) AND NOT \(SQL.isBanned(member.id))
                RETURNING i.community_id
            ), asked AS (
                DELETE FROM join_asks a USING used WHERE a.community_id = used.community_id AND a.user_id = \(member.id)
            ), joined AS (
                INSERT INTO memberships (community_id, user_id)
                SELECT community_id, \(member.id) FROM used
                ON CONFLICT (community_id, user_id) DO NOTHING
                RETURNING community_id
            )
            \(SQL.countJoined)
            """
        ).idempotent
    }

    static func decline(_ invitation: Invitation.ID, as member: Member) -> Self {
        .execute(
            "UPDATE invitations SET is_declined = true WHERE id = \(invitation) AND user_id = \(member.id)"
        ).idempotent
    }
}
