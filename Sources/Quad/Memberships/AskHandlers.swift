import HTTPServer
import Postgres

/// Asking to be let into a private community, and answering.
enum AskHandlers {
    static func ask(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let typed = context.request.form["message"] ?? ""
        var mistakes = FormMistakes()
        let message = mistakes.check("message") { () throws(CommunityFault) in
            try CommunityLine.optional(typed, "message", limit: Door.messageLimit)
        }
        guard let message else {
            guard let door = try context.database.fetch(.door(of: community, for: writer.member)) else {
                throw NotFound()
            }
            return context.page(DoorPage(door, message: typed, mistakes, context), status: .unprocessableContent)
        }
        try context.spend(context.application.limits.writing(writer))
        let (_, after) = try context.database.fetch(
            .ask(community, as: writer.member, saying: message), .door(of: community, for: writer.member))
        guard let after else { throw NotFound() }
        guard after.state(at: context.now) == .waiting else {
            return context.page(DoorPage(after, message: typed, mistakes, context), status: .conflict)
        }
        return context.redirect(to: CommunityPaths.community(community), flash: .joinAsked)
    }

    static func takeBack(_ context: Context, member: Member) throws -> Response {
        let community = try context.parameter("community")
        let (_, door, standing) = try context.database.fetch(
            .takeBackAsk(of: community, as: member), .door(of: community, for: member),
            .standing(of: member, in: community))
        // Let in meanwhile: that is where the way leads.
        guard door != nil || standing != nil else { throw NotFound() }
        return context.redirect(to: CommunityPaths.community(community), flash: door == nil ? nil : .joinAskTakenBack)
    }

    static func accept(_ context: Context, writer: Writer) throws -> Response {
        let (asker, community) = (try context.memberID(), try context.parameter("community"))
        let (_, accepted, after) = try context.database.fetch(
            .lockCommunity(community), .acceptAsk(of: asker, in: community, by: writer.member),
            .keptPlace(community, for: writer.member))
        let place = try context.kept(after)
        if place.isArchived { throw MembershipError.isClosed }
        if accepted > 0 { context.changed(.community(community), .communities) }
        return context.redirect(to: MembershipPaths.invitations(community), flash: accepted > 0 ? .letIn : nil)
    }

    static func decline(_ context: Context, writer: Writer) throws -> Response {
        let (asker, community) = (try context.memberID(), try context.parameter("community"))
        let (declined, after) = try context.database.fetch(
            .declineAsk(of: asker, in: community, by: writer.member), .keptPlace(community, for: writer.member))
        _ = try context.kept(after)
        return context.redirect(to: MembershipPaths.invitations(community), flash: declined > 0 ? .askDeclined : nil)
    }
}

extension Context {
    /// What stands at the address of a community that its visitor may know of, and not read.
    ///
    /// - Parameter isSought: whether the address is the community's own; what is below it has no door.
    /// - Throws: `NotFound` where there is no such thing.
    func door(isSought: Bool) throws -> Response {
        guard isSought, let member = viewer.member,
            let door = try database.fetch(.door(of: parameter("community"), for: member))
        else { throw NotFound() }
        return page(DoorPage(door, message: "", FormMistakes(), self))
    }
}
