import HTML

extension [Route] {
    static let tags: [Route] = [
        .get("/tags", for: .anyone, kept: .forVisitors(query: ["order", "after"]), TagHandlers.tags),
        .get(
            "/tags/:tag", for: .anyone, kept: .forVisitors(query: ["order", "period", "after"]), TagHandlers.tag),
        .get("/tags/:tag/settings", for: .moderator, TagSettingsHandlers.form),
        .post("/tags/:tag/settings", for: .moderator, keepsForm: true, TagSettingsHandlers.describe),
        .post("/tags/:tag/synonym", for: .moderator, TagSettingsHandlers.merge),
        .post("/tags/:tag/synonym/end", for: .moderator, TagSettingsHandlers.split),
    ]
}

/// Addresses of tags, percent-encoded.
enum TagPaths {
    static let all = "/tags"

    static func tag(_ slug: String) -> String { "/tags/" + encoded(slug) }

    static func tags(in order: TagOrder, after cursor: TagCursor? = nil) -> String {
        let query =
            (order == .posts ? [] : ["order=\(order.rawValue)"])
            + (cursor.map { ["after=\($0.postCount),\(encoded($0.slug))"] } ?? [])
        return query.isEmpty ? all : all + "?" + query.joined(separator: "&")
    }

    static func settings(_ slug: String) -> String { tag(slug) + "/settings" }
    /// Where the form goes that merges a tag into another, and the one that undoes it.
    static func synonym(_ slug: String) -> String { tag(slug) + "/synonym" }
    static func synonymEnd(_ slug: String) -> String { tag(slug) + "/synonym/end" }

    /// A tag's list in its usual order.
    static func address(_ slug: String) -> FeedAddress { FeedAddress(path: tag(slug), usual: .new) }

    private static func encoded(_ slug: String) -> String {
        var path = HTMLBuffer()
        path.urlComponent(slug)
        return String(decoding: path.finish(), as: UTF8.self)
    }
}
