import HTML

extension [Route] {
    static let search: [Route] = [
        .get("/search", for: .anyone, SearchHandlers.search),
        .get("/completions/people", for: .member, CompletionHandlers.people),
        .get("/completions/tags", for: .member, CompletionHandlers.tags),
    ]
}

/// Addresses of searches, percent-encoded.
enum SearchPaths {
    static let search = "/search"

    /// A question with its filters as fields of their own, as the page's form sends them.
    static func search(
        _ question: SearchQuestion, in scope: SearchScope = .posts, after cursor: SearchCursor? = nil
    ) -> String {
        var pairs: [(name: String, value: String)] = [("q", question.text)]
        pairs += question.filters.pairs.map { ($0.name.rawValue, $0.value) }
        if scope != .posts { pairs.append(("scope", scope.rawValue)) }
        if let cursor { pairs.append(("from", cursor.description)) }
        var path = HTMLBuffer(capacity: 256)
        for (place, pair) in pairs.enumerated() {
            path.literal(place == 0 ? "?" : "&")
            path.urlComponent(pair.name)
            path.literal("=")
            path.urlComponent(pair.value)
        }
        return search + String(decoding: path.finish(), as: UTF8.self)
    }
}
