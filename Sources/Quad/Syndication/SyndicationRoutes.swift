extension [Route] {
    /// Atom feeds: for readers, so that every public community has one, whatever it tells crawlers. They show what a
    /// visitor sees, whoever asks.
    static let syndication: [Route] = [
        .get("/feed.atom", for: .anyone, kept: .forVisitors(query: []), SyndicationHandlers.site),
        .get("/c/:community/feed.atom", for: .anyone, kept: .forVisitors(query: []), SyndicationHandlers.community),
        .get("/c/:community/:number/feed.atom", for: .anyone, kept: .forVisitors(query: []), SyndicationHandlers.post),
        .get("/tags/:tag/feed.atom", for: .anyone, kept: .forVisitors(query: []), SyndicationHandlers.tag),
        .get("/u/:username/feed.atom", for: .anyone, kept: .forVisitors(query: []), SyndicationHandlers.member),
    ]
}

/// Addresses of Atom feeds.
enum FeedPaths {
    static let all = "/feed.atom"
    static func community(_ slug: String) -> String { CommunityPaths.community(slug) + all }
    static func post(_ number: Int, in community: String) -> String { "/c/\(community)/\(number)" + all }
    static func tag(_ slug: String) -> String { TagPaths.tag(slug) + all }
    static func member(_ username: String) -> String { MemberPaths.profile(username) + all }
}

extension HeadMatter.Feed {
    /// The newest posts of every public community.
    static func everything(of site: Site) -> Self {
        HeadMatter.Feed(title: "New at \(site.name)", path: FeedPaths.all)
    }
}
