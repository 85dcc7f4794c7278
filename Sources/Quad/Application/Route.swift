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
    /// Where it waits for a worker: hashing a password takes the slow lane, taking a picture in the heavy one.
    let lane: Lane
    /// Whether its form holds words worth keeping when it cannot be taken.
    let keepsForm: Bool
    /// Whether anyone may ask as often as they like.
    let isUnlimited: Bool
    /// Whether it answers with a part of pages, as pictures are: counted apart from them.
    var isPart = false
    let respond: @Sendable (Context) throws -> Response
}

extension Route {
    static func get<Value>(
        _ pattern: String, for audience: Audience<Value>, kept keeping: Keeping = .never,
        isUnlimited: Bool = false, isPart: Bool = false,
        _ handler: @escaping @Sendable (Context, Value) throws -> Response
    ) -> Route {
        Route(
            method: .get, pattern: pattern, audience: audience.name, keeping: keeping, lane: .ordinary,
            keepsForm: false, isUnlimited: isUnlimited, isPart: isPart
        ) { context in
            try handler(context, audience.admit(context))
        }
    }

    static func get(
        _ pattern: String, for audience: Audience<Void>, kept keeping: Keeping = .never, isUnlimited: Bool = false,
        isPart: Bool = false, _ handler: @escaping @Sendable (Context) throws -> Response
    ) -> Route {
        get(pattern, for: audience, kept: keeping, isUnlimited: isUnlimited, isPart: isPart) { context, _ in
            try handler(context)
        }
    }

    static func post<Value>(
        _ pattern: String, for audience: Audience<Value>, lane: Lane = .ordinary, keepsForm: Bool = false,
        _ handler: @escaping @Sendable (Context, Value) throws -> Response
    ) -> Route {
        precondition(
            lane == .ordinary || LanePattern(pattern) != nil, "the event thread knows slow routes by their path")
        return Route(
            method: .post, pattern: pattern, audience: audience.name, keeping: .never, lane: lane,
            keepsForm: keepsForm, isUnlimited: false
        ) { context in
            try handler(context, audience.admit(context))
        }
    }

    static func post(
        _ pattern: String, for audience: Audience<Void>, lane: Lane = .ordinary, keepsForm: Bool = false,
        _ handler: @escaping @Sendable (Context) throws -> Response
    ) -> Route {
        post(pattern, for: audience, lane: lane, keepsForm: keepsForm) { context, _ in try handler(context) }
    }
}

extension [Route] {
    /// Every route of the site. A feature's own table stands in its folder.
    package static let all: [Route] =
        front + home + accounts + accountSettings + setUp + communities + keeping + memberships + reviews + votes
        + writing + answers + postModeration + polls + drafts + tags + members + following + search + attachments
        + availability + matching + studyGroups + about + crawlers + syndication + operation + jobs + development
}
