import HTTPServer
import Postgres

/// Suggesting a course that is missing.
enum CourseSuggestionHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let catalogue = try context.database.fetch(.catalogue(for: writer.member))
        var form = CourseForm()
        form.term = catalogue.currentTerm
        // What somebody looked for in vain is a beginning.
        form.title = String((context.request.query["title"] ?? "").prefix(CourseFields.titleLimit))
        return context.page(SuggestionPage(form, FormMistakes(), alike: [], in: context))
    }

    static func send(_ context: Context, writer: Writer) throws -> Response {
        let member = writer.member
        let form = CourseForm(context.request.form)
        var (fields, mistakes) = form.check()
        guard let fields, let id = form.id else { return try show(form, mistakes, [], context) }
        let (state, alike) = try context.database.fetch(
            .ownSuggestion(id, of: member), .courses(like: fields, for: member))
        // A second click on what is there already.
        if state != nil { return context.redirect(to: context.inStep(CoursePaths.own), flash: .courseSuggested) }
        if let same = alike.first(where: { $0.isSame(as: fields) }) {
            mistakes.add(SuggestionFault.isThere(same.name), to: "code")
            return try show(form, mistakes, alike, context)
        }
        guard form.isSure || alike.isEmpty else { return try show(form, mistakes, alike, context) }
        try context.spend(context.application.limits.writing(writer))
        let (_, made, after) = try context.database.fetch(
            .lockEnrolments(of: member), .suggest(id, fields, isShown: form.isShown, by: member),
            .ownSuggestions(of: member))
        guard made > 0 || after.contains(where: { $0.id == id }) else {
            let waiting = after.filter { $0.state == .waiting }
            mistakes.add(
                waiting.count >= CourseSuggestion.mostWaiting ? SuggestionFault.tooMany : .waitsAlready, to: "code")
            return try show(form, mistakes, [], context)
        }
        return context.redirect(to: context.inStep(CoursePaths.own), flash: .courseSuggested)
    }

    static func withdraw(_ context: Context, member: Member) throws -> Response {
        let id = try context.suggestionID()
        let (state, changes) = try context.database.fetch(
            .ownSuggestion(id, of: member), .withdraw(id, by: member))
        guard state != nil else { throw NotFound() }
        return context.redirect(to: CoursePaths.own, flash: changes > 0 ? .suggestionWithdrawn : nil)
    }

    private static func show(
        _ form: CourseForm, _ mistakes: FormMistakes, _ alike: [Course], _ context: Context
    ) throws -> Response {
        context.page(
            SuggestionPage(form, mistakes, alike: alike, in: context), status: .unprocessableContent)
    }
}

extension Context {
    func suggestionID() throws -> CourseSuggestion.ID { try parameter("suggestion", as: CourseSuggestion.ID.self) }
}

extension Course {
    /// Whether it is what somebody wrote down, spelled another way perhaps.
    func isSame(as fields: CourseFields) -> Bool {
        Self.plain(name.code) == Self.plain(fields.code) && Self.plain(name.section) == Self.plain(fields.section)
            && name.term.lowercased() == fields.term.lowercased()
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// Why a suggestion cannot be sent.
enum SuggestionFault: FieldError {
    case isThere(Course.Name)
    case waitsAlready
    case tooMany

    var message: String {
        switch self {
        case .isThere(let name):
            "\(name.codeAndSection) is there already in \(name.term): “\(name.title)”. Take it from the list below."
        case .waitsAlready: "You’ve suggested it already. It waits for a moderator."
        case .tooMany:
            "\(CourseSuggestion.mostWaiting) of your suggestions wait, the most there can be. Come back once a moderator has looked."
        }
    }

    var summary: String {
        switch self {
        case .isThere: "It’s there already"
        case .waitsAlready: "It waits already"
        case .tooMany: "Wait for a moderator"
        }
    }
}
