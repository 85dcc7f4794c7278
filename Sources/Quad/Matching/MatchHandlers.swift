import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// Who somebody could study with.
enum MatchHandlers {
    static func all(_ context: Context, member: Member) throws -> Response {
        try show(context, member, course: nil)
    }

    static func ofCourse(_ context: Context, member: Member) throws -> Response {
        try show(context, member, course: context.parameter("course", as: MatchCourse.ID.self))
    }

    static func hide(_ context: Context, member: Member) throws -> Response {
        let (username, course) = (context.request.form["person"] ?? "", context.formCourse)
        let hidden = try context.database.fetch(.hide(username, from: member.id))
        let path = MatchPaths.matches(course)
        return context.redirect(to: hidden > 0 ? "\(path)?hidden=\(username)" : path)
    }

    static func showAgain(_ context: Context, member: Member) throws -> Response {
        let shown = try context.database.fetch(
            .showAgain(context.request.form["person"] ?? "", to: member.id))
        return context.redirect(to: MatchPaths.matches(context.formCourse), flash: shown > 0 ? .personShownAgain : nil)
    }
}

extension MatchHandlers {
    /// A page; its part for the plain address is kept until something on it changes.
    private static func show(_ context: Context, _ member: Member, course: MatchCourse.ID?) throws -> Response {
        let form = try MatchForm(context.request.query, course: course, after: context.cursor { MatchCursor($0) })
        let isKept = form.selection.isPlain && form.typedWeights == nil
        let (kept, key) = (KeptMatches(redis: context.redis), KeptMatches.key(member.id, course))
        let changes = try isKept ? context.database.fetch(.matchChanges(for: member.id)) : 0
        let part: [UInt8]
        if isKept, let found = kept.part(key, changes: changes) {
            part = found
        } else {
            part = try make(form, context, member).rendered()
            if isKept { kept.keep(part, as: key, changes: changes) }
        }
        let page = MatchesPage(
            frame: Frame(around: context.around, title: "Who could you study with?", indexable: false, current: .study),
            undo: form.hidden.map { MatchesPage.Undo(person: $0, course: course?.text) }, part: SafeHTML(rendered: part)
        )
        return context.page(page, status: form.mistakes.isEmpty ? .ok : .unprocessableContent)
    }

    private static func make(_ form: MatchForm, _ context: Context, _ member: Member) throws -> MatchListPart {
        let settings = context.application.settings.matching
        let reader = try context.matchReader(member)
        let selection = form.selection
        if let course = selection.course, reader.course(course) == nil { throw NotFound() }
        let scoring = MatchScoring(reader.habits, weights: selection.weights ?? settings.weights)
        let (found, counts) = try context.database.fetch(
            .matches(selection, for: reader, scoring: scoring, settings: settings), .matchCounts(for: reader))
        let isFirst = selection.after == nil
        // Who rests is left to the next page, where the first has others or not.
        let shown = found.prefix(MatchSelection.pageSize).prefix { !isFirst || !$0.rests }
        if isFirst, !shown.isEmpty {
            _ = try context.database.fetch(.withoutWaiting, .expose(shown.map(\.id)))
        }
        return MatchListPart(
            form, reader, scoring, shown: Array(shown), goesOn: found.count > shown.count, counts: counts,
            wording: context.wording)
    }
}

extension Context {
    /// What pages of matches and groups know of a member.
    func matchReader(_ member: Member) throws -> MatchReader {
        let (own, courses, zones) = try database.fetch(
            .ownHabits(member.id), .matchCourses(of: member.id), .matchZones)
        guard let own else { throw NotFound() }
        return MatchReader(member, own, courses, zones, book: application.zones, now: now)
    }

    fileprivate var formCourse: MatchCourse.ID? { request.form["course"].flatMap { MatchCourse.ID(text: $0) } }
}
