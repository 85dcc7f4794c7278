import HTTPServer
import Postgres

enum SearchHandlers {
    static let pageSize = 25
    /// Communities, people and tags that stand before the posts.
    private static let mixed = 2

    static func search(_ context: Context) throws -> Response {
        guard let scope = SearchScope(rawValue: context.request.query["scope"] ?? SearchScope.posts.rawValue) else {
            throw NotFound()
        }
        let question = question(of: context, in: scope)
        let cursor = try cursor(of: context)
        guard !question.isEmpty else {
            return context.page(SearchPage(asking: question, in: scope, around: context.around))
        }
        let found: SearchResults =
            switch scope {
            case .posts: try posts(question, cursor, context)
            case .comments: try comments(question, cursor, context)
            case .communities, .people, .tags: try named(question, in: scope, cursor, context)
            }
        return context.page(
            SearchPage(
                question, in: scope, found: found, isFirst: cursor == nil, around: context.around,
                wording: context.wording))
    }

    /// The question in the box and the fields beside it.
    private static func question(of context: Context, in scope: SearchScope) -> SearchQuestion {
        let query = context.request.query
        var question = SearchQuestion(query["q"] ?? "")
        for name in SearchFilters.Name.allCases {
            for value in query.all(name.rawValue).prefix(SearchFilters.mostTags + 1) {
                if name == .tag {
                    for tag in value.split(whereSeparator: \.isWhitespace).prefix(20) {
                        question.set(.tag, to: String(tag))
                    }
                } else {
                    question.set(name, to: value)
                }
            }
        }
        if scope == .comments { question.dropFiltersOfPosts() }
        return question
    }

    private static func cursor(of context: Context) throws -> SearchCursor? {
        guard let text = context.request.query["from"] else { return nil }
        guard let cursor = SearchCursor(text) else { throw NotFound() }
        return cursor
    }

    private static func posts(
        _ question: SearchQuestion, _ cursor: SearchCursor?, _ context: Context
    ) throws -> SearchResults {
        guard cursor?.id != nil || cursor == nil else { throw NotFound() }
        let viewer = context.viewer
        let posts = Query<[PostHit]>.posts(searched: question, after: cursor, zone: context.campus.zone, for: viewer)
        var results = SearchResults()
        if cursor == nil, question.filters.isEmpty, let name = question.name {
            (results.posts, results.lexemes, results.communities, results.people, results.tags) =
                try context.database.fetch(
                    posts, .lexemes(of: question), .communities(named: name, after: nil, limit: mixed, for: viewer),
                    .people(named: name, after: nil, limit: mixed, for: viewer),
                    .tags(from: question.beginningOfTag ?? FoundTag.noBeginning, among: 6, limit: mixed))
        } else {
            (results.posts, results.lexemes, results.names) = try context.database.fetch(
                posts, .lexemes(of: question), .names(of: question.filters, for: viewer))
        }
        if results.posts.isEmpty, cursor == nil, !results.hasName {
            results.suggestion = try suggestion(for: question, context)
        }
        return results
    }

    private static func comments(
        _ question: SearchQuestion, _ cursor: SearchCursor?, _ context: Context
    ) throws -> SearchResults {
        guard cursor?.id != nil || cursor == nil else { throw NotFound() }
        var results = SearchResults()
        (results.comments, results.lexemes, results.names) = try context.database.fetch(
            .comments(searched: question, after: cursor, zone: context.campus.zone, for: context.viewer),
            .lexemes(of: question), .names(of: question.filters, for: context.viewer))
        return results
    }

    private static func named(
        _ question: SearchQuestion, in scope: SearchScope, _ cursor: SearchCursor?, _ context: Context
    ) throws -> SearchResults {
        var results = SearchResults()
        guard let name = question.name else { return results }
        switch scope {
        case .communities:
            results.communities = try context.database.fetch(
                .communities(named: name, after: cursor, limit: pageSize + 1, for: context.viewer))
        case .people:
            results.people = try context.database.fetch(
                .people(named: name, after: cursor, limit: pageSize + 1, for: context.viewer))
        case .tags, .posts, .comments:
            results.tags = try context.database.fetch(.tags(like: name, after: cursor, limit: pageSize + 1))
        }
        return results
    }

    /// The question as it was probably meant, when that finds something the viewer may read.
    private static func suggestion(for question: SearchQuestion, _ context: Context) throws -> SearchQuestion? {
        guard question.hasWords else { return nil }
        let spelled = try context.database.fetch(.spelled(Array(question.terms.prefix(8))))
        guard let other = question.respelled(spelled) else { return nil }
        let found = try context.database.fetch(
            .posts(searched: other, after: nil, zone: context.campus.zone, for: context.viewer))
        return found.isEmpty ? nil : other
    }
}

/// What a search found; what it did not look for is empty.
struct SearchResults: Sendable {
    var posts: [PostHit] = []
    var comments: [FoundComment] = []
    var communities: [FoundCommunity] = []
    var people: [FoundPerson] = []
    var tags: [FoundTag] = []
    var lexemes: [String] = []
    /// `nil` where no filter names anything.
    var names: SearchNames?
    var suggestion: SearchQuestion?

    /// Whether something is called just what was typed: then nothing else was meant.
    var hasName: Bool {
        !tags.isEmpty || communities.contains { $0.fit > 0.95 } || people.contains { $0.fit > 0.95 }
    }
}
