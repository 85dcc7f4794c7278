extension [Route] {
    /// What search engines and archives ask for first.
    static let crawlers: [Route] = [
        .get("/robots.txt", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.robots),
        .get("/sitemap.xml", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.sitemapIndex),
        .get("/sitemaps/communities.xml", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.communities),
        .get("/sitemaps/c/:community/:part", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.posts),
        .get("/sitemaps/tags.xml", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.tags),
        .get("/sitemaps/people/:letter", for: .anyone, kept: .forVisitors(query: []), CrawlerHandlers.people),
    ]
}
