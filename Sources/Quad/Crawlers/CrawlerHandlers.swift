import FoundationEssentials
import HTTPServer
import Postgres

enum CrawlerHandlers {
    /// A sitemap may name at most 50,000 addresses (sitemaps.org, protocol 0.9).
    static let partSize = 50_000

    static func robots(_ context: Context) throws -> Response {
        let communities = try context.database.fetch(.crawlableCommunities)
        let rules = RobotsFile(communities: communities, site: context.site)
        return context.crawlerFile(.text(rules.text))
    }

    static func sitemapIndex(_ context: Context) throws -> Response {
        let (communities, parts, letters, hasTags) = try context.database.fetch(
            .crawlableCommunities, .sitemapParts, .sitemapLetters, .hasCrawlableTags)
        var map = SitemapWriter(.index, origin: context.site.origin)
        map.add("/sitemaps/communities.xml", changed: communities.map(\.changedAt).max())
        for part in parts { map.add("/sitemaps/c/\(part.community)/\(part.number).xml", changed: part.changedAt) }
        if hasTags { map.add("/sitemaps/tags.xml", changed: nil) }
        for letter in letters { map.add("/sitemaps/people/\(letter).xml", changed: nil) }
        return context.crawlerFile(map.response())
    }

    static func communities(_ context: Context) throws -> Response {
        let communities = try context.database.fetch(.crawlableCommunities)
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for page in ["/", CommunityPaths.all, "/about", "/rules", "/privacy"] { map.add(page, changed: nil) }
        for community in communities where community.indexing != .closed && community.hasPosts {
            map.add(CommunityPaths.community(community.slug), changed: community.changedAt)
            map.add(CommunityPaths.about(community.slug), changed: nil)
        }
        return context.crawlerFile(map.response())
    }

    /// Posts `part * 50,000 + 1` and on: numbers run within a community, so a part needs no counting.
    static func posts(_ context: Context) throws -> Response {
        let name = try context.part("part")
        guard let part = Int(name), (0...40_000).contains(part), "\(part)" == name else { throw NotFound() }
        let slug = try context.parameter("community")
        let posts = try context.database.fetch(
            .crawlablePosts(in: slug, numbers: (part * partSize + 1)...((part + 1) * partSize)))
        guard !posts.isEmpty else { throw NotFound() }
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for post in posts { map.add(CommunityPaths.post(post.number, post.slug, in: slug), changed: post.changedAt) }
        return context.crawlerFile(map.response())
    }

    static func tags(_ context: Context) throws -> Response {
        let tags = try context.database.fetch(.crawlableTags)
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for tag in tags { map.add(TagPaths.tag(tag.name), changed: tag.changedAt) }
        return context.crawlerFile(map.response())
    }

    /// People whose username begins with one letter or digit: no part needs counting, and no name moves to another.
    static func people(_ context: Context) throws -> Response {
        let letter = try context.part("letter")
        guard letter.utf8.count == 1 else { throw NotFound() }
        let people = try context.database.fetch(.crawlablePeople(letter))
        guard !people.isEmpty else { throw NotFound() }
        var map = SitemapWriter(.addresses, origin: context.site.origin)
        for person in people { map.add(MemberPaths.profile(person.name), changed: person.changedAt) }
        return context.crawlerFile(map.response())
    }
}

extension Context {
    /// The part of a sitemap that is asked for, without its ending.
    fileprivate func part(_ parameter: String) throws -> String {
        let name = try self.parameter(parameter)
        guard name.hasSuffix(".xml") else { throw NotFound() }
        return String(name.dropLast(4))
    }

    /// A file for crawlers, which shows something of every community.
    fileprivate func crawlerFile(_ response: Response) -> Response {
        show(.communities)
        return response
    }
}
