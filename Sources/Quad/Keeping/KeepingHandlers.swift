import HTTPServer
import Postgres

/// A community's settings, and its end.
enum KeepingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let (place, own, offer) = try context.database.fetch(
            .keptPlace(context.parameter("community"), for: writer.member), .universityName(of: writer.member),
            .ownershipOffer(of: context.parameter("community"), for: writer.member))
        let kept = try context.kept(place)
        let page = CommunityFormPage(
            keeping: kept, CommunityForm(kept), FormMistakes(), newest: nil, university: kept.universityName ?? own,
            offer: offer, around: context.around)
        return context.page(page)
    }

    static func save(_ context: Context, writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let form = CommunityForm(context.request.form)
        let revision = Context.number(context.request.form["revision"] ?? "")
        let place = try context.keptPlace(for: writer.member)
        let (typed, mistakes) = form.check(isOwners: place.charge == .owner)
        guard let fields = typed?.keeping(place) else {
            return try show(form, mistakes, place, from: revision, context, writer)
        }
        guard fields != CommunityFields(place) else { return lead(to: place.slug, context) }
        try context.spend(context.application.limits.writing(writer))
        if fields.slug != place.slug { try context.spend(context.application.limits.communities(writer)) }
        let (_, before, saved) = try context.database.fetch(
            .lockCommunity(community), .keptPlace(community, for: writer.member),
            .save(fields, from: revision, of: community, by: writer.member))
        let now = try context.kept(before)
        guard let saved else { return try show(form, mistakes, now, from: revision, context, writer) }
        context.changed(Self.tags(of: now, as: fields))
        return lead(to: saved, context)
    }

    /// What shows a community whose settings changed.
    private static func tags(of before: KeptPlace, as fields: CommunityFields) -> [PageTag] {
        let old = CommunityFields(before)
        let isSeenFromAfar =
            old.visibility != fields.visibility || old.indexing != fields.indexing || old.slug != fields.slug
            || old.name != fields.name || old.isOfUniversity != fields.isOfUniversity
        return isSeenFromAfar ? [.everything] : [.community(before.slug), .communities]
    }

    private static func lead(to community: String, _ context: Context) -> Response {
        context.redirect(to: KeepingPaths.settings(community), flash: .communitySaved)
    }

    /// The form again, with what somebody else saved meanwhile beside it.
    private static func show(
        _ form: CommunityForm, _ mistakes: FormMistakes, _ place: KeptPlace, from revision: Int, _ context: Context,
        _ writer: Writer
    ) throws -> Response {
        var mistakes = mistakes
        let isOutdated = revision != place.revision
        if !isOutdated, mistakes.isEmpty { mistakes.add(CommunityAddress.taken, to: "slug") }
        let (own, offer) = try context.database.fetch(
            .universityName(of: writer.member), .ownershipOffer(of: place.slug, for: writer.member))
        let page = CommunityFormPage(
            keeping: place, form, mistakes, newest: isOutdated ? CommunityForm(place) : nil,
            university: place.universityName ?? own, offer: offer, around: context.around)
        return context.page(page, status: isOutdated ? .conflict : .unprocessableContent)
    }
}

extension KeepingHandlers {
    static func archiveQuestion(_ context: Context, writer: Writer) throws -> Response {
        let place = try context.keptPlace(for: writer.member, .owner)
        let page = KeepingQuestionPage(archiving: place, around: context.around)
        return context.page(page)
    }

    static func archive(_ context: Context, writer: Writer) throws -> Response {
        try archive(true, context, writer)
    }

    static func reopen(_ context: Context, writer: Writer) throws -> Response {
        try archive(false, context, writer)
    }

    private static func archive(_ isArchived: Bool, _ context: Context, _ writer: Writer) throws -> Response {
        let community = try context.parameter("community")
        let (_, changes, after) = try context.database.fetch(
            .lockCommunity(community), .archive(community, isArchived, by: writer.member),
            .keptPlace(community, for: writer.member))
        let place = try context.kept(after, .owner)
        if changes > 0 { context.changed(.everything) }
        return context.redirect(to: place.path, flash: isArchived ? .communityArchived : .communityReopened)
    }
}
