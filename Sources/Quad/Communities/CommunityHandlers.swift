import HTTPServer
import Postgres

enum CommunityHandlers {
    static let pageSize = 25

    static func communities(_ context: Context) throws -> Response {
        let byName = context.request.query["order"] == "name"
        let after = try context.cursor { CommunityCursor($0) }
        let (found, count, waiting) = try context.database.fetch(
            byName
                ? .communities(afterName: after, limit: pageSize + 1, for: context.viewer)
                : .communities(after: after, limit: pageSize + 1, for: context.viewer),
            .communityCount(for: context.viewer), .placesWaiting(for: context.viewer))
        let page = CommunitiesPage(
            found: found, count: count, byName: byName, isFirst: after == nil, waiting: waiting,
            mayMake: context.viewer.member?.standing == .active, around: context.around)
        return context.page(page, showing: .communities)
    }

    static func community(_ context: Context) throws -> Response {
        try posts(context, space: nil)
    }

    static func space(_ context: Context) throws -> Response {
        try posts(context, space: context.parameters["space"])
    }

    private static func posts(_ context: Context, space: String?) throws -> Response {
        let slug = try context.parameter("community")
        let order = try context.feedOrder(usual: .hot)
        let after = try context.cursor { PostCursor($0, order: order.order) }
        let selection = PostSelection(community: slug, space: space, order: order, after: after)
        let viewer = context.viewer
        let (community, spaces, pinned, listed, unanswered, responsible, attention) = try context.database.fetch(
            .community(slug, for: viewer), .spaces(of: slug, for: viewer),
            .pinnedPosts(in: slug, space: space, for: viewer), .posts(selection, for: viewer),
            .unansweredQuestions(in: slug, for: viewer), .responsible(in: slug, for: viewer),
            .attention(of: viewer, to: .community(slug)))
        guard let community else { return try context.door(isSought: space == nil) }
        let isHeaded = after == nil && [.hot, .new].contains(order.order)
        var listing = CommunityListing(
            community: community, spaces: spaces, selection: selection, pinned: isHeaded ? pinned : [],
            listed: listed, unanswered: unanswered, responsible: responsible)
        guard space == nil || listing.space != nil else { throw NotFound() }
        listing.attention = attention
        listing.seen = context.visit(to: .community(slug, space: space), showing: listing.pinned + listing.shown)
        return context.page(
            CommunityPage(listing, viewer: viewer, around: context.around, wording: context.wording),
            showing: .community(slug))
    }

    static func about(_ context: Context) throws -> Response {
        let slug = try context.parameter("community")
        let viewer = context.viewer
        let (community, spaces, unanswered, responsible, belonging) = try context.database.fetch(
            .community(slug, for: viewer), .spaces(of: slug, for: viewer),
            .unansweredQuestions(in: slug, for: viewer), .responsible(in: slug, for: viewer),
            .belonging(of: viewer, in: slug))
        guard let community else { throw NotFound() }
        let page = CommunityAboutPage(
            community: community, spaces: spaces, unanswered: unanswered, responsible: responsible,
            belonging: belonging, viewer: viewer, around: context.around, wording: context.wording)
        return context.page(page, showing: .community(slug))
    }
}

extension Context {
    /// Where a list goes on: `nil` at its start.
    ///
    /// - Throws: `NotFound` for a cursor that no page of ours wrote.
    func cursor<Cursor>(_ read: (String) -> Cursor?) throws -> Cursor? {
        guard let text = request.query["after"] else { return nil }
        guard let cursor = read(text) else { throw NotFound() }
        return cursor
    }
}
