import FoundationEssentials
import HTTPServer
import Postgres

enum CrawlerHandlers {
    /// A sitemap may name at most 50,000 addresses (sitemaps.org, protocol 0.9).
    static let partSize = 50_000

    static func robots(_ context: Context) throws -> Response {
        let communities = try context.database.fetch(.crawlableCommunities)
        let rules = RobotsFile(communities: communities, origin: context.site.origin)
        return context.crawlerFile(.text(rules.text))
    }

    static func sitemapIndex(_ context: Context) throws -> Response {
        let communities = try context.database.fetch(.crawlableCommunities).filter { $0.indexing != .closed }
        var map = SitemapWriter(.index, origin: context.site.origin)
        map.add("/sitemaps/communities.xml", changed: communities.map(\.changedAt).max())
        for community in communities where community.lastNumber > 0 {
            for part in 0...(community.lastNumber - 1) / partSize {
                map.add("/sitemaps/c/\(community.slug)/\(part).xml", changed: community.changedAt)
            }
        }
        return context.crawlerFile(map.response())
    }

    static func communities(_ context: Context) throws -> Response {
        let communities = try context.database.fetch(.crawlableCommunities)
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for page in ["/", CommunityPaths.all, "/about", "/rules", "/privacy"] { map.add(page, changed: nil) }
        for community in communities where community.indexing != .closed {
            map.add(CommunityPaths.community(community.slug), changed: community.changedAt)
            map.add(CommunityPaths.about(community.slug), changed: nil)
        }
        return context.crawlerFile(map.response())
    }

    /// Posts `part * 50,000 + 1` and on: numbers run within a community, so a part needs no counting.
    static func posts(_ context: Context) throws -> Response {
        let name = try context.parameter("part")
        guard name.hasSuffix(".xml"), let part = Int(name.dropLast(4)), (0...40_000).contains(part),
            "\(part).xml" == name
        else { throw NotFound() }
        let slug = try context.parameter("community")
        let posts = try context.database.fetch(
            .crawlablePosts(in: slug, numbers: (part * partSize + 1)...((part + 1) * partSize)))
        guard !posts.isEmpty else { throw NotFound() }
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for post in posts { map.add(CommunityPaths.post(post.number, post.slug, in: slug), changed: post.changedAt) }
        return context.crawlerFile(map.response())
    }
}

extension Context {
    /// A file for crawlers, which shows something of every community.
    fileprivate func crawlerFile(_ response: Response) -> Response {
        show(.communities)
        return response
    }
}
