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

/// Which posts of several communities a list holds.
struct FeedSelection: Sendable {
    var order = FeedOrder(.new)
    var after: FeedCursor?
}

extension SQL {
    /// Whether nothing about `posts n` is muted: its author, one of its tags, the post itself; nor is there a block
    /// between its author and the member. Each list is read once a statement, whatever the number of posts.
    static func isHeard(by member: Member) -> SQL {
        """
        n.author_id <> ALL (ARRAY(
                SELECT x.person_id FROM mutes x
                WHERE x.user_id = \(member.id) AND x.person_id IS NOT NULL LIMIT 500))
            AND NOT n.tags && ARRAY(
                SELECT x.tag::text FROM mutes x WHERE x.user_id = \(member.id) AND x.tag IS NOT NULL LIMIT 500)
            AND n.id <> ALL (ARRAY(
                SELECT x.post_id FROM mutes x WHERE x.user_id = \(member.id) AND x.post_id IS NOT NULL LIMIT 500))
            AND n.author_id <> ALL (ARRAY(SELECT b.other_id FROM blocks b WHERE b.user_id = \(member.id)))
        """
    }

    /// Whether `communities c` is not muted.
    static func isHeardOf(by member: Member) -> SQL {
        """
        c.id <> ALL (ARRAY(
            SELECT x.community_id FROM mutes x
            WHERE x.user_id = \(member.id) AND x.community_id IS NOT NULL LIMIT 500))
        """
    }

    /// What comes after a place in the list of `posts n`. The first condition is the one that an index of a single
    /// community can begin at; the second tells apart what is equal in it.
    fileprivate static func isAfter(_ cursor: FeedCursor?) -> SQL {
        guard let cursor else { return "" }
        switch cursor.key {
        case .hot(let hot):
            return "AND n.hot <= \(hot) AND (n.hot, n.id) < (\(hot), \(cursor.post))"
        case .time(let microseconds):
            let time = Date(microseconds: microseconds)
            return "AND n.published_at <= \(time) AND (n.published_at, n.id) < (\(time), \(cursor.post))"
        case .score(let score, let microseconds):
            let time = Date(microseconds: microseconds)
            return """
                AND (n.score, n.published_at) <= (\(score)::integer, \(time))
                    AND (n.score, n.published_at, n.id) < (\(score)::integer, \(time), \(cursor.post))
                """
        }
    }

    /// Joins what a page's rows show to `page (id, …)`.
    static let pageTables: SQL = """
        JOIN posts p ON p.id = page.id
        JOIN users u ON u.id = p.author_id
        JOIN communities c ON c.id = p.community_id
        """
}

extension Query where Output == [FeedPost] {
    /// One page of the posts of the communities a member has joined, and one more when the list goes on. What they
    /// muted is left out where the posts are found, so that pages stay full.
    ///
    /// - Complexity: one index scan of about 26 rows for each joined community, however many posts they hold and
    ///   however far down: its index is entered at the cursor. The top posts of a period: less what is older.
    static func news(for member: Member, _ selection: FeedSelection) -> Self {
        let rest = SQL.isAfter(selection.after)
        return switch selection.order.order {
        case .new: pages(for: member, rest, also: "", by: "n.published_at", "published_at DESC, n.id DESC")
        case .unanswered:
            pages(
                for: member, rest, also: "AND n.kind = 'question' AND n.answered_at IS NULL", by: "n.published_at",
                "published_at DESC, n.id DESC")
        case .hot: pages(for: member, rest, also: "", by: "n.hot", "hot DESC, n.id DESC")
        case .top: top(for: member, rest, also: SQL.isRecent(selection.order))
        }
    }

    // Each community gives its first posts, in the page's own order: of posts that are equal in it none may be left
    // behind. The limits are no parameters: a plan made once for all values would expect a tenth of all posts.
    private static func pages(
        for member: Member, _ rest: SQL, also condition: SQL, by key: SQL, _ order: SQL
    ) -> Self {
        .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: .member(member)))
            FROM (
                SELECT n.id, n.key
                FROM memberships m
                JOIN communities c ON c.id = m.community_id
                CROSS JOIN LATERAL (
                    SELECT n.id, \(key) AS key
                    FROM posts n
                    WHERE n.community_id = c.id AND n.state = 'published' \(condition) \(rest)
                        AND \(SQL.isHeard(by: member))
                    ORDER BY n.\(order)
                    LIMIT 26
                ) n
                WHERE m.user_id = \(member.id) AND m.role <> 'banned' AND \(SQL.isHeardOf(by: member))
                    AND \(SQL.readable(by: .member(member)))
                ORDER BY n.key DESC, n.id DESC
                LIMIT 26
            ) page
            \(SQL.pageTables)
            ORDER BY page.key DESC, page.id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }

    private static func top(for member: Member, _ rest: SQL, also condition: SQL) -> Self {
        .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: .member(member)))
            FROM (
                SELECT n.id, n.score, n.published_at
                FROM memberships m
                JOIN communities c ON c.id = m.community_id
                CROSS JOIN LATERAL (
                    SELECT n.id, n.score, n.published_at
                    FROM posts n
                    WHERE n.community_id = c.id AND n.state = 'published' \(condition) \(rest)
                        AND \(SQL.isHeard(by: member))
                    ORDER BY n.score DESC, n.published_at DESC, n.id DESC
                    LIMIT 26
                ) n
                WHERE m.user_id = \(member.id) AND m.role <> 'banned' AND \(SQL.isHeardOf(by: member))
                    AND \(SQL.readable(by: .member(member)))
                ORDER BY n.score DESC, n.published_at DESC, n.id DESC
                LIMIT 26
            ) page
            \(SQL.pageTables)
            ORDER BY page.score DESC, page.published_at DESC, page.id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }
}
