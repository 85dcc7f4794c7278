import FoundationEssentials
import HTTPServer
import Postgres

/// How well matching serves a campus, for those who run it.
struct MatchFigures: Sendable {
    /// Students who may be shown to course mates.
    let people: Int
    /// How many of them were looked at: a sample, so that it costs the same on every campus.
    let sampled: Int
    /// Those of the sample with at least three course mates who share an hour or more.
    let served: Int
    /// Those who have been on as many first pages this week as one may be.
    let resting: Int

    static let sampleSize = 500

    /// In per cent; `nil` where there is nobody.
    var share: Int? { sampled == 0 ? nil : (served * 100 + sampled / 2) / sampled }
}

extension Query where Output == MatchFigures {
    static func matchFigures(_ settings: MatchSettings) -> Self {
        .one(
            """
            WITH people AS (
                SELECT DISTINCT user_id FROM match_pool
            ), sample AS (
                SELECT user_id FROM people ORDER BY md5(user_id::text) LIMIT \(MatchFigures.sampleSize)
            )
            SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM sample),
                (SELECT count(*) FROM sample s
                 WHERE 3 <= (
                    SELECT count(*) FROM (
                        SELECT DISTINCT p.user_id
                        FROM match_pool m JOIN match_pool p ON p.course_id = m.course_id AND p.zone_id = m.zone_id
                        WHERE m.user_id = s.user_id AND p.user_id <> m.user_id
                            AND bit_count(p.availability & m.availability) >= 4
                        LIMIT 3) usable)),
                (SELECT count(*) FROM match_exposures
                 WHERE week = \(SQL.thisWeek) AND pages >= \(settings.firstPagesPerWeek)::integer)
            """, as: MatchFigures.init)
    }
}

/// What admins see of it; shown by Templates/matching/match-figures.html.
struct MatchFiguresPage: Page {
    let frame: Frame
    let answer: String
    let facts: [(label: String, value: String)]

    var tabs: [Choice] { ModerationTab.choices(current: .matching, for: frame.viewer) }
}

extension MatchHandlers {
    static func figures(_ context: Context, admin: Admin) throws -> Response {
        let settings = context.application.settings.matching
        let figures = try context.database.fetch(.matchFigures(settings))
        return context.page(MatchFiguresPage(figures, settings, around: context.around))
    }
}

extension MatchFiguresPage {
    init(_ figures: MatchFigures, _ settings: MatchSettings, around: Surroundings) {
        self.init(
            frame: Frame(
                around: around, title: "How well matching works", indexable: false, current: .moderation),
            answer: figures.share.map { "\($0) % of students have three usable matches or more." }
                ?? "Nobody may be shown to course mates yet.",
            facts: [
                ("Students whom course mates may find", Wording.count(figures.people)),
                ("Of these looked at for the answer", Wording.count(figures.sampled)),
                ("With three course mates who share an hour or more", Wording.count(figures.served)),
                (
                    "People who reached the limit of \(Wording.count(settings.firstPagesPerWeek)) first pages this week",
                    Wording.count(figures.resting)
                ),
            ])
    }
}
