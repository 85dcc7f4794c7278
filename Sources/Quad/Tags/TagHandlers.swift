import HTTPServer
import Markdown
import Postgres

enum TagHandlers {
    static func tags(_ context: Context) throws -> Response {
        var order = TagOrder.posts
        if let text = context.request.query["order"] {
            guard let named = TagOrder(rawValue: text) else { throw NotFound() }
            order = named
        }
        let after = try context.cursor { TagCursor($0) }
        let (found, count) = try context.database.fetch(.tags(in: order, after: after), .tagCount())
        let page = TagsPage(found, count: count, order: order, isFirst: after == nil, around: context.around)
        return context.page(page, showing: .tags)
    }

    static func tag(_ context: Context) throws -> Response {
        let name = try context.parameter("tag")
        guard let slug = TagSlug.from(name) else { throw NotFound() }
        let order = try context.feedOrder(usual: .new)
        let after = try context.cursor { FeedCursor($0, order: order.order) }
        // By bytes: Swift takes two ways of composing a letter for the same text, the database does not.
        guard name.utf8.elementsEqual(slug.utf8) else {
            let path = TagPaths.address(slug).path(order, after: after?.description)
            return .redirect(to: path, status: .movedPermanently)
        }
        let selection = FeedSelection(order: order, after: after)
        let (tag, found, attention) = try context.database.fetch(
            .tag(slug), .posts(tagged: slug, selection, for: context.viewer),
            .attention(of: context.viewer, to: .tag(slug)))
        guard let tag else { throw NotFound() }
        if let other = tag.synonymOf {
            return .redirect(to: TagPaths.address(other).path(order), status: .movedPermanently)
        }
        guard after == nil || !found.isEmpty else { throw NotFound() }
        let shown = Array(found.prefix(FeedPost.pageSize))
        let seen = context.visit(to: .tag(slug), showing: shown.map(\.listed))
        let page = TagPage(
            tag, shown, selection, goesOn: found.count > shown.count, attention: attention, seen: seen,
            around: context.around, wording: context.wording)
        return context.page(page, showing: .tag(slug))
    }
}
