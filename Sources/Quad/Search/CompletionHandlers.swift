import FoundationEssentials
import HTTPServer
import Markdown
import Postgres

/// What an editor offers while somebody types `@` or `#`: JSON for scripts, eight at most.
enum CompletionHandlers {
    private static let most = 8

    static func people(_ context: Context, member: Member) throws -> Response {
        guard let typed = typed(context, mark: "@") else { return try .list([CompletedPerson]()) }
        let post = context.request.query["post"].flatMap { Post.ID(text: $0) }
        return try .list(context.database.fetch(.people(completing: typed, on: post, for: member)))
    }

    static func tags(_ context: Context, member: Member) throws -> Response {
        // Half a tag may end in what no whole one ends in.
        guard let typed = typed(context, mark: "#"), let slug = TagSlug.from(String(typed.prefix { $0 != "-" }))
        else { return try .list([CompletedTag]()) }
        let rest = typed.lowercased().replacing("_", with: "-")
        let beginning = TagSlug.from(typed) ?? (rest.hasPrefix(slug) ? rest : slug)
        let found = try context.database.fetch(.tags(from: beginning, among: 40, limit: most))
        return try .list(found.map { CompletedTag(tag: $0.name, posts: $0.postCount) })
    }

    /// What was typed, without its mark; `nil` when that is nothing to go by.
    private static func typed(_ context: Context, mark: String) -> String? {
        let typed = context.request.query["q"] ?? ""
        let name = typed.hasPrefix(mark) ? String(typed.dropFirst()) : typed
        guard !name.isEmpty, name.unicodeScalars.count <= 50, !name.utf8.contains(0),
            name.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        return name
    }
}

extension Response {
    /// A JSON list for the member's own script.
    fileprivate static func list(_ values: [some Encodable]) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .text(
            String(decoding: try encoder.encode(values), as: UTF8.self), contentType: "application/json")
    }
}
