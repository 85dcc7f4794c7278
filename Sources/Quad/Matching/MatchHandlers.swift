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
        let (username, path) = (context.request.form["person"] ?? "", context.matchList)
        _ = try context.database.fetch(.hide(username, from: member))
        // The same whoever it is: the answer does not say who is there.
        return context.redirect(to: MatchForm.isUsername(username) ? "\(path)?hidden=\(username)" : path)
    }

    static func showAgain(_ context: Context, member: Member) throws -> Response {
        _ = try context.database.fetch(.showAgain(context.request.form["person"] ?? "", to: member.id))
        return context.redirect(to: context.matchList, flash: .personShownAgain)
    }

    static func watch(_ context: Context, member: Member) throws -> Response {
        let course = try context.parameter("course", as: MatchCourse.ID.self)
        let (_, isWatched) = try context.database.fetch(
            .watchMatches(of: course, as: member.id), .watchesMatches(of: course, member.id))
        guard isWatched else { throw NotFound() }
        return context.redirect(to: MatchPaths.matches(course), flash: .matchWatched)
    }

    static func unwatch(_ context: Context, member: Member) throws -> Response {
        let course = try context.parameter("course", as: MatchCourse.ID.self)
        let ended = try context.database.fetch(.endWatch(of: course, by: member.id))
        return context.redirect(to: MatchPaths.matches(course), flash: ended > 0 ? .matchUnwatched : nil)
    }
}

extension MatchHandlers {
    private static func show(_ context: Context, _ member: Member, course: MatchCourse.ID?) throws -> Response {
        let form = try MatchForm(context.request.query, course: course, after: context.cursor { MatchCursor($0) })
        let page = MatchesPage(
            frame: Frame(around: context.around, title: "Who could you study with?", indexable: false, current: .study),
            undo: form.hidden.map { MatchUndo(person: $0, listPath: MatchPaths.matches(course)) },
            part: SafeHTML(rendered: try part(form, context, member)))
        return context.page(page, status: form.mistakes.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the plain address shows is kept until something on it changes, and costs one round trip then. All else costs
    /// two, and a third, which waits for no disk, where people are shown to this reader for the first time in a week.
    private static func part(_ form: MatchForm, _ context: Context, _ member: Member) throws -> [UInt8] {
        let course = form.selection.course
        guard form.selection.isPlain, form.typedWeights == nil else {
            return try make(form, context, member, context.matchReader(member, course: course)).rendered()
        }
        let (all, key) = (KeptMatches(redis: context.redis), KeptMatches.key(member.id, course))
        if let kept = all.part(key),
            kept.changes == (try context.database.fetch(.matchChanges(for: member.id, course: course)))
        {
            return kept.bytes
        }
        let (changes, own, courses, zones) = try context.database.fetch(
            .matchChanges(for: member.id, course: course), .ownHabits(member.id),
            .matchCourses(of: member.id, first: course), .matchZones(of: member.id, first: course))
        let part = try make(form, context, member, context.matchReader(member, own, courses, zones)).rendered()
        all.keep(KeptMatches.Part(changes: changes, bytes: part), as: key)
        return part
    }

    private static func make(
        _ form: MatchForm, _ context: Context, _ member: Member, _ reader: MatchReader
    ) throws -> MatchListPart {
        let settings = context.application.settings.matching
        let selection = form.selection
        if let course = selection.course, reader.course(course) == nil { throw NotFound() }
        let scoring = MatchScoring(reader.habits, weights: selection.weights ?? settings.weights)
        let (found, counts, isWatched, known) = try context.database.fetch(
            .matches(selection, for: reader, scoring: scoring, settings: settings), .matchCounts(for: reader),
            .watchesMatches(of: selection.course, member.id), .peopleShown(to: member.id))
        let isFirst = selection.after == nil
        // Who rests is left to the next page, where the first has others or not.
        let shown = found.prefix(MatchSelection.pageSize).prefix { !isFirst || !$0.rests }
        if isFirst { try context.countShown(shown.map(\.id), to: member.id, known: known) }
        return MatchListPart(
            form, reader, scoring, shown: Array(shown), goesOn: found.count > shown.count, counts: counts,
            isWatched: isWatched, wording: context.wording)
    }
}

extension Context {
    /// What pages of matches and groups know of a member.
    ///
    /// - Parameter course: the one the page is about; without it, who takes very many finds only the first of them.
    func matchReader(_ member: Member, course: MatchCourse.ID? = nil) throws -> MatchReader {
        let (own, courses, zones) = try database.fetch(
            .ownHabits(member.id), .matchCourses(of: member.id, first: course),
            .matchZones(of: member.id, first: course))
        return try matchReader(member, own, courses, zones)
    }

    fileprivate func matchReader(
        _ member: Member, _ own: MatchReader.Habits?, _ courses: [MatchCourse], _ zones: [MatchReader.Zone]
    ) throws -> MatchReader {
        guard let own else { throw NotFound() }
        return MatchReader(
            member.id, of: member.universityID, own, courses, zones, book: application.zones, now: now)
    }

    /// The list that a form stood on, `MatchPaths.all` where it names none.
    fileprivate var matchList: String {
        guard let path = request.form["to"] else { return MatchPaths.all }
        let course = path.split(separator: "/").last.flatMap { MatchCourse.ID(text: String($0)) }
        return [ProfilePaths.firstMatches, MatchPaths.matches(course)].first { $0 == path } ?? MatchPaths.all
    }
}
