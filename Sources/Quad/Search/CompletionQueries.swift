import Postgres

/// Someone a text may name.
struct CompletedPerson: Encodable, Sendable {
    let username: String
    let name: String
}

/// A tag a text may have.
struct CompletedTag: Encodable, Sendable {
    let tag: String
    let posts: Int
}

extension Query where Output == [CompletedPerson] {
    /// People whose name or username has a word that begins with what was typed: who takes part in a post first, then
    /// members of its community, then everyone else whose profile the member may open. Nobody else is told, because a
    /// username says who somebody is.
    ///
    /// - Parameter post: counts only when the member may read it.
    static func people(completing typed: String, on post: Post.ID?, for member: Member) -> Self {
        let viewer = Viewer.member(member)
        let isNamed: SQL =
            "(u.search_name LIKE \(SQL.beginning(typed)) OR u.search_name LIKE '% ' || \(SQL.beginning(typed)))"
        return .all(
            """
            WITH place AS MATERIALIZED (
                SELECT p.id, p.author_id, p.community_id
                FROM posts p JOIN communities c ON c.id = p.community_id
                WHERE p.id = \(post) AND \(SQL.readablePost(by: viewer))
            ), talking AS MATERIALIZED (
                SELECT author_id AS id FROM place
                UNION
                SELECT k.author_id FROM place JOIN comments k ON k.post_id = place.id WHERE k.state = 'published'
            ), alike AS MATERIALIZED (
                SELECT u.id, u.username, u.name, u.search_name, true AS is_talking
                FROM talking t JOIN users u ON u.id = t.id
                WHERE \(isNamed) AND \(SQL.openProfile(for: viewer))
                UNION ALL
                SELECT * FROM (
                    SELECT u.id, u.username, u.name, u.search_name, false
                    FROM users u
                    WHERE \(isNamed) AND \(SQL.openProfile(for: viewer))
                        AND u.id NOT IN (SELECT id FROM talking)
                    LIMIT 500
                ) others
            )
            SELECT a.username, a.name
            FROM alike a LEFT JOIN place ON true
            WHERE a.id <> \(member.id)
            ORDER BY a.username = lower(\(typed)) DESC, a.is_talking DESC,
                EXISTS (
                    SELECT FROM memberships m
                    WHERE m.community_id = place.community_id AND m.user_id = a.id AND m.role <> 'banned') DESC,
                word_similarity(search_name(\(typed)), a.search_name) DESC, a.username
            LIMIT 8
            """, as: CompletedPerson.init(username:name:))
    }
}
