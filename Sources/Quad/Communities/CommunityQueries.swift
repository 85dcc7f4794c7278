import FoundationEssentials
import Postgres

/// What visitors may read. Every statement here decides itself what is public: in its WHERE.
extension SQL {
    /// The community `slug` when anyone may read it; for use as a subquery.
    static func publicCommunity(_ slug: String) -> SQL {
        "(SELECT id FROM communities WHERE slug = \(slug) AND visibility = 'public')"
    }

    /// `Community`'s columns of `communities c` and `universities n`.
    fileprivate static let communityColumns: SQL = """
        c.id, c.slug, c.name, c.description, c.rules, c.indexing, c.state = 'archived', c.member_count, c.post_count, \
        n.name
        """

    /// `Author`'s columns of `users u`.
    static let authorColumns: SQL = """
        u.name, u.username, u.visibility = 'public' AND NOT u.is_held AND u.state = 'active', \
        u.is_held OR u.state = 'deleted'
        """
}

extension Query where Output == Community? {
    static func community(_ slug: String) -> Self {
        .first(
            """
            SELECT \(SQL.communityColumns)
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE c.slug = \(slug) AND c.visibility = 'public'
            LIMIT 1
            """, as: Community.init)
    }
}

extension Query where Output == [Community] {
    /// Communities anyone may read, the largest first.
    ///
    /// - Parameter cursor: the last community of the page before.
    static func communities(after cursor: CommunityCursor?, limit: Int) -> Self {
        let rest: SQL =
            cursor.map { cursor in
                """
                AND (c.member_count < \(cursor.memberCount)::integer
                    OR c.member_count = \(cursor.memberCount)::integer AND c.slug > \(cursor.slug))
                """
            } ?? ""
        return .all(
            """
            SELECT \(SQL.communityColumns)
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE c.visibility = 'public' AND c.state = 'active' \(rest)
            ORDER BY c.member_count DESC, c.slug
            LIMIT \(limit)
            """, as: Community.init)
    }

    /// The same by name.
    static func communities(afterName cursor: CommunityCursor?, limit: Int) -> Self {
        let rest: SQL = cursor.map { "AND c.slug > \($0.slug)" } ?? ""
        return .all(
            """
            SELECT \(SQL.communityColumns)
            FROM communities c LEFT JOIN universities n ON n.id = c.university_id
            WHERE c.visibility = 'public' AND c.state = 'active' \(rest)
            ORDER BY c.slug
            LIMIT \(limit)
            """, as: Community.init)
    }
}

extension Query where Output == Int {
    static var publicCommunityCount: Self {
        .value("SELECT count(*) FROM communities WHERE visibility = 'public' AND state = 'active'")
    }
}

extension Query where Output == [Space] {
    /// A community's spaces, in the order its owner gave them.
    static func spaces(of community: String) -> Self {
        .all(
            """
            SELECT id, slug, name, description, posting = 'moderators', post_count
            FROM spaces
            WHERE community_id = \(SQL.publicCommunity(community))
            ORDER BY position, slug
            LIMIT 50
            """, as: Space.init)
    }
}

extension Query where Output == [Responsible] {
    /// Who answers for a community: owners, then moderators.
    static func responsible(for community: String) -> Self {
        .all(
            """
            SELECT \(SQL.authorColumns), m.role = 'owner'
            FROM memberships m JOIN users u ON u.id = m.user_id
            WHERE m.community_id = \(SQL.publicCommunity(community)) AND m.role IN ('owner', 'moderator')
            ORDER BY m.role = 'owner' DESC, m.joined_at, u.username
            LIMIT 8
            """
        ) { name, username, isPublic, isUnnamed, isOwner in
            Responsible(
                author: Author(name: name, username: username, isPublic: isPublic, isUnnamed: isUnnamed),
                isOwner: isOwner)
        }
    }
}
