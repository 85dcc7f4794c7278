import Postgres

enum SuggestionMaking {
    /// What there is for somebody whom the background work has not come to yet; looked for once a day.
    static func first(
        for member: Member, in database: Connection, _ query: Query<[Suggestion]>
    ) throws -> [Suggestion] {
        // In one transaction: a look that failed counts for none.
        try database.transaction { database in
            guard try database.fetch(.beginLook(for: member.id)) > 0 else { return [] }
            let (_, _, _, found) = try database.fetch(
                .withoutWaiting, .settleForSuggestions, .makeSuggestions(for: [member.id]), query)
            return found
        }
    }
}

extension Query where Output == Int {
    /// - Returns: 1, or 0 when it was looked for this member less than a day ago.
    fileprivate static func beginLook(for member: Member.ID) -> Self {
        .execute(
            """
            INSERT INTO suggestion_looks AS l (user_id) VALUES (\(member))
            ON CONFLICT (user_id) DO UPDATE SET made_at = now() WHERE l.made_at < now() - interval '1 day'
            """)
    }

    /// Goes before `makeSuggestions`, for its transaction alone: compiling the statement would take longer than running it,
    /// and what it sorts for one batch stays in memory.
    static var settleForSuggestions: Self {
        Query<Int>.execute(
            "SELECT set_config('jit', 'off', true), set_config('work_mem', '16MB', true) LIMIT 1"
        ).idempotent
    }

    /// Makes the suggestions of some members anew.
    ///
    /// Each thing that two have in common counts the more the fewer have it: an acquaintance with five connections says
    /// more than one with fifty (Adamic and Adar's weight, 1 ÷ ln *n*), a seminar more than a lecture. Who is known
    /// already, blocked, asked, declined lately or put aside is none. Reasons are stored as figures alone; pages read
    /// what stands behind them anew.
    ///
    /// - Complexity: for each member at most 50 acquaintances with 30 of theirs on either side, 8 courses with 20, 8
    ///   communities with 15, 8 skills and 2 subjects with 10, however large those are: some hundred index entries,
    ///   four thousand at most.
    /// - Source: L. Adamic, E. Adar, "Friends and neighbors on the Web", Social Networks 25 (2003).
    static func makeSuggestions(for members: [Member.ID]) -> Self {
        .execute(
            """
            WITH batch AS MATERIALIZED (
                SELECT u.id, u.university_id
                FROM users u
                WHERE u.id = ANY (\(members)) AND u.state IN ('active', 'silenced') AND NOT u.is_held
            ), best AS MATERIALIZED (
                SELECT b.id AS user_id, l.other_id, l.score::real AS score, jsonb_strip_nulls(jsonb_build_object(
                        'mutual', nullif(l.mutual, 0), 'courses', nullif(l.courses, 0),
                        'communities', nullif(l.communities, 0), 'skills', nullif(l.skills, 0),
                        'subjects', nullif(l.subjects, 0))) AS reasons
                FROM batch b
                -- Person by person, which counts and sorts some hundred rows at a time instead of some ten thousand.
                CROSS JOIN LATERAL (
                    SELECT s.other_id, s.score, s.mutual, s.courses, s.communities, s.skills, s.subjects
                    FROM (
                        SELECT f.other_id, sum(f.weight) AS score,
                            count(*) FILTER (WHERE f.kind = 'm') AS mutual,
                            count(*) FILTER (WHERE f.kind = 'c') AS courses,
                            count(*) FILTER (WHERE f.kind = 'p') AS communities,
                            count(*) FILTER (WHERE f.kind = 's') AS skills,
                            count(*) FILTER (WHERE f.kind = 'd') AS subjects
                        FROM (\(SQL.suggestionReasons)) f
                        GROUP BY f.other_id
                        HAVING f.other_id NOT IN (\(SQL.noSuggestions))
                        ORDER BY score DESC, f.other_id
                        LIMIT 40
                    ) s
                    JOIN users u ON u.id = s.other_id
                    WHERE u.state = 'active' AND NOT u.is_held
                        AND (u.visibility = 'public'
                            OR u.visibility = 'university' AND u.university_id = b.university_id)
                    ORDER BY s.score DESC, s.other_id
                    LIMIT \(Suggestion.mostStored)
                ) l
            ), gone AS (
                DELETE FROM suggestions s
                WHERE s.user_id = ANY (\(members))
                    AND NOT EXISTS (SELECT FROM best n WHERE n.user_id = s.user_id AND n.other_id = s.other_id)
            )
            INSERT INTO suggestions (user_id, other_id, score, reasons)
            SELECT user_id, other_id, score, reasons FROM best ORDER BY user_id, other_id
            ON CONFLICT (user_id, other_id) DO UPDATE
            SET score = EXCLUDED.score, reasons = EXCLUDED.reasons, made_at = now()
            WHERE suggestions.reasons <> EXCLUDED.reasons OR abs(suggestions.score - EXCLUDED.score) > 0.05
            """
        ).idempotent
    }
}
