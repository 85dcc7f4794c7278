import HTTPServer
import Postgres

/// The end of the first set-up: the first people to study with.
enum FirstMatchesHandlers {
    /// How many there are room for: the rest are on the pages of matches.
    private static let count = 3

    static func matches(_ context: Context, member: Member) throws -> Response {
        let settings = context.application.settings.matching
        let reader = try context.matchReader(member)
        let scoring = MatchScoring(reader.habits, weights: settings.weights)
        let (found, isWatched) = try context.database.fetch(
            .matches(MatchSelection(), for: reader, scoring: scoring, settings: settings),
            .watchesAnyMatches(member.id))
        // As on a first page of matches, who was on many of them this week is left to the next. Where only they are
        // there, somebody new meets them all the same: nobody else loses a place by it, and a set-up that ended
        // with nobody would say that nobody fits, which isn't so.
        let fresh = found.prefix { !$0.rests }
        let shown = Array((fresh.isEmpty ? found[...] : fresh).prefix(Self.count))
        try context.countShown(shown.map(\.id), to: member.id)
        return context.page(
            FirstMatchesPage(
                cards: shown.map {
                    MatchCard($0, reader, scoring, nil, on: ProfilePaths.firstMatches, context.wording)
                },
                goesOn: found.count > shown.count, reader, isWatched: isWatched,
                hidden: context.request.query["hidden"].flatMap { MatchForm.isUsername($0) ? $0 : nil },
                around: context.around))
    }

    static func watch(_ context: Context, member: Member) throws -> Response {
        let count = try context.database.fetch(.watchAllMatches(as: member.id))
        return context.redirect(to: ProfilePaths.firstMatches, flash: count > 0 ? .matchWatched : nil)
    }
}

/// Who could be met first; shown by Templates/profiles/first-matches.html.
struct FirstMatchesPage: Page {
    let frame: Frame
    let undo: MatchUndo?
    let lead: String
    let cards: [MatchCard]
    let empty: EmptyState?
    /// Whether somebody may ask to be told when there is someone, and whether they did; `nil` where another step is
    /// missing.
    let isWatched: Bool?
    /// Where there are more.
    let more: Choice?

    /// - Parameter hidden: the username of somebody who was just put off.
    init(
        cards: [MatchCard], goesOn: Bool, _ reader: MatchReader, isWatched: Bool, hidden: String?,
        around: Surroundings
    ) {
        frame = Frame(around: around, title: "Your first matches", indexable: false, current: .study)
        undo = hidden.map { MatchUndo(person: $0, listPath: ProfilePaths.firstMatches) }
        self.cards = cards
        more = goesOn ? Choice("Show more people", path: MatchPaths.all) : nil
        let isReady = !reader.courses.isEmpty && !reader.week.isEmpty
        self.isWatched = isReady && cards.isEmpty ? isWatched : nil
        empty = cards.isEmpty ? Self.empty(reader) : nil
        lead =
            cards.isEmpty
            ? "Who takes your courses, is free when you are and likes to work as you do."
            : "They take your courses and are free when you are. Each comes with the reason."
    }

    private static func empty(_ reader: MatchReader) -> EmptyState {
        if reader.courses.isEmpty {
            return EmptyState(
                "The people of your courses would stand here.", why: "You haven’t said yet which courses you take.",
                action: Choice("Find your courses", path: FirstStep.courses.path))
        }
        if reader.week.isEmpty {
            return EmptyState(
                "People who are free when you are would stand here.", why: "You haven’t said yet when you can study.",
                action: Choice("Say when you’re free", path: FirstStep.week.path))
        }
        return EmptyState(
            "Nobody in your courses is free when you are yet.",
            why: "Others appear as soon as they say when they can study.")
    }
}

extension Query where Output == Int {
    /// Has somebody told when a person of one of their courses shares free time with them.
    fileprivate static func watchAllMatches(as member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO match_watches (user_id, course_id)
            SELECT e.user_id, e.course_id
            FROM enrolments e JOIN courses c ON c.id = e.course_id
            WHERE e.user_id = \(member) AND e.state = 'active' AND c.state = 'active'
            ORDER BY e.course_id
            ON CONFLICT (user_id, course_id) DO NOTHING
            """
        ).idempotent
    }
}

extension Query where Output == Bool {
    fileprivate static func watchesAnyMatches(_ member: Member.ID) -> Self {
        .value("SELECT EXISTS (SELECT FROM match_watches WHERE user_id = \(member))")
    }
}
