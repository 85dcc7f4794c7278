import FoundationEssentials
import Postgres

struct CrawlableCommunity: Sendable {
    let slug: String
    let indexing: Community.Indexing
    let lastNumber: Int
    let changedAt: Date
}

struct CrawlablePost: Sendable {
    let number: Int
    let slug: String
    let changedAt: Date
}

extension Query where Output == [CrawlableCommunity] {
    static var crawlableCommunities: Self {
        .all(
            """
            SELECT slug, indexing, last_post_number, last_activity_at
            FROM communities
            WHERE visibility = 'public'
            ORDER BY slug
            LIMIT 10000
            """, as: CrawlableCommunity.init)
    }
}

extension Query where Output == [CrawlablePost] {
    static func crawlablePosts(in community: String, numbers: ClosedRange<Int>) -> Self {
        .all(
            """
            SELECT number, slug, greatest(last_activity_at, edited_at)
            FROM posts
            WHERE community_id = (SELECT id FROM communities
                                  WHERE slug = \(community) AND visibility = 'public' AND indexing <> 'closed')
                AND number BETWEEN \(numbers.lowerBound)::integer AND \(numbers.upperBound)::integer
                AND state IN ('published', 'archived')
            ORDER BY number
            LIMIT 50000
            """, as: CrawlablePost.init)
    }
}
