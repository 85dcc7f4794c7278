import FoundationEssentials
import Postgres

extension SQL {
    /// `Community`'s columns of `communities c` and `universities n`.
    fileprivate static func communityColumns(for viewer: Viewer) -> SQL {
        """
        c.id, c.slug, c.name, c.description, c.rules, c.visibility, c.indexing, c.state = 'archived', c.member_count,
        c.post_count, n.name, \(role(of: viewer)), \(waitingColumns(for: viewer)), c.icon_id, c.language
        """
    }
}

extension Query where Output == Community? {
    static func community(_ slug: String, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT \(SQL.communityColumns(for: viewer))
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE c.slug = \(slug) AND \(SQL.readable(by: viewer))
            LIMIT 1
            """, as: Community.init)
    }
}

extension Query where Output == [Community] {
    /// Communities a viewer may read, the largest first.
    ///
    /// - Parameter cursor: the last community of the page before.
    static func communities(after cursor: CommunityCursor?, limit: Int, for viewer: Viewer) -> Self {
        let rest: SQL =
            cursor.map { cursor in
                """
                AND (c.member_count < \(cursor.memberCount)::integer
                    OR c.member_count = \(cursor.memberCount)::integer AND c.slug > \(cursor.slug))
                """
            } ?? ""
        return .all(
            """
            SELECT \(SQL.communityColumns(for: viewer))
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE \(SQL.readable(by: viewer)) AND c.state = 'active' \(rest)
            ORDER BY c.member_count DESC, c.slug
            LIMIT \(limit)
            """, as: Community.init)
    }

    /// The same by name.
    static func communities(afterName cursor: CommunityCursor?, limit: Int, for viewer: Viewer) -> Self {
        let rest: SQL = cursor.map { "AND c.slug > \($0.slug)" } ?? ""
        return .all(
            """
            SELECT \(SQL.communityColumns(for: viewer))
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE \(SQL.readable(by: viewer)) AND c.state = 'active' \(rest)
            ORDER BY c.slug
            LIMIT \(limit)
            """, as: Community.init)
    }
}

extension Query where Output == Int {
    static func communityCount(for viewer: Viewer) -> Self {
        .value("SELECT count(*) FROM communities c WHERE \(SQL.readable(by: viewer)) AND c.state = 'active'")
    }
}

extension Query where Output == [Space] {
    /// A community's spaces, in the order its owner gave them.
    static func spaces(of community: String, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT id, slug, name, description, posting = 'moderators', post_count
            FROM spaces
            WHERE community_id = \(SQL.community(community, for: viewer))
            ORDER BY position, slug
            LIMIT 50
            """, as: Space.init)
    }
}

extension Query where Output == [Responsible] {
    /// Who answers for a community: owners, then moderators.
    static func responsible(in community: String, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT \(SQL.authorColumns(for: viewer)), m.role = 'owner'
            FROM memberships m JOIN users u ON u.id = m.user_id
            WHERE m.community_id = \(SQL.community(community, for: viewer)) AND m.role IN ('owner', 'moderator')
            ORDER BY m.role = 'owner' DESC, m.joined_at, u.username
            LIMIT 8
            """
        ) { name, username, isOpen, face, isOwner in
            Responsible(
                author: Author(name: name, username: username, isOpen: isOpen, face: face),
                isOwner: isOwner)
        }
    }
}
