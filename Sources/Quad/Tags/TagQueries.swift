import FoundationEssentials
import Postgres

extension Query where Output == [FeedPost] {
    /// One page of the published posts of public communities that carry a tag, newest first, and one more when the
    /// list goes on.
    ///
    /// - Complexity: one index scan of 26 rows however far down and however many posts the communities that are
    ///   not public have under the tag: `post_tags` holds none of those.
    static func posts(tagged tag: String, after cursor: NewestCursor?, for viewer: Viewer) -> Self {
        let rest: SQL =
            cursor.map { "AND (t.published_at, t.post_id) < (\(Date(microseconds: $0.microseconds)), \($0.post))" }
            ?? ""
        // The page is cut before anything is joined to it, so that no plan can begin with the posts. The limit is no
        // parameter: a plan made once for all values would expect a tenth of the tag's posts.
        return .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: viewer))
            FROM (
                SELECT t.published_at, t.post_id
                FROM post_tags t
                WHERE t.tag = \(tag) \(rest)
                ORDER BY t.published_at DESC, t.post_id DESC
                LIMIT 26
            ) page
            JOIN posts p ON p.id = page.post_id
            JOIN users u ON u.id = p.author_id
            JOIN communities c ON c.id = p.community_id
            WHERE p.state = 'published' AND c.visibility = 'public'
            ORDER BY page.published_at DESC, page.post_id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }
}
