import HTTPServer
import Postgres

enum HomeHandlers {
    /// How many of a member's communities stand beside the list.
    private static let mostCommunities = 30

    static func home(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { NewestCursor($0) }
        let (joined, found, waiting) = try context.database.fetch(
            .joined(by: member, limit: mostCommunities), .news(for: member, after: after),
            .placesWaiting(for: .member(member)))
        guard !joined.isEmpty else { return try firstVisit(context, member: member) }
        return context.page(
            HomePage(
                member, joined: joined, found: found, isFirst: after == nil, waiting: waiting, around: context.around,
                wording: context.wording))
    }

    private static func firstVisit(_ context: Context, member: Member) throws -> Response {
        let (communities, waiting) = try context.database.fetch(
            .communities(after: nil, limit: 8, for: .member(member)), .placesWaiting(for: .member(member)))
        return context.page(
            FirstHomePage(
                member, communities: communities, waiting: waiting, around: context.around, wording: context.wording))
    }
}
