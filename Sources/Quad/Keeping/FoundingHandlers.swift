import HTTPServer
import Postgres

/// Making a new community.
enum FoundingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        var form = CommunityForm()
        form.isOfUniversity = true
        return try show(form, FormMistakes(), context, writer, status: .ok)
    }

    static func found(_ context: Context, writer: Writer) throws -> Response {
        var form = CommunityForm(context.request.form)
        let id = form.id ?? Community.ID()
        form.id = id
        let (fields, mistakes) = form.check(isOwners: true)
        guard let fields else { return try show(form, mistakes, context, writer) }
        let (made, isTaken) = try context.database.fetch(.ownAddress(of: id, writer.id), .isTaken(fields.slug))
        // A second click on what is there already.
        if let made { return lead(to: made, context) }
        if isTaken { return try showTaken(form, context, writer) }
        try context.spend(context.application.limits.communities(writer))
        let (_, slug) = try context.database.fetch(
            .found(id, fields, by: writer.member), .ownAddress(of: id, writer.id))
        guard let slug else {
            form.id = nil
            return try showTaken(form, context, writer)
        }
        context.changed(.community(slug), .communities, .front, .member(writer.member.username))
        return lead(to: slug, context)
    }

    private static func lead(to community: String, _ context: Context) -> Response {
        context.redirect(to: CommunityPaths.community(community), flash: .communityMade)
    }

    private static func showTaken(_ form: CommunityForm, _ context: Context, _ writer: Writer) throws -> Response {
        var mistakes = FormMistakes()
        mistakes.add(CommunityAddress.taken, to: "slug")
        return try show(form, mistakes, context, writer)
    }

    private static func show(
        _ form: CommunityForm, _ mistakes: FormMistakes, _ context: Context, _ writer: Writer,
        status: HTTPStatus = .unprocessableContent
    ) throws -> Response {
        let university = try context.database.fetch(.universityName(of: writer.member))
        let page = CommunityFormPage(founding: form, mistakes, university: university, around: context.around)
        return context.page(page, status: status)
    }
}

extension Query where Output == String {
    static func universityName(of member: Member) -> Self {
        .value("SELECT name FROM universities WHERE id = \(member.universityID)")
    }
}
