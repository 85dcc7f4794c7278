import HTTPServer
import Postgres

/// People a member may know.
enum SuggestionHandlers {
    static func suggestions(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { ConnectionCursor($0) }
        let query = Query<[Suggestion]>.suggestions(for: member, after: after, limit: Suggestion.pageSize + 1)
        var found = try context.database.fetch(query)
        if found.isEmpty, after == nil { found = try SuggestionMaking.first(for: member, in: context.database, query) }
        return context.page(SuggestionsPage(found, isFirst: after == nil, around: context.around))
    }

    static func dismiss(_ context: Context, member: Member) throws -> Response {
        _ = try context.database.fetch(.dismissSuggestion(of: context.memberID(), for: member))
        let back = ReturnPath(context.request.form["to"])?.text ?? SuggestionPaths.all
        return context.redirect(to: back, flash: .suggestionDismissed)
    }
}

extension [Route] {
    static let suggestions: [Route] = [
        .get("/connections/suggestions", for: .member, SuggestionHandlers.suggestions),
        .post("/connections/suggestions/:member/dismissal", for: .member, SuggestionHandlers.dismiss),
    ]
}

enum SuggestionPaths {
    static let all = "/connections/suggestions"
    static func dismissal(of person: Member.ID) -> String { "/connections/suggestions/\(person.text)/dismissal" }
}
