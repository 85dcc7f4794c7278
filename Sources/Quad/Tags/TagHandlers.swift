import HTTPServer
import Markdown
import Postgres

enum TagHandlers {
    static func tag(_ context: Context) throws -> Response {
        let name = try context.parameter("tag")
        guard let slug = TagSlug.from(name) else { throw NotFound() }
        let after = try context.cursor { NewestCursor($0) }
        // By bytes: Swift takes two ways of composing a letter for the same text, the database does not.
        guard name.utf8.elementsEqual(slug.utf8) else {
            let path = after.map { TagPaths.tag(slug, after: $0) } ?? TagPaths.tag(slug)
            return .redirect(to: path, status: .movedPermanently)
        }
        let found = try context.database.fetch(.posts(tagged: slug, after: after, for: context.viewer))
        guard !found.isEmpty else { throw NotFound() }
        let page = TagPage(slug, found: found, isFirst: after == nil, around: context.around, wording: context.wording)
        return context.page(page, showing: .tag(slug))
    }
}
