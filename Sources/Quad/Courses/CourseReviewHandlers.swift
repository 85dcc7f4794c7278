import HTTPServer
import Postgres

/// Deciding about suggested courses.
enum CourseReviewHandlers {
    static func queue(_ context: Context, moderator: Moderator) throws -> Response {
        let after = try context.cursor { SuggestionCursor($0) }
        let found = try context.database.fetch(.suggestions(after: after, for: moderator))
        return context.page(
            SuggestionQueuePage(found, isFirst: after == nil, around: context.around, wording: context.wording))
    }

    static func one(_ context: Context, moderator: Moderator) throws -> Response {
        try show(nil, FormMistakes(), context, moderator, status: .ok)
    }

    static func confirm(_ context: Context, moderator: Moderator) throws -> Response {
        let id = try context.suggestionID()
        let form = CourseForm(context.request.form)
        var (fields, mistakes) = form.check()
        guard let fields else { return try show(form, mistakes, context, moderator) }
        let (answered, after) = try context.database.fetch(
            .confirm(id, as: Course.ID(), fields, by: moderator), .suggestionState(id))
        guard let after else { throw NotFound() }
        // Nothing was made of it: such a course is there.
        if answered == 0, after == .waiting {
            mistakes.add(SuggestionFault.isThere(fields.name), to: "code")
            return try show(form, mistakes, context, moderator)
        }
        return decided(answered, .suggestionConfirmed, context)
    }

    static func merge(_ context: Context, moderator: Moderator) throws -> Response {
        let id = try context.suggestionID()
        guard let course = context.request.form["course"].flatMap({ Course.ID(text: $0) }) else {
            var mistakes = FormMistakes()
            mistakes.add(NothingChosen(), to: "course")
            return try show(nil, mistakes, context, moderator)
        }
        let (answered, after) = try context.database.fetch(
            .merge(id, into: course, by: moderator), .suggestionState(id))
        guard let after, answered > 0 || after != .waiting else { throw NotFound() }
        return decided(answered, .suggestionMerged, context)
    }

    static func decline(_ context: Context, moderator: Moderator) throws -> Response {
        let id = try context.suggestionID()
        let typed = context.request.form["reason"] ?? ""
        var mistakes = FormMistakes()
        let reason = mistakes.check("reason") { () throws(CommunityFault) in
            try CommunityLine.needed(typed, "reason", limit: CourseSuggestion.reasonLimit)
        }
        guard let reason else { return try show(nil, mistakes, reason: typed, context, moderator) }
        let (answered, after) = try context.database.fetch(
            .decline(id, because: reason, by: moderator), .suggestionState(id))
        guard after != nil else { throw NotFound() }
        return decided(answered, .suggestionDeclined, context)
    }

    private static func decided(_ answered: Int, _ flash: FlashCode, _ context: Context) -> Response {
        context.redirect(to: CoursePaths.queue, flash: answered > 0 ? flash : .suggestionDecidedBefore)
    }

    /// - Parameter form: what was typed; `nil` shows the suggestion as it is.
    private static func show(
        _ form: CourseForm?, _ mistakes: FormMistakes, reason: String = "", _ context: Context, _ moderator: Moderator,
        status: HTTPStatus = .unprocessableContent
    ) throws -> Response {
        let id = try context.suggestionID()
        let typed = String((context.request.query["q"] ?? "").prefix(CourseSelection.typedLimit))
        let (found, state) = try context.database.fetch(.suggestion(id, for: moderator), .suggestionState(id))
        guard let found else {
            guard state != nil, state != .withdrawn else { throw NotFound() }
            return context.redirect(to: CoursePaths.queue, flash: .suggestionDecidedBefore)
        }
        let alike = try context.database.fetch(
            .courses(like: found.fields, named: typed, of: id, for: moderator.member))
        let page = CourseReviewPage(
            found, form ?? CourseForm(found.fields), mistakes, reason: reason, alike: alike, typed: typed,
            around: context.around, wording: context.wording)
        return context.page(page, status: status)
    }
}

/// No course was chosen to answer a suggestion with.
struct NothingChosen: FieldError {
    var message: String { "Choose the course that is meant, or look for it first." }
    var summary: String { "Choose a course" }
}
