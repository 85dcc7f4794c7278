import FoundationEssentials
import Postgres

struct CrawlableCommunity: Sendable {
    let slug: String
    let indexing: Community.Indexing
    let hasPosts: Bool
    let changedAt: Date
}

struct CrawlablePost: Sendable {
    let number: Int
    let slug: String
    let changedAt: Date
}

/// One part of the sitemaps of a community's posts.
struct SitemapPart: Sendable {
    let community: String
    let number: Int
    let changedAt: Date
}

/// A tag or a person, by the name that stands in the address.
struct CrawlableName: Sendable {
    let name: String
    let changedAt: Date
}

extension Query where Output == [CrawlableCommunity] {
    static var crawlableCommunities: Self {
        .all(
            """
            SELECT slug, indexing, post_count > 0, last_activity_at
            FROM communities
            WHERE visibility = 'public'
            ORDER BY slug
            LIMIT 10000
            """, as: CrawlableCommunity.init)
    }
}

extension Query where Output == [SitemapPart] {
    /// The parts that have something in them. Asked for the first of each: EXISTS would join a million posts to see
    /// that there is one.
    static var sitemapParts: Self {
        .all(
            """
            SELECT c.slug, part, c.last_activity_at
            FROM communities c
            CROSS JOIN LATERAL generate_series(0, (c.last_post_number - 1) / 50000) part
            WHERE c.visibility = 'public' AND c.indexing <> 'closed' AND c.last_post_number > 0
                AND (SELECT true
                     FROM posts p JOIN users u ON u.id = p.author_id
                     WHERE p.community_id = c.id AND p.number > part * 50000 AND p.number <= (part + 1) * 50000
                         AND p.state IN ('published', 'archived') AND u.is_indexable
                     ORDER BY p.number
                     LIMIT 1)
            ORDER BY c.slug, part
            LIMIT 40000
            """, as: SitemapPart.init)
    }
}

extension Query where Output == [CrawlablePost] {
    static func crawlablePosts(in community: String, numbers: ClosedRange<Int>) -> Self {
        .all(
            """
            SELECT p.number, p.slug, greatest(p.last_activity_at, p.edited_at)
            FROM posts p JOIN users u ON u.id = p.author_id
            WHERE p.community_id = (SELECT id FROM communities
                                    WHERE slug = \(community) AND visibility = 'public' AND indexing <> 'closed')
                AND p.number BETWEEN \(numbers.lowerBound)::integer AND \(numbers.upperBound)::integer
                AND p.state IN ('published', 'archived') AND u.is_indexable
            ORDER BY p.number
            LIMIT 50000
            """, as: CrawlablePost.init)
    }
}

extension SQL {
    /// Every tag of a public community's post, each found by one step in the index from the one before.
    fileprivate static let everyTag: SQL = """
        WITH RECURSIVE named AS (
            (SELECT tag FROM post_tags ORDER BY tag LIMIT 1)
            UNION ALL
            SELECT (SELECT t.tag FROM post_tags t WHERE t.tag > n.tag ORDER BY t.tag LIMIT 1)
            FROM named n
            WHERE n.tag IS NOT NULL
        )
        """

    /// The tags whose page is worth finding, by `TagPage`'s own measure: three posts.
    fileprivate static let crawlableTag: SQL = """
        n.tag IS NOT NULL
            AND (SELECT count(*) FROM (SELECT FROM post_tags t WHERE t.tag = n.tag LIMIT 3) first) = 3
        """

    /// Whether `users u` have a page that may be kept, as far as they decide; `users_listed` holds these.
    fileprivate static let listed: SQL =
        "u.visibility = 'public' AND u.state = 'active' AND NOT u.is_held AND u.is_indexable"
}

extension Query where Output == [CrawlableName] {
    static var crawlableTags: Self {
        .all(
            """
            \(SQL.everyTag)
            SELECT n.tag, (SELECT t.published_at FROM post_tags t WHERE t.tag = n.tag
                           ORDER BY t.published_at DESC LIMIT 1)
            FROM named n
            WHERE \(SQL.crawlableTag)
            ORDER BY n.tag
            LIMIT 50000
            """, as: CrawlableName.init)
    }

    /// People with a public profile who wrote where anyone can read.
    static func crawlablePeople(_ letter: String) -> Self {
        .all(
            """
            SELECT u.username, newest.published_at
            FROM users u
            CROSS JOIN LATERAL (
                SELECT p.published_at
                FROM posts p JOIN communities c ON c.id = p.community_id
                WHERE p.author_id = u.id AND p.state = 'published' AND c.visibility = 'public'
                ORDER BY p.published_at DESC
                LIMIT 1
            ) newest
            WHERE \(SQL.listed) AND left(u.username, 1) = \(letter)
            ORDER BY u.username
            LIMIT 50000
            """, as: CrawlableName.init)
    }
}

extension Query where Output == [String] {
    /// The letters and digits with which listed people's usernames begin.
    static var sitemapLetters: Self {
        .values(
            """
            SELECT letter
            FROM unnest(string_to_array('0123456789abcdefghijklmnopqrstuvwxyz', NULL)) letter
            WHERE EXISTS (
                SELECT FROM users u
                WHERE \(SQL.listed) AND left(u.username, 1) = letter
                    AND (SELECT true
                         FROM posts p JOIN communities c ON c.id = p.community_id
                         WHERE p.author_id = u.id AND p.state = 'published' AND c.visibility = 'public'
                         ORDER BY p.published_at DESC
                         LIMIT 1))
            ORDER BY letter
            LIMIT 36
            """)
    }
}

extension Query where Output == Bool {
    static var hasCrawlableTags: Self {
        .value("\(SQL.everyTag) SELECT EXISTS (SELECT FROM named n WHERE \(SQL.crawlableTag))")
    }
}
