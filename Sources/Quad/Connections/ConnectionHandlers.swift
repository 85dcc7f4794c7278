import HTTPServer
import Postgres

/// One request, or the connection it became.
enum ConnectionHandlers {
    static func connection(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        let (found, common) = try context.database.fetch(
            .connection(id, of: member), .inCommon(of: member, in: id))
        guard let found else { throw NotFound() }
        return context.page(
            ConnectionPage(found, common ?? InCommon(), around: context.around, wording: context.wording))
    }

    static func accept(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        let (changes, found) = try context.database.fetch(.accept(id, by: member), .connection(id, of: member))
        let after = try asked(found)
        guard changes > 0 || after.state == .accepted else { throw mistake(after) }
        return context.redirect(to: context.back ?? ConnectionPaths.connection(id), flash: .connected)
    }

    static func decline(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        let (changes, found) = try context.database.fetch(.decline(id, by: member), .connection(id, of: member))
        let after = try asked(found)
        guard changes > 0 || after.state == .declined else { throw mistake(after) }
        return context.redirect(to: context.back ?? ConnectionPaths.requests, flash: .connectionDeclined)
    }

    /// A request to the member; one of their own is not theirs to answer.
    private static func asked(_ found: MemberConnection?) throws -> MemberConnection {
        guard let found, !found.isOwn else { throw NotFound() }
        return found
    }

    private static func mistake(_ connection: MemberConnection) -> ConnectionError {
        switch connection.state {
        case .cancelled: .wasCancelled(by: connection.other.name)
        case .declined: .wasDeclined
        case .accepted: .isAnswered
        case .pending, .ended: .isOver
        }
    }

    static func cancel(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        let (changes, after) = try context.database.fetch(.cancel(id, by: member), .connection(id, of: member))
        guard let after, after.isOwn else { throw NotFound() }
        guard changes > 0 || after.state == .cancelled else {
            throw after.state == .accepted ? ConnectionError.isAnswered : .isOver
        }
        return context.redirect(to: context.back ?? ConnectionPaths.sent, flash: .connectionCancelled)
    }

    static func endQuestion(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        guard let found = try context.database.fetch(.connection(id, of: member)) else { throw NotFound() }
        guard found.state == .accepted else { return context.redirect(to: ConnectionPaths.connection(id)) }
        let name = found.other.firstName
        let page = QuestionPage(
            frame: Frame(connections: context.around, title: "End the connection with \(name)?"),
            points: [
                "You both stop seeing what the other shows to connections alone.",
                "\(name) isn’t told. Either of you can ask again.",
            ],
            path: ConnectionPaths.end(id), button: "End it",
            safeAnswer: Choice("Keep it", path: ConnectionPaths.connection(id)))
        return context.page(page)
    }

    static func end(_ context: Context, member: Member) throws -> Response {
        let id = try context.connectionID()
        let (changes, after) = try context.database.fetch(.end(id, by: member), .connection(id, of: member))
        guard let after else { throw NotFound() }
        guard changes > 0 || after.state == .ended else { throw ConnectionError.isOver }
        return context.redirect(to: ConnectionPaths.all, flash: .connectionEnded)
    }
}

extension Context {
    fileprivate func connectionID() throws -> MemberConnection.ID {
        try parameter("connection", as: MemberConnection.ID.self)
    }

    /// Where a form wants to lead back to.
    fileprivate var back: String? { ReturnPath(request.form["to"])?.text }
}
