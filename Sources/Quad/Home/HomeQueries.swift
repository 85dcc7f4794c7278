import FoundationEssentials
import Postgres

/// A community that someone has joined.
struct JoinedCommunity: Sendable {
    let name: String
    let slug: String
    let lastActivityAt: Date
    let iconID: Attachment.ID?
}

extension Query where Output == [JoinedCommunity] {
    /// Where a member takes part, the place that changed last first.
    static func joined(by member: Member, limit: Int) -> Self {
        .all(
            """
            SELECT c.name, c.slug, c.last_activity_at, c.icon_id
            FROM memberships m JOIN communities c ON c.id = m.community_id
            WHERE m.user_id = \(member.id) AND m.role <> 'banned' AND \(SQL.readable(by: .member(member)))
            ORDER BY c.last_activity_at DESC, c.slug
            LIMIT \(limit)
            """, as: JoinedCommunity.init)
    }
}

extension Query where Output == [FeedPost] {
    /// One page of the newest posts of the communities a member has joined, and one more when the list goes on.
    ///
    /// - Complexity: one index scan of about 26 rows for each joined community, however many posts they hold and
    ///   however far down: `posts_new` is entered at the cursor's time.
    static func news(for member: Member, after cursor: NewestCursor?) -> Self {
        // The first condition is the one the index can begin at; the second tells apart what has the same time.
        let rest: SQL =
            cursor.map { cursor in
                let time = Date(microseconds: cursor.microseconds)
                return "AND n.published_at <= \(time) AND (n.published_at, n.id) < (\(time), \(cursor.post))"
            } ?? ""
        // Each community gives its newest, in the page's own order: of posts with one time none may be left behind.
        // The limits are no parameters: a plan made once for all values would expect a tenth of all posts.
        return .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: .member(member)))
            FROM (
                SELECT newest.id, newest.published_at
                FROM memberships m
                JOIN communities c ON c.id = m.community_id
                CROSS JOIN LATERAL (
                    SELECT n.id, n.published_at
                    FROM posts n
                    WHERE n.community_id = c.id AND n.state = 'published' \(rest)
                    ORDER BY n.published_at DESC, n.id DESC
                    LIMIT 26
                ) newest
                WHERE m.user_id = \(member.id) AND m.role <> 'banned' AND \(SQL.readable(by: .member(member)))
                ORDER BY newest.published_at DESC, newest.id DESC
                LIMIT 26
            ) page
            JOIN posts p ON p.id = page.id
            JOIN users u ON u.id = p.author_id
            JOIN communities c ON c.id = p.community_id
            ORDER BY page.published_at DESC, page.id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }
}
