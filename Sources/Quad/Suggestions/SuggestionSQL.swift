import Postgres

/// What suggestions are made of, for one person of `batch b` at a time.
extension SQL {
    /// Who has something in common with the person in `batch b`: a row for each thing, with its weight.
    static var suggestionReasons: SQL {
        """
        SELECT t.user_id AS other_id, 'm' AS kind, 6 / ln(2 + cardinality(l.people)) AS weight
        FROM (SELECT a.other_id FROM acquaintances a WHERE a.user_id = b.id LIMIT 50) a
        CROSS JOIN LATERAL (
            SELECT ARRAY(
                (SELECT t.other_id FROM acquaintances t
                 WHERE t.user_id = a.other_id AND t.other_id > b.id ORDER BY t.other_id LIMIT 30)
                UNION ALL
                (SELECT t.other_id FROM acquaintances t
                 WHERE t.user_id = a.other_id AND t.other_id < b.id ORDER BY t.other_id DESC LIMIT 30)) AS people
            -- Made once, and not again for each row of it.
            OFFSET 0
        ) l
        CROSS JOIN LATERAL unnest(l.people) AS t (user_id)
        UNION ALL
        SELECT t.user_id, 'c', 8 / ln(2 + c.student_count)
        FROM (
            SELECT p.course_id, c.student_count
            FROM match_pool p JOIN courses c ON c.id = p.course_id
            WHERE p.user_id = b.id
            ORDER BY c.student_count
            LIMIT 8
        ) c
        \(neighbours(20, """
            FROM match_pool t
            WHERE t.course_id = c.course_id AND t.visibility IN ('public', 'university')
            """))
        UNION ALL
        SELECT t.user_id, 'p', 3 / ln(2 + c.member_count)
        FROM (
            SELECT m.community_id, c.member_count
            FROM memberships m JOIN communities c ON c.id = m.community_id AND c.state = 'active'
            WHERE m.user_id = b.id AND m.role <> 'banned'
            ORDER BY c.member_count
            LIMIT 8
        ) c
        \(neighbours(15, "FROM memberships t WHERE t.community_id = c.community_id AND t.role <> 'banned'"))
        UNION ALL
        SELECT t.user_id, 's', 0.4
        FROM (SELECT s.skill FROM user_skills s WHERE s.user_id = b.id ORDER BY s.level DESC, s.skill LIMIT 8) s
        \(neighbours(10, "FROM user_skills t WHERE t.skill = s.skill AND \(isOpenSection("'skills'"))"))
        UNION ALL
        SELECT t.user_id, 'd', 1
        FROM (
            SELECT d.profile_type, subject(d.fields) AS subject FROM profile_details d
            WHERE d.user_id = b.id AND subject(d.fields) IS NOT NULL
            ORDER BY d.profile_type LIMIT 2
        ) s
        \(neighbours(10, """
            FROM profile_details t
            WHERE subject(t.fields) = s.subject AND t.profile_type = s.profile_type AND \(isOpenSection("'details'"))
            """))
        """
    }

    /// Whom not to suggest to the person in `batch b`: who is known already, blocked, asked, declined lately or put aside.
    static var noSuggestions: SQL {
        """
        SELECT b.id
        UNION ALL SELECT a.other_id FROM acquaintances a WHERE a.user_id = b.id
        UNION ALL SELECT x.other_id FROM blocks x WHERE x.user_id = b.id
        UNION ALL SELECT d.other_id FROM dismissed_suggestions d WHERE d.user_id = b.id
        UNION ALL SELECT h.other_id FROM hidden_people h WHERE h.user_id = b.id AND h.until > now()
        UNION ALL SELECT k.asked_id FROM connections k WHERE k.asker_id = b.id
            AND (k.state = 'pending' OR k.state IN ('declined', 'ended')
                AND coalesce(k.ended_at, k.answered_at) > now() - interval '30 days')
        UNION ALL SELECT k.asker_id FROM connections k WHERE k.asked_id = b.id
            AND (k.state = 'pending' OR k.state IN ('declined', 'ended')
                AND coalesce(k.ended_at, k.answered_at) > now() - interval '30 days')
        """
    }

    /// Up to `count` rows on either side of one's own place in a list that an index holds by who is in it. Of a large
    /// course or community these are the people who came to Quad at about the same time; of a small one it is everybody.
    ///
    /// - Parameter rows: `FROM … WHERE …` of `t`, which has `user_id`.
    private static func neighbours(_ count: Int, _ rows: SQL) -> SQL {
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
    private static func isOpenSection(_ section: SQL) -> SQL {
        """
        coalesce(
            (SELECT z.visibility FROM profile_sections z WHERE z.user_id = t.user_id AND z.section = \(section)),
            'university') NOT IN ('connections', 'only_me')
        """
    }
}
