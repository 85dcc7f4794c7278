import HTTPServer

/// What crawlers may read (RFC 9309). Pages say the same again in their own heads and headers.
struct RobotsFile {
    let communities: [CrawlableCommunity]
    let site: Site

    /// Crawlers that gather text to train models on; a community, or the whole site, may let search engines in and
    /// not these.
    static let trainers = [
        "AI2Bot", "Ai2Bot-Dolma", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot",
        "cohere-ai", "cohere-training-data-crawler", "Diffbot", "FacebookBot", "Google-Extended", "GPTBot",
        "img2dataset",
        "meta-externalagent", "omgili", "PanguBot", "Timpibot", "Webzio-Extended",
    ]

    /// Pages for everyone that are forms, or that only lead to or repeat others.
    private static let notForFinding = [
        "/comments/", "/completions/", "/dev/", "/drafts", "/forgot-password", "/posts/", "/preview", "/search",
        "/settings", "/sign-in", "/sign-up", "/admin", "/bookmarks", "/home",
        "/verifications/", "/welcome",
    ]

    var text: String {
        let closed = communities.filter { $0.indexing == .closed }.map(\.slug)
        let notForTraining = communities.filter { $0.indexing != .open }.map(\.slug)
        return """
            User-agent: *
            \(rules(closed))

            \(Self.trainers.map { "User-agent: \($0)" }.joined(separator: "\n"))
            \(site.allowsTraining ? rules(notForTraining) : "Disallow: /")

            Sitemap: \(site.origin)/sitemap.xml

            """
    }

    private func rules(_ closed: [String]) -> String {
        // "$" ends an address, so that closing /c/art leaves /c/artists open.
        let lines = closed.flatMap { ["Disallow: /c/\($0)$", "Disallow: /c/\($0)/", "Disallow: /c/\($0)?"] }
        return (Self.neverRead.map { "Disallow: \($0)" } + lines).joined(separator: "\n")
    }

    /// What no crawler reads: `notForFinding`, and whatever a route is for members alone, up to its first parameter. A
    /// beginning that public pages share is left out: there a crawler is sent to sign in.
    static var neverRead: [String] {
        let isOpen = { (route: Route) in route.audience == "anyone" || route.audience == "demonstration" }
        let open = [Route].all.filter { $0.method == .get && isOpen($0) }.map(\.pattern)
        let ofMembers = [Route].all.filter { !isOpen($0) && $0.audience != "private network" }
            .map { String($0.pattern.prefix { $0 != ":" }) }
            .filter { beginning in !open.contains { $0.hasPrefix(beginning) } }
        let all = Set(notForFinding + ofMembers)
        return all.filter { path in !all.contains { $0 != path && path.hasPrefix($0) } }.sorted()
    }
}
