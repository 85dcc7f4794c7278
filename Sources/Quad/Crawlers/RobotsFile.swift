/// What crawlers may read (RFC 9309). Pages say the same again in their own heads.
struct RobotsFile {
    let communities: [CrawlableCommunity]
    let origin: String

    /// Crawlers that gather text to train models on; a community may let search engines in and not these.
    static let trainers = [
        "GPTBot", "Google-Extended", "CCBot", "anthropic-ai", "ClaudeBot", "Applebot-Extended", "Bytespider",
        "meta-externalagent", "Amazonbot", "cohere-ai", "Diffbot",
    ]

    /// Forms, members' own pages, and addresses that only lead to or repeat others.
    private static let neverRead = [
        "/comments/", "/completions/", "/dev/", "/forgot-password", "/home", "/posts/", "/search", "/settings",
        "/sign-in", "/sign-up",
    ]

    var text: String {
        let closed = communities.filter { $0.indexing == .closed }.map(\.slug)
        let notForTraining = communities.filter { $0.indexing != .open }.map(\.slug)
        return """
            User-agent: *
            \(rules(closed))

            \(Self.trainers.map { "User-agent: \($0)" }.joined(separator: "\n"))
            \(rules(notForTraining))

            Sitemap: \(origin)/sitemap.xml

            """
    }

    private func rules(_ closed: [String]) -> String {
        // "$" ends an address, so that closing /c/art leaves /c/artists open.
        let lines = closed.flatMap { ["Disallow: /c/\($0)$", "Disallow: /c/\($0)/", "Disallow: /c/\($0)?"] }
        return (Self.neverRead.map { "Disallow: \($0)" } + lines).joined(separator: "\n")
    }
}
