import HTTPServer
import Postgres

/// Handing a community over.
enum OwnershipHandlers {
    /// Asks whom it is offered to.
    static func question(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let (place, offer) = try context.database.fetch(
            .keptPlace(community, for: writer.member), .ownershipOffer(of: community, for: writer.member))
        guard let place else { throw NotFound() }
        guard let offer, offer.isMine else { throw KeepingRefusal.notOffered(path: place.path) }
        return context.page(KeepingQuestionPage(takingOver: place, around: context.around))
    }

    static func accept(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let (_, taken, place) = try context.database.fetch(
            .lockCommunity(community), .takeOver(community, as: writer.member),
            .keptPlace(community, for: writer.member))
        guard let place else { throw NotFound() }
        guard taken > 0 else {
            // The second of two clicks.
            if place.charge == .owner { return context.redirect(to: place.path) }
            throw KeepingRefusal.notOffered(path: place.path)
        }
        context.changed(.community(place.slug), .member(writer.member.username))
        return context.redirect(to: place.path, flash: .ownershipTaken)
    }

    static func offer(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let member = try context.formMember()
        let (_, made, after) = try context.database.fetch(
            .lockCommunity(community), .offer(community, to: member, by: writer.member),
            .keptPlace(community, for: writer.member))
        let place = try context.kept(after, .owner)
        guard made > 0 else { throw NotFound() }
        return context.redirect(to: KeepingPaths.settings(place.slug), flash: .ownershipOffered)
    }

    /// Taken back by who made it, or declined by whom it is made to.
    static func endOffer(_ context: Context, member: Member) throws -> Response {
        let community = try context.parameter("community")
        let (_, after) = try context.database.fetch(
            .endOffer(of: community, by: member), .keptPlace(community, for: member))
        guard let place = after else { throw NotFound() }
        return context.redirect(
            to: place.charge == .owner ? KeepingPaths.settings(place.slug) : place.path, flash: .ownershipOfferEnded)
    }

    /// By an admin, when the owner is gone.
    static func assign(_ context: Context, admin: Admin) throws -> Response {
        let community = try context.parameter("community")
        let (_, assigned, after) = try context.database.fetch(
            .lockCommunity(community), .assign(community, to: context.formMember()),
            .keptPlace(community, for: admin.member))
        guard let place = after else { throw NotFound() }
        guard assigned > 0 else { throw OwnerIsThere(path: place.path) }
        context.changed(.community(place.slug))
        return context.redirect(to: place.path, flash: .ownershipAssigned)
    }
}

/// An admin gives away only what nobody owns.
struct OwnerIsThere: ResponseError {
    let path: String

    var status: HTTPStatus { .conflict }
    var message: String? { "This community can’t be given to this person now" }
    var advice: String? { "Its owner is still there and can hand it over, or the person is no member any more." }
    var remedy: Choice? { Choice("Back to the community", path: path) }
}

extension Context {
    /// The member that a form names.
    func formMember() throws -> Member.ID {
        guard let id = request.form["member"].flatMap(Member.ID.init(text:)) else { throw NotFound() }
        return id
    }
}
