import HTTPServer
import Postgres

/// The spaces of a community: made, changed, ordered, taken away.
enum SpaceHandlers {
    static func spaces(_ context: Context, writer: Writer) throws -> Response {
        let (place, spaces) = try read(context, writer)
        return context.page(SpacesPage(place, spaces, SpaceForm(), FormMistakes(), around: context.around))
    }

    static func create(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let form = SpaceForm(context.request.form)
        let (fields, found) = form.check()
        var mistakes = found
        if let fields, let id = form.id {
            try context.spend(context.application.limits.writing(writer))
            let (_, added, after, spaces) = try context.database.fetch(
                .lockCommunity(community), .add(id, fields, to: community, by: writer.member),
                .keptPlace(community, for: writer.member), .managedSpaces(of: community, by: writer.member))
            let place = try context.kept(after)
            if added > 0 || spaces.contains(where: { $0.id == id }) { return saved(place, .spaceMade, context) }
            mistakes.add(Self.tooMany, to: "name")
        }
        let (place, spaces) = try read(context, writer)
        let page = SpacesPage(place, spaces, form, mistakes, around: context.around)
        return context.page(page, status: .unprocessableContent)
    }

    private static let tooMany = CommunityFault(
        message: "A community has at most \(ManagedSpace.most) spaces. Take one away first.",
        summary: "Take a space away first")

    static func form(_ context: Context, writer: Writer) throws -> Response {
        let (place, space) = try one(context, writer)
        let page = SpaceFormPage(place, space, SpaceForm(space), FormMistakes(), around: context.around)
        return context.page(page)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        let (place, space) = try one(context, writer)
        let form = SpaceForm(context.request.form)
        let (fields, mistakes) = form.check()
        guard let fields else {
            let page = SpaceFormPage(place, space, form, mistakes, around: context.around)
            return context.page(page, status: .unprocessableContent)
        }
        try context.spend(context.application.limits.writing(writer))
        let (_, changes) = try context.database.fetch(
            .lockCommunity(place.slug), .change(space.slug, to: fields, in: place.slug, by: writer.member))
        guard changes > 0 else { throw NotFound() }
        return saved(place, .spaceSaved, context)
    }

    static func move(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let form = context.request.form
        let step = form["step"] == "up" ? -1 : 1
        let (_, _, after) = try context.database.fetch(
            .lockCommunity(community),
            .move(
                context.parameter("space"), from: Context.number(form["place"] ?? ""), by: step, in: community,
                as: writer.member),
            .keptPlace(community, for: writer.member))
        return saved(try context.kept(after), nil, context)
    }

    static func removalQuestion(_ context: Context, writer: Writer) throws -> Response {
        let (place, spaces) = try read(context, writer)
        let space = try named(context, spaces)
        return context.page(SpaceRemovalPage(place, space, others: spaces.filter { $0.id != space.id }, context.around))
    }

    static func remove(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let slug = try context.parameter("space")
        let target = context.request.form["into"].flatMap { $0.isEmpty ? nil : $0 }
        let (_, removed, after, spaces) = try context.database.fetch(
            .lockCommunity(community), .remove(slug, into: target, of: community, by: writer.member),
            .keptPlace(community, for: writer.member), .managedSpaces(of: community, by: writer.member))
        let place = try context.kept(after)
        if removed > 0 { return saved(place, .spaceRemoved, context) }
        let space = try named(context, spaces)
        let page = SpaceRemovalPage(place, space, others: spaces.filter { $0.id != space.id }, context.around)
        return context.page(page, status: .conflict)
    }
}

extension SpaceHandlers {
    private static func read(_ context: Context, _ writer: Writer) throws -> (KeptPlace, [ManagedSpace]) {
        let community = try context.parameter("community")
        let (place, spaces) = try context.database.fetch(
            .keptPlace(community, for: writer.member), .managedSpaces(of: community, by: writer.member))
        return (try context.kept(place), spaces)
    }

    private static func one(_ context: Context, _ writer: Writer) throws -> (KeptPlace, ManagedSpace) {
        let (place, spaces) = try read(context, writer)
        return (place, try named(context, spaces))
    }

    /// The space of the address.
    private static func named(_ context: Context, _ spaces: [ManagedSpace]) throws -> ManagedSpace {
        let slug = try context.parameter("space")
        guard let space = spaces.first(where: { $0.slug == slug }) else { throw NotFound() }
        return space
    }

    private static func saved(_ place: KeptPlace, _ flash: FlashCode?, _ context: Context) -> Response {
        context.changed(.community(place.slug))
        return context.redirect(to: KeepingPaths.spaces(place.slug), flash: flash)
    }
}
