import FoundationEssentials
import Postgres

extension Query where Output == [InvitationLink] {
    /// Those still good, the newest first.
    static func invitationLinks(of community: String, for member: Member) -> Self {
        .all(
            """
            SELECT l.id, \(SQL.authorColumns(for: .member(member))), l.expires_at, l.most_uses, l.use_count
            FROM communities c
            JOIN invitation_links l ON l.community_id = c.id
            JOIN users u ON u.id = l.created_by
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND l.expires_at > now() AND (l.most_uses IS NULL OR l.use_count < l.most_uses)
            ORDER BY l.created_at DESC, l.id DESC
            LIMIT 50
            """
        ) { id, name, username, isOpen, face, expiresAt, mostUses, useCount in
            InvitationLink(
                id: id, by: Author(name: name, username: username, isOpen: isOpen, face: face),
                expiresAt: expiresAt, mostUses: mostUses, useCount: useCount)
        }
    }
}

extension Query where Output == LinkedPlace? {
    static func linkedPlace(_ hash: [UInt8], for member: Member) -> Self {
        .first(
            """
            SELECT c.slug, c.name, c.description, c.rules, c.visibility, n.name, c.member_count,
                \(SQL.role(of: .member(member))),
                l.expires_at > now() AND (l.most_uses IS NULL OR l.use_count < l.most_uses) AND \(SQL.admits(member))
            FROM invitation_links l
            JOIN communities c ON c.id = l.community_id
            LEFT JOIN universities n ON n.id = c.university_id
            WHERE l.token_hash = \(hash)
            LIMIT 1
            """, as: LinkedPlace.init)
    }
}

extension Query where Output == Int {
    /// Makes a link. Sent twice, the second takes the place of the first: its answer is the one that is seen.
    static func makeLink(
        _ id: InvitationLink.ID, _ hash: [UInt8], to community: String, mostUses: Int?, by member: Member
    ) -> Self {
        .execute(
            """
            INSERT INTO invitation_links (id, community_id, token_hash, created_by, most_uses)
            SELECT \(id), c.id, \(hash), \(member.id), \(mostUses)::integer
            FROM communities c
            WHERE c.slug = \(community) AND c.state = 'active' AND \(SQL.readable(by: .member(member)))
                AND \(SQL.keeps(member))
            ON CONFLICT (id) DO UPDATE SET token_hash = EXCLUDED.token_hash
            WHERE invitation_links.created_by = EXCLUDED.created_by AND invitation_links.use_count = 0
                AND invitation_links.community_id = EXCLUDED.community_id
            """
        ).idempotent
    }

    static func revoke(_ link: InvitationLink.ID, of community: String, by member: Member) -> Self {
        .execute(
            """
            DELETE FROM invitation_links l
            USING communities c
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND l.community_id = c.id AND l.id = \(link)
            """
        ).idempotent
    }

    static func lockCommunity(ofLink hash: [UInt8]) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM communities
            WHERE id = (SELECT community_id FROM invitation_links WHERE token_hash = \(hash))
            FOR NO KEY UPDATE
            """
        ).idempotent
    }

    /// Lets in who has a link. Begins after the community's lock.
    static func join(byLink hash: [UInt8], as member: Member) -> Self {
        .execute(
            """
            WITH used AS (
                UPDATE invitation_links l
                SET use_count = use_count + 1
                FROM communities c
                WHERE l.token_hash = \(hash) AND c.id = l.community_id AND l.expires_at > now()
                    AND (l.most_uses IS NULL OR l.use_count < l.most_uses) AND \(SQL.admits(member))
                    AND NOT EXISTS (SELECT FROM memberships m WHERE m.community_id = c.id AND m.user_id = \(member.id))
                RETURNING l.community_id
            ), asked AS (
                DELETE FROM join_asks a USING used WHERE a.community_id = used.community_id AND a.user_id = \(member.id)
            ), invited AS (
                DELETE FROM invitations i USING used
                WHERE i.community_id = used.community_id AND i.user_id = \(member.id)
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
}
