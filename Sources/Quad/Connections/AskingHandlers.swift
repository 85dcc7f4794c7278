import HTTPServer
import Postgres

/// Asking somebody to connect.
enum AskingHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let query = context.request.query
        var form = AskingForm()
        form.username = query["to"] ?? ""
        form.course = query["course"] ?? ""
        form.origin = query["from"].flatMap { MemberConnection.Origin(rawValue: $0) } ?? .search
        return try show(form, FormMistakes(), context, writer)
    }

    static func ask(_ context: Context, writer: Writer) throws -> Response {
        let form = AskingForm(context.request.form)
        if form.username == writer.member.username { throw ConnectionError.isOneself }
        let (message, mistakes) = form.check()
        guard let message, let id = form.id else { return try show(form, mistakes, context, writer, isWrong: true) }
        let new = NewConnection(
            id: id, username: form.username, course: ID<SharedCourse>(text: form.course), message: message,
            origin: form.origin)
        let (_, _, _, tie) = try context.database.fetch(
            .lockPair(of: writer.member, with: new.username), .ask(new, by: writer.member),
            .acceptFrom(form.username, by: writer.member), .tie(to: form.username, for: .member(writer.member)))
        guard let tie else { throw NotFound() }
        switch tie.state {
        case .asked(let id, _):
            return context.redirect(to: ConnectionPaths.connection(id), flash: .connectionAsked)
        case .connected(let id, _), .waiting(let id, _):
            return context.redirect(to: ConnectionPaths.connection(id), flash: .connected)
        case .none, .declined:
            return try show(form, mistakes, context, writer, isWrong: true)
        }
    }

    /// The form, or why it is not time yet. What waits or lives between the two already has its own page.
    private static func show(
        _ form: AskingForm, _ mistakes: FormMistakes, _ context: Context, _ writer: Writer, isWrong: Bool = false
    ) throws -> Response {
        let member = writer.member
        if form.username == member.username { throw ConnectionError.isOneself }
        let (tie, limits, common, courses) = try context.database.fetch(
            .tie(to: form.username, for: .member(member)), .askingLimits(of: member, for: form.username),
            .inCommon(of: member, with: form.username), .sharedCourses(of: member, with: form.username))
        guard let tie else { throw NotFound() }
        switch tie.state {
        case .asked(let id, _), .waiting(let id, _), .connected(let id, _):
            return context.redirect(to: ConnectionPaths.connection(id))
        case .none, .declined: break
        }
        let bounds = limits ?? AskingLimits()
        let page = AskingPage(
            form, to: tie.other, bounds, common ?? InCommon(), courses, mistakes, isIncomplete: isWrong,
            around: context.around, wording: context.wording)
        guard isWrong else { return context.page(page) }
        let status: HTTPStatus =
            !mistakes.isEmpty
            ? .unprocessableContent
            : bounds.fromToday != nil || bounds.fromAgain != nil ? .tooManyRequests : .conflict
        return context.page(page, status: status)
    }
}

/// What the form said.
struct AskingForm: Sendable {
    /// The new row's; made with the form, so that two clicks ask once.
    var id: MemberConnection.ID? = MemberConnection.ID()
    var username = ""
    var course = ""
    var message = ""
    var origin = MemberConnection.Origin.search
}

extension AskingForm {
    init(_ form: FormFields) {
        id = form["id"].flatMap { MemberConnection.ID(text: $0) }
        username = form["to"] ?? ""
        course = form["course"] ?? ""
        message = form["message"] ?? ""
        origin = form["from"].flatMap { MemberConnection.Origin(rawValue: $0) } ?? .search
    }

    func check() -> (message: String?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let message = mistakes.check("message") { () throws(CommunityFault) in
            try CommunityLine.optional(self.message, "message", limit: MemberConnection.messageLimit)
        }
        return (message, mistakes)
    }
}
