import Postgres

enum SuggestionMaking {
    /// What there is for somebody whom the background work has not come to yet; looked for once a day.
    static func first(
        for member: Member, in database: Connection, _ query: Query<[Suggestion]>
    ) throws -> [Suggestion] {
        guard try database.fetch(.beginLook(for: member.id)) > 0 else { return [] }
        let (_, _, found) = try database.fetch(.settleForSuggestions, .makeSuggestions(for: [member.id]), query)
        return found
    }
}

extension SQL {
    /// Up to `count` rows on either side of one's own place in a list that an index holds by who is in it. Of a large
    /// course or community these are the people who came to Quad at about the same time; of a small one it is everybody.
    ///
    /// - Parameter rows: `FROM … WHERE …` of `t`, which has `user_id`.
    fileprivate static func neighbours(_ count: Int, _ rows: SQL) -> SQL {
        """
        CROSS JOIN LATERAL (
            (SELECT t.user_id \(rows) AND t.user_id > b.id ORDER BY t.user_id LIMIT \(count))
            UNION ALL
            (SELECT t.user_id \(rows) AND t.user_id < b.id ORDER BY t.user_id DESC LIMIT \(count))
        ) t
        """
    }

    /// Whether a section of somebody's profile is for their university, which is the usual: of `t.user_id`.
    ///
    /// Looked up row by row: as `NOT EXISTS` it is planned as a join, which reads everybody's sections for a few rows.
    fileprivate static func isOpenSection(_ section: SQL) -> SQL {
        """
        coalesce(
            (SELECT z.visibility FROM profile_sections z WHERE z.user_id = t.user_id AND z.section = \(section)),
            'university') NOT IN ('connections', 'only_me')
        """
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
            ), known AS MATERIALIZED (
                SELECT b.id AS user_id, b.id AS other_id FROM batch b
                UNION SELECT b.id, a.other_id FROM batch b JOIN acquaintances a ON a.user_id = b.id
                UNION SELECT b.id, x.other_id FROM batch b JOIN blocks x ON x.user_id = b.id
                UNION SELECT b.id, d.other_id FROM batch b JOIN dismissed_suggestions d ON d.user_id = b.id
                UNION SELECT b.id, h.other_id FROM batch b JOIN hidden_people h ON h.user_id = b.id AND h.until > now()
                UNION SELECT b.id, k.asked_id FROM batch b JOIN connections k ON k.asker_id = b.id
                WHERE k.state = 'pending' OR k.state IN ('declined', 'ended')
                    AND coalesce(k.ended_at, k.answered_at) > now() - interval '30 days'
                UNION SELECT b.id, k.asker_id FROM batch b JOIN connections k ON k.asked_id = b.id
                WHERE k.state = 'pending' OR k.state IN ('declined', 'ended')
                    AND coalesce(k.ended_at, k.answered_at) > now() - interval '30 days'
            ), found AS (
                SELECT b.id AS user_id, t.user_id AS other_id, 'm' AS kind,
                    6 / ln(2 + count(*) OVER (PARTITION BY b.id, a.other_id)) AS weight
                FROM batch b
                CROSS JOIN LATERAL (SELECT a.other_id FROM acquaintances a WHERE a.user_id = b.id LIMIT 50) a
                CROSS JOIN LATERAL (
                    (SELECT t.other_id AS user_id FROM acquaintances t
                     WHERE t.user_id = a.other_id AND t.other_id > b.id ORDER BY t.other_id LIMIT 30)
                    UNION ALL
                    (SELECT t.other_id FROM acquaintances t
                     WHERE t.user_id = a.other_id AND t.other_id < b.id ORDER BY t.other_id DESC LIMIT 30)
                ) t
                UNION ALL
                SELECT b.id, t.user_id, 'c', 8 / ln(2 + c.student_count)
                FROM batch b
                CROSS JOIN LATERAL (
                    SELECT p.course_id, c.student_count
                    FROM match_pool p JOIN courses c ON c.id = p.course_id
                    WHERE p.user_id = b.id
                    ORDER BY c.student_count
                    LIMIT 8
                ) c
                \(SQL.neighbours(20, """
                    FROM match_pool t WHERE t.course_id = c.course_id AND \(SQL.isOpenSection("'courses'"))
                    """))
                UNION ALL
                SELECT b.id, t.user_id, 'p', 3 / ln(2 + c.member_count)
                FROM batch b
                CROSS JOIN LATERAL (
                    SELECT m.community_id, c.member_count
                    FROM memberships m JOIN communities c ON c.id = m.community_id AND c.state = 'active'
                    WHERE m.user_id = b.id AND m.role <> 'banned'
                    ORDER BY c.member_count
                    LIMIT 8
                ) c
                \(SQL.neighbours(15, "FROM memberships t WHERE t.community_id = c.community_id AND t.role <> 'banned'"))
                UNION ALL
                SELECT b.id, t.user_id, 's', 0.4
                FROM batch b
                CROSS JOIN LATERAL (
                    SELECT s.skill FROM user_skills s WHERE s.user_id = b.id ORDER BY s.level DESC, s.skill LIMIT 8
                ) s
                \(SQL.neighbours(10, "FROM user_skills t WHERE t.skill = s.skill AND \(SQL.isOpenSection("'skills'"))"))
                UNION ALL
                SELECT b.id, t.user_id, 'd', 1
                FROM batch b
                CROSS JOIN LATERAL (
                    SELECT d.profile_type, subject(d.fields) AS subject FROM profile_details d
                    WHERE d.user_id = b.id AND subject(d.fields) IS NOT NULL
                    ORDER BY d.profile_type LIMIT 2
                ) s
                \(SQL.neighbours(10, """
                    FROM profile_details t
                    WHERE subject(t.fields) = s.subject AND t.profile_type = s.profile_type
                        AND \(SQL.isOpenSection("'details'"))
                    """))
            ), summed AS (
                SELECT f.user_id, f.other_id, sum(f.weight) AS score,
                    count(*) FILTER (WHERE f.kind = 'm') AS mutual, count(*) FILTER (WHERE f.kind = 'c') AS courses,
                    count(*) FILTER (WHERE f.kind = 'p') AS communities,
                    count(*) FILTER (WHERE f.kind = 's') AS skills, count(*) FILTER (WHERE f.kind = 'd') AS subjects
                FROM found f
                WHERE NOT EXISTS (SELECT FROM known n WHERE n.user_id = f.user_id AND n.other_id = f.other_id)
                GROUP BY f.user_id, f.other_id
            ), likely AS (
                SELECT s.*, row_number() OVER (PARTITION BY s.user_id ORDER BY s.score DESC, s.other_id) AS place
                FROM summed s
            ), best AS MATERIALIZED (
                SELECT l.user_id, l.other_id, l.score::real AS score, jsonb_strip_nulls(jsonb_build_object(
                        'mutual', nullif(l.mutual, 0), 'courses', nullif(l.courses, 0),
                        'communities', nullif(l.communities, 0), 'skills', nullif(l.skills, 0),
                        'subjects', nullif(l.subjects, 0))) AS reasons
                FROM (
                    SELECT l.*, row_number() OVER (PARTITION BY l.user_id ORDER BY l.place) AS rank
                    FROM likely l
                    JOIN batch b ON b.id = l.user_id
                    JOIN users u ON u.id = l.other_id
                    WHERE l.place <= 40 AND u.state = 'active' AND NOT u.is_held
                        AND (u.visibility = 'public'
                            OR u.visibility = 'university' AND u.university_id = b.university_id)
                ) l
                WHERE l.rank <= \(Suggestion.mostStored)
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
