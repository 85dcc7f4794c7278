import HTTPServer
import Postgres

/// A member's connections and requests.
enum ConnectionListHandlers {
    /// How many requests and suggestions stand beside the list.
    private static let few = 3

    static func connections(_ context: Context, member: Member) throws -> Response {
        let selection = try context.connectionSelection()
        let (found, waiting, figures, suggestions) = try context.database.fetch(
            .connections(of: member, selection), .requests(to: member, limit: few + 1),
            .connectionFigures(of: member), .suggestions(for: member, limit: few))
        let isFirst = selection.after == nil && selection.name.isEmpty
        return context.page(
            ConnectionsPage(
                found, selection, waiting: isFirst ? Array(waiting.prefix(few)) : [], figures,
                suggestions: isFirst ? suggestions : [], around: context.around, wording: context.wording))
    }

    static func requests(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { ConnectionCursor($0) }
        let found = try context.database.fetch(
            .requests(to: member, after: after, limit: MemberConnection.pageSize + 1))
        return context.page(
            RequestsPage(waiting: found, isFirst: after == nil, around: context.around, wording: context.wording))
    }

    static func sent(_ context: Context, member: Member) throws -> Response {
        let after = try context.cursor { ConnectionCursor($0) }
        let found = try context.database.fetch(
            .requests(by: member, after: after, limit: MemberConnection.pageSize + 1))
        return context.page(
            RequestsPage(sent: found, isFirst: after == nil, around: context.around, wording: context.wording))
    }

    static func mutual(_ context: Context, member: Member) throws -> Response {
        guard let username = context.request.query["with"] else { return context.redirect(to: ConnectionPaths.all) }
        let after = context.request.query["after"]
        let (tie, found) = try context.database.fetch(
            .tie(to: username, for: .member(member)), .mutual(of: member, with: username, after: after))
        guard let tie else { throw NotFound() }
        return context.page(MutualPage(tie.other, found, isFirst: after == nil, around: context.around))
    }
}

extension Context {
    fileprivate func connectionSelection() throws -> ConnectionSelection {
        var selection = ConnectionSelection()
        if let order = request.query["order"] {
            guard let order = ConnectionSelection.Order(rawValue: order) else { throw NotFound() }
            selection.order = order
        }
        let words = (request.query["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        selection.name = String(words.prefix(ConnectionSelection.nameLimit))
        selection.after = try cursor { ConnectionCursor($0) }
        return selection
    }
}
