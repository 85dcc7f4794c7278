package import HTTPServer

/// One line of the route table: what is asked, who may ask it, who answers.
package struct Route: Sendable {
    /// Whether a visitor's page may be kept whole in memory.
    enum Keeping: Sendable {
        case never
        /// Kept while the query names nothing but these, each once, and the address is spelled as our links
        /// spell it: invented spellings of one page cost a render each time, and crowd out no real page.
        case forVisitors(query: Set<String>)
    }

    package let method: HTTPServer.Method
    /// Path with `:name` for a parameter: "/c/:community/:number".
    package let pattern: String
    package let audience: String
    let keeping: Keeping
    let respond: @Sendable (Context) throws -> Response
}

extension Route {
    static func get<Value>(
        _ pattern: String, for audience: Audience<Value>, kept keeping: Keeping = .never,
        _ handler: @escaping @Sendable (Context, Value) throws -> Response
    ) -> Route {
        Route(method: .get, pattern: pattern, audience: audience.name, keeping: keeping) { context in
            try handler(context, audience.admit(context))
        }
    }

    static func get(
        _ pattern: String, for audience: Audience<Void>, kept keeping: Keeping = .never,
        _ handler: @escaping @Sendable (Context) throws -> Response
    ) -> Route {
        get(pattern, for: audience, kept: keeping) { context, _ in try handler(context) }
    }
}

extension [Route] {
    /// Every route of the site. A feature's own table stands in its folder.
    package static let all: [Route] = front + communities + tags + members + about + crawlers + operation + development
}
