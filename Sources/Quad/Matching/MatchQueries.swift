import FoundationEssentials
import Postgres

extension Query where Output == [Match] {
    /// One page of matches, and one more when the list goes on; ties go to the older account.
    ///
    /// Everyone in the courses is scored in one walk through the pool's index, which holds all a score is made of; what
    /// a card shows besides is looked up for the few that are on the page.
    ///
    /// - Complexity: O(*n*) in the people of the courses, about 1 µs each.
    static func matches(
        _ selection: MatchSelection, for reader: MatchReader, scoring: MatchScoring, settings: MatchSettings
    ) -> Self {
        let courses = reader.poolCourses(selection)
        let shown = reader.courses.filter(\.isShown).flatMap(\.sections)
        let current = selection.course.flatMap(reader.course)?.sections ?? []
        let others = Array(Set(shown).subtracting(current))
        let limit = MatchSelection.pageSize + 1
        let order = SQL.order(selection.order)
        let isAnyone = selection.filter.admitsEveryone
        let fits: SQL = isAnyone ? "true" : "(\(scoring.traitTable(selection.filter)))[p.traits + 1] >= 0"
        return .all(
            """
            WITH \(SQL.avoided(by: reader.id)),
            scored AS (
                SELECT p.user_id, p.joined_at, p.traits, p.shared,
                    ((\(scoring.timeTable))[least(p.shared, \(MatchScoring.enoughQuarters)::integer) + 1]
                        + (\(scoring.traitTable(selection.filter)))[p.traits + 1])::integer AS points,
                    p.user_id IN (
                        SELECT user_id FROM match_exposures
                        WHERE week = \(SQL.thisWeek) AND pages >= \(settings.firstPagesPerWeek)::integer) AS rests
                FROM (
                    SELECT p.user_id, p.joined_at, p.traits, bit_count(\(SQL.sharedHours(with: reader)))::integer AS shared
                    FROM match_pool p
                    WHERE p.course_id = ANY (\(courses)) AND \(SQL.isOpen(to: reader.id, at: reader.universityID))
                    OFFSET 0
                ) p
                WHERE p.shared >= \(selection.filter.leastShared)::integer AND \(fits)
            ), best AS (
                -- Who is in two of the courses stands there twice, one behind the other.
                SELECT user_id, joined_at, traits, shared, points, rests
                FROM (
                    SELECT DISTINCT user_id, joined_at, traits, shared, points, rests
                    FROM (
                        SELECT user_id, joined_at, traits, shared, points, rests FROM scored
                        WHERE \(SQL.isBehind(selection))
                        ORDER BY \(order)
                        -- So many are enough whoever of them is left out, which is asked of few and not of all.
                        LIMIT (\(limit)::bigint + (SELECT count(*) FROM avoided)) * \(max(courses.count, 1))
                    ) front
                    WHERE user_id NOT IN (SELECT other_id FROM avoided)
                ) once
                ORDER BY \(order)
                LIMIT \(limit)
            )
            SELECT b.user_id, u.username, u.name, u.headline, \(SQL.face), b.shared, b.points, b.traits, b.joined_at,
                b.rests, p.hours & \(reader.week),
                CASE WHEN \(SQL.showsWholeWeek(to: reader)) THEN p.hours END,
                ARRAY(
                    SELECT DISTINCT k.code FROM match_pool x JOIN courses k ON k.id = x.course_id
                    WHERE x.user_id = b.user_id AND x.course_id = ANY (\(others)) ORDER BY k.code LIMIT 5),
                f.count, f.names, c.id, c.state = 'accepted', c.asker_id = \(reader.id), c.asked_at, c.answered_at
            FROM best b
            JOIN users u ON u.id = b.user_id
            CROSS JOIN LATERAL (
                SELECT \(SQL.hoursThere(for: reader)) AS hours FROM match_pool p WHERE p.user_id = b.user_id LIMIT 1) p
            LEFT JOIN profile_sections s ON s.user_id = b.user_id AND s.section = 'availability'
            LEFT JOIN LATERAL (
                SELECT id, state, asker_id, asked_at, answered_at FROM connections
                WHERE least(asker_id, asked_id) = least(b.user_id, \(reader.id))
                    AND greatest(asker_id, asked_id) = greatest(b.user_id, \(reader.id))
                    AND state IN ('pending', 'accepted')
                LIMIT 1) c ON true
            CROSS JOIN LATERAL (
                SELECT count(*), coalesce((array_agg(x.name ORDER BY x.name, x.id))[1:2], '{}') AS names
                \(SQL.mutualPeople(with: reader.id, and: "b.user_id"))) f
            ORDER BY \(order)
            """, as: Match.init)
    }
}

extension SQL {
    fileprivate static func order(_ order: MatchSelection.Order) -> SQL {
        switch order {
        case .score: "rests, points DESC, joined_at, user_id"
        case .hours: "rests, shared DESC, joined_at, user_id"
        case .newest: "rests, joined_at DESC, user_id"
        }
    }

    /// Whether a row of `scored` comes after the place where a page begins.
    fileprivate static func isBehind(_ selection: MatchSelection) -> SQL {
        guard let cursor = selection.after else { return "true" }
        let key = -cursor.key
        switch selection.order {
        case .score:
            return """
                (rests, -points, joined_at, user_id)
                    > (\(cursor.rests), \(key)::integer, \(cursor.joinedAt), \(cursor.person))
                """
        case .hours:
            return """
                (rests, -shared, joined_at, user_id)
                    > (\(cursor.rests), \(key)::integer, \(cursor.joinedAt), \(cursor.person))
                """
        case .newest:
            return """
                (rests > \(cursor.rests) OR rests = \(cursor.rests) AND (joined_at < \(cursor.joinedAt)
                    OR joined_at = \(cursor.joinedAt) AND user_id > \(cursor.person)))
                """
        }
    }
}

extension Query where Output == [Int] {
    /// How many people of each of the reader's courses share free time with them, in the order of the courses.
    static func matchCounts(for reader: MatchReader) -> Self {
        let places = reader.courses.enumerated().flatMap { place, course in course.sections.map { _ in Int32(place) } }
        // Somebody can be in two sections of a course, and in one only once.
        let isTwofold = reader.courses.contains { $0.sections.count > 1 }
        let count: SQL = isTwofold ? "count(DISTINCT p.user_id)" : "count(*)"
        return .values(
            """
            WITH \(SQL.avoided(by: reader.id)), found AS (
                SELECT k.place, (
                        SELECT \(count) FROM match_pool p
                        WHERE p.course_id = ANY (k.courses) AND \(SQL.isShown(to: reader))
                            AND bit_count(\(SQL.sharedHours(with: reader))) > 0
                    ) AS people
                FROM (
                    SELECT place, array_agg(course_id) AS courses
                    FROM unnest(\(places), \(reader.courses.flatMap(\.sections))) AS s (place, course_id)
                    GROUP BY place
                ) k
            )
            SELECT coalesce(f.people, 0)
            FROM generate_series(0, \(reader.courses.count)::integer - 1) AS place LEFT JOIN found f USING (place)
            ORDER BY place
            """)
    }
}
