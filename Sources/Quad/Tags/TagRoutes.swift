import HTML

extension [Route] {
    static let tags: [Route] = [
        .get("/tags/:tag", for: .anyone, kept: .forVisitors(query: ["after"]), TagHandlers.tag)
    ]
}

/// Addresses of tags, percent-encoded.
enum TagPaths {
    static func tag(_ slug: String) -> String {
        var path = HTMLBuffer()
        path.urlComponent(slug)
        return "/tags/" + String(decoding: path.finish(), as: UTF8.self)
    }

    /// Where a tag's list goes on.
    static func tag(_ slug: String, after cursor: NewestCursor) -> String { "\(tag(slug))?after=\(cursor)" }
}
