import FoundationEssentials
import Postgres

extension SQL {
    /// Whether a member may see who else is in `communities c`: its own members, and who moderates the whole site.
    static func seesMembers(_ member: Member) -> SQL {
        if member.role.moderates { return "true" }
        return """
            EXISTS (
                SELECT FROM memberships g
                WHERE g.community_id = c.id AND g.user_id = \(member.id) AND g.role <> 'banned')
            """
    }

    /// Whether a member decides about `memberships m` of `communities c`: moderators about members, the owner about
    /// moderators too, nobody about the owner or themselves.
    fileprivate static func decides(_ member: Member) -> SQL {
        """
        (m.role IN ('member', 'banned') AND \(keeps(member)) OR m.role = 'moderator' AND \(owns(member)))
            AND m.user_id <> \(member.id)
        """
    }

    /// `CommunityMember`'s columns of `memberships m` and `users u`.
    fileprivate static func memberColumns(for member: Member) -> SQL {
        """
        m.user_id, \(authorColumns(for: .member(member))), m.role, m.joined_at,
        CASE WHEN \(keeps(member)) THEN m.ban_reason END, CASE WHEN \(keeps(member)) THEN m.banned_until END
        """
    }
}

extension CommunityMember {
    /// One row, in the order of `SQL.memberColumns`.
    fileprivate init(
        id: Member.ID, name: String, username: String, isOpen: Bool, face: Author.Face, role: CommunityRole,
        joinedAt: Date, banReason: String?, bannedUntil: Date?
    ) {
        self.init(
            id: id, author: Author(name: name, username: username, isOpen: isOpen, face: face), role: role,
            joinedAt: joinedAt, ban: role == .banned ? Ban(reason: banReason, until: bannedUntil) : nil)
    }
}

extension Query where Output == [CommunityMember] {
    /// One page of a community's members, and one more when the list goes on; the newest first. A block hides the two
    /// from each other, but not from who keeps the community.
    ///
    /// - Complexity: one scan of `memberships_newest` from the cursor on; a name is looked for in `users_name_words`.
    static func members(_ selection: MemberSelection, for member: Member) -> Self {
        let part: SQL =
            switch selection.part {
            case .all: "m.role <> 'banned'"
            case .moderators: "m.role IN ('owner', 'moderator')"
            case .banned: "m.role = 'banned' AND \(SQL.keeps(member))"
            }
        // Nobody is found by a name that is not shown.
        let named: SQL =
            selection.name.isEmpty
            ? ""
            : """
            AND NOT u.is_held AND u.state <> 'deleted'
                AND to_tsvector('simple', u.name || ' ' || u.username) @@ to_tsquery('simple', \(selection.nameQuery))
            """
        let rest: SQL =
            selection.after.map { cursor in
                "AND (m.joined_at, m.user_id) < (\(Date(microseconds: cursor.microseconds)), \(cursor.member))"
            } ?? ""
        return .all(
            """
            SELECT \(SQL.memberColumns(for: member))
            FROM memberships m
            JOIN users u ON u.id = m.user_id
            JOIN communities c ON c.id = m.community_id
            WHERE m.community_id = (
                    SELECT c.id FROM communities c
                    WHERE c.slug = \(selection.community) AND \(SQL.seesMembers(member)))
                AND \(part) \(named) \(rest) AND (\(SQL.isUnblocked(for: member.id)) OR \(SQL.keeps(member)))
            ORDER BY m.joined_at DESC, m.user_id DESC
            LIMIT 51
            """, as: CommunityMember.init)
    }
}

extension Query where Output == CommunityMember? {
    /// One of a community's members, for those in charge.
    static func communityMember(_ id: Member.ID, of community: String, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.memberColumns(for: member))
            FROM communities c
            JOIN memberships m ON m.community_id = c.id AND m.user_id = \(id)
            JOIN users u ON u.id = m.user_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
            LIMIT 1
            """, as: CommunityMember.init)
    }
}

extension Query where Output == Bool {
    /// Whether nobody owns a community who could still sign in.
    static func isWithoutOwner(_ community: String) -> Self {
        .value("SELECT EXISTS (SELECT FROM communities c WHERE c.slug = \(community) AND \(SQL.isWithoutOwner))")
    }
}

// Each begins after `lockCommunity`, and does nothing the second time.
extension Query where Output == Int {
    static func makeModerator(_ id: Member.ID, of community: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE memberships m
            SET role = 'moderator'
            FROM communities c
            WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(id) AND m.role = 'member'
                AND \(SQL.owns(member))
            """
        ).idempotent
    }

    /// By the owner, or by the moderator themselves.
    static func unmakeModerator(_ id: Member.ID, of community: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE memberships m
            SET role = 'member'
            FROM communities c
            WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(id) AND m.role = 'moderator'
                AND (m.user_id = \(member.id) OR \(SQL.owns(member)))
            """
        ).idempotent
    }

    /// Ends a membership; who it was may join again.
    static func removeMember(_ id: Member.ID, of community: String, by member: Member) -> Self {
        .execute(
            """
            WITH gone AS (
                DELETE FROM memberships m
                USING communities c
                WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(id) AND m.role <> 'banned'
                    AND \(SQL.decides(member))
                RETURNING m.community_id
            )
            \(SQL.countGone)
            """
        ).idempotent
    }

    /// Sends somebody out, who stays so until the ban ends.
    static func ban(
        _ id: Member.ID, from community: String, because reason: String, until: Date?, by member: Member
    ) -> Self {
        .execute(
            """
            WITH sent AS (
                UPDATE memberships m
                SET role = 'banned', ban_reason = \(reason), banned_until = \(until), banned_at = now()
                FROM communities c
                WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(id) AND m.role <> 'banned'
                    AND \(SQL.decides(member))
                RETURNING m.community_id, m.user_id
            ), offers AS (
                DELETE FROM ownership_offers o
                USING sent WHERE o.community_id = sent.community_id AND o.user_id = sent.user_id
            )
            UPDATE communities
            SET member_count = member_count - 1
            FROM sent
            WHERE communities.id = sent.community_id
            """
        ).idempotent
    }

    /// Ends a ban: who was sent out is somebody who never joined.
    static func liftBan(_ id: Member.ID, from community: String, by member: Member) -> Self {
        .execute(
            """
            DELETE FROM memberships m
            USING communities c
            WHERE c.slug = \(community) AND m.community_id = c.id AND m.user_id = \(id) AND m.role = 'banned'
                AND \(SQL.decides(member))
            """
        ).idempotent
    }
}
