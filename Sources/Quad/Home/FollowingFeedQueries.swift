import FoundationEssentials
import Postgres

/// A post of what a member follows, with the moment that gave it its place.
struct FollowedPost: Sendable {
    /// When it was published; for a post that is followed itself, when something last happened in it.
    let moment: Date
    let post: FeedPost

    var cursor: FeedCursor {
        FeedCursor(.time(microseconds: Int((moment.timeIntervalSince1970 * 1_000_000).rounded())), post: post.id)
    }
}

extension Query where Output == [FollowedPost] {
    /// One page of what a member follows: posts by people, under tags and in communities, each at the time it was
    /// published, and followed posts at the time something last happened in them; and one more when the list goes on.
    ///
    /// A post that is followed itself stands there alone, so that none is met twice.
    ///
    /// - Complexity: one index scan of about 26 rows for each person, tag and community followed, and all followed
    ///   posts: `AttentionLimit.follows` bounds them together.
    static func followed(by member: Member, after cursor: FeedCursor?) -> Self {
        let viewer = Viewer.member(member)
        var (rest, activity, tagged): (SQL, SQL, SQL) = ("", "", "")
        if let cursor, case .time(let microseconds) = cursor.key {
            let time = Date(microseconds: microseconds)
            rest = "AND n.published_at <= \(time) AND (n.published_at, n.id) < (\(time), \(cursor.post))"
            activity = "AND (n.last_activity_at, n.id) < (\(time), \(cursor.post))"
            tagged = "AND (t.published_at, t.post_id) < (\(time), \(cursor.post))"
        }
        // Lists instead of joins: those would have all posts of an author read and sorted.
        let isNews: SQL = """
            n.author_id <> \(member.id) AND n.state = 'published' AND \(SQL.isHeard(by: member))
                AND n.id <> ALL (ARRAY(
                    SELECT o.post_id FROM follows o
                    WHERE o.user_id = \(member.id) AND o.post_id IS NOT NULL LIMIT 500))
            """
        let isOpen: SQL = "\(SQL.readable(by: viewer)) AND \(SQL.isHeardOf(by: member))"
        return .all(
            """
            SELECT page.moment, p.id, \(SQL.listColumns(place: "c.name", for: viewer))
            FROM (
                SELECT found.id, found.moment
                FROM (
                    SELECT n.id, n.published_at AS moment
                    FROM follows f
                    CROSS JOIN LATERAL (
                        SELECT n.id, n.published_at
                        FROM posts n JOIN communities c ON c.id = n.community_id
                        WHERE n.author_id = f.person_id AND \(isNews) \(rest) AND \(isOpen)
                        ORDER BY n.published_at DESC, n.id DESC
                        LIMIT 26
                    ) n
                    WHERE f.user_id = \(member.id) AND f.person_id IS NOT NULL
                    UNION
                    SELECT n.id, n.published_at
                    FROM follows f
                    CROSS JOIN LATERAL (
                        SELECT n.id, n.published_at
                        FROM post_tags t
                        JOIN posts n ON n.id = t.post_id
                        JOIN communities c ON c.id = n.community_id
                        WHERE t.tag = f.tag AND \(isNews) \(tagged) AND \(isOpen)
                        ORDER BY t.published_at DESC, t.post_id DESC
                        LIMIT 26
                    ) n
                    WHERE f.user_id = \(member.id) AND f.tag IS NOT NULL
                    UNION
                    SELECT n.id, n.published_at
                    FROM follows f
                    JOIN communities c ON c.id = f.community_id
                    CROSS JOIN LATERAL (
                        SELECT n.id, n.published_at
                        FROM posts n
                        WHERE n.community_id = c.id AND \(isNews) \(rest)
                        ORDER BY n.published_at DESC, n.id DESC
                        LIMIT 26
                    ) n
                    WHERE f.user_id = \(member.id) AND \(isOpen)
                    UNION
                    SELECT n.id, n.last_activity_at
                    FROM follows f
                    JOIN posts n ON n.id = f.post_id
                    JOIN communities c ON c.id = n.community_id
                    WHERE f.user_id = \(member.id) AND n.state = 'published' \(activity)
                        AND \(SQL.isHeard(by: member)) AND \(isOpen)
                ) found
                ORDER BY found.moment DESC, found.id DESC
                LIMIT 26
            ) page
            \(SQL.pageTables)
            ORDER BY page.moment DESC, page.id DESC
            LIMIT 26
            """, as: FollowedPost.init)
    }
}

extension FollowedPost {
    /// One row.
    fileprivate init(
        moment: Date, id: Post.ID, number: Int, kind: Post.Kind, title: String, slug: String, isPinned: Bool,
        isLocked: Bool, score: Int, commentCount: Int, answeredAt: Date?, publishedAt: Date, hot: Double,
        authorName: String, authorUsername: String, authorIsOpen: Bool, authorFace: Author.Face, place: String,
        communitySlug: String, communityName: String
    ) {
        self.moment = moment
        post = FeedPost(
            id: id, number: number, kind: kind, title: title, slug: slug, isPinned: isPinned, isLocked: isLocked,
            score: score, commentCount: commentCount, answeredAt: answeredAt, publishedAt: publishedAt, hot: hot,
            authorName: authorName, authorUsername: authorUsername, authorIsOpen: authorIsOpen,
            authorFace: authorFace, place: place, communitySlug: communitySlug, communityName: communityName)
    }
}
