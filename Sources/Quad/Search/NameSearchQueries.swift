import FoundationEssentials
import Postgres

/// A community whose name or description fits.
struct FoundCommunity: Sendable {
    let name: String
    let slug: String
    let description: String
    let memberCount: Int
    let postCount: Int
    let role: CommunityRole?
    let fit: Double

    var cursor: SearchCursor { SearchCursor(fit: fit, key: slug) }
}

/// Someone whose name, skill or description fits and whose profile the viewer may open.
struct FoundPerson: Sendable {
    let name: String
    let username: String
    let headline: String
    let universityName: String
    let photoID: Attachment.ID?
    /// The skill they were found by.
    let skill: String?
    let fit: Double

    var cursor: SearchCursor { SearchCursor(fit: fit, key: username) }
}

/// A tag of public posts.
struct FoundTag: Sendable {
    let name: String
    /// Counted up to `mostCounted`.
    let postCount: Int
    let fit: Double

    static let mostCounted = 1_000
    /// Begins no tag.
    static let noBeginning = "~"

    var cursor: SearchCursor { SearchCursor(fit: fit, key: name) }
}

extension SQL {
    /// `typed` as a pattern that begins with it: its own signs stand for themselves.
    static func beginning(_ typed: String) -> SQL {
        let plain = typed.reduce(into: "") { pattern, character in
            if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
            pattern.append(character)
        }
        return "search_name(\(plain)) || '%'"
    }

    private static func goesOn(after cursor: SearchCursor?) -> SQL {
        guard let cursor else { return "" }
        return "WHERE (f.fit < \(cursor.fit) OR f.fit = \(cursor.fit) AND f.key > \(cursor.key))"
    }

    /// A page of `found`, best first, then from A to Z.
    fileprivate static func page(of found: SQL, columns: SQL, after cursor: SearchCursor?, limit: Int) -> SQL {
        """
        SELECT \(columns) FROM (\(found)) f \(goesOn(after: cursor))
        ORDER BY f.fit DESC, f.key
        LIMIT \(limit)
        """
    }
}

extension Query where Output == [FoundCommunity] {
    /// Communities a viewer may read whose name is like what was typed, or whose description has it.
    ///
    /// - Complexity: reads all communities, of which a campus has hundreds.
    static func communities(named typed: String, after cursor: SearchCursor?, limit: Int, for viewer: Viewer) -> Self {
        .all(
            SQL.page(
                of: """
                    SELECT c.slug AS key, c.name, c.description, c.member_count, c.post_count, \(SQL.role(of: viewer)) AS role,
                        greatest(word_similarity(search_name(\(typed)), search_name(c.name || ' ' || c.slug)),
                            CASE WHEN strpos(search_name(c.description), search_name(\(typed))) > 0 THEN 0.6 ELSE 0 END
                        )::double precision AS fit
                    FROM communities c
                    WHERE \(SQL.readable(by: viewer))
                        AND (search_name(\(typed)) <% search_name(c.name || ' ' || c.slug)
                            OR strpos(search_name(c.description), search_name(\(typed))) > 0)
                    """, columns: "f.name, f.key, f.description, f.member_count, f.post_count, f.role, f.fit",
                after: cursor, limit: limit), as: FoundCommunity.init)
    }
}

extension Query where Output == [FoundPerson] {
    /// People whose name is like what was typed, then those with a skill, then those who say it of themselves. Who may
    /// not open a profile does not find it, nor by what it doesn't show them.
    static func people(named typed: String, after cursor: SearchCursor?, limit: Int, for viewer: Viewer) -> Self {
        let columns: SQL = "u.username AS key, u.name, u.headline, n.name AS university, u.photo_id"
        let onlooker = Onlooker(viewer)
        return .all(
            SQL.page(
                of: """
                    SELECT DISTINCT ON (p.key) p.key, p.name, p.headline, p.university, p.photo_id, p.skill, p.fit
                    FROM (
                        (SELECT \(columns), NULL AS skill,
                            word_similarity(search_name(\(typed)), u.search_name)::double precision AS fit
                        FROM users u JOIN universities n ON n.id = u.university_id
                        WHERE u.search_name %> search_name(\(typed)) AND \(SQL.openProfile(for: viewer))
                        LIMIT 2000)
                        UNION ALL
                        (SELECT \(columns), s.name, 0.5
                        FROM skills s
                        JOIN user_skills k ON k.skill = s.slug
                        JOIN users u ON u.id = k.user_id
                        JOIN universities n ON n.id = u.university_id
                        WHERE search_name(translate(s.name, '-/.&', '    ')) LIKE \(SQL.beginning(typed)) AND length(\(typed)) >= 2
                            AND \(SQL.openProfile(for: viewer)) AND \(SQL.shows(.skills, to: onlooker))
                        LIMIT 500)
                        UNION ALL
                        (SELECT \(columns), NULL, 0.4
                        FROM profile_details d
                        JOIN users u ON u.id = d.user_id
                        JOIN universities n ON n.id = u.university_id
                        WHERE d.search_text LIKE '%' || \(SQL.beginning(typed)) AND length(\(typed)) >= 3
                            AND \(SQL.openProfile(for: viewer)) AND \(SQL.shows(.details, to: onlooker))
                        LIMIT 500)
                    ) p
                    ORDER BY p.key, p.fit DESC
                    """, columns: "f.name, f.key, f.headline, f.university, f.photo_id, f.skill, f.fit", after: cursor,
                limit: limit), as: FoundPerson.init)
    }
}

extension Query where Output == [FoundTag] {
    /// Tags that begin with what was typed, of posts anyone may read; the one that is it comes first, then those with
    /// the most posts.
    ///
    /// - Parameter slug: as `TagSlug` spells it, or the beginning of one.
    /// - Parameter walk: how many tags are looked at, from A to Z.
    /// - Complexity: one step in the index for each tag looked at, and one for each post counted, 1,000 a tag at most.
    static func tags(from slug: String, among walk: Int, limit: Int) -> Self {
        .all(
            """
            WITH RECURSIVE listed (tag, place) AS (
                (SELECT t.tag, 1 FROM post_tags t WHERE t.tag >= \(slug) AND t.tag < \(slug) || chr(1114111)
                    ORDER BY t.tag LIMIT 1)
                UNION ALL
                SELECT (SELECT t.tag FROM post_tags t WHERE t.tag > l.tag AND t.tag < \(slug) || chr(1114111)
                    ORDER BY t.tag LIMIT 1), l.place + 1
                FROM listed l
                WHERE l.tag IS NOT NULL AND l.place < \(walk)
            ), counted AS (
                SELECT l.tag, (SELECT count(*) FROM (SELECT FROM post_tags t WHERE t.tag = l.tag LIMIT 1000) t) AS posts
                FROM listed l
                WHERE l.tag IS NOT NULL
            )
            SELECT tag, posts, (CASE WHEN tag = \(slug) THEN 2 ELSE 1 END)::double precision
            FROM counted
            ORDER BY tag = \(slug) DESC, posts DESC, tag
            LIMIT \(limit)
            """, as: FoundTag.init)
    }

    /// Tags like what was typed, of posts anyone may read.
    ///
    /// - Complexity: one step in the index for each tag there is, 5,000 at most.
    static func tags(like typed: String, after cursor: SearchCursor?, limit: Int) -> Self {
        .all(
            """
            WITH RECURSIVE listed (tag, place) AS (
                (SELECT t.tag, 1 FROM post_tags t ORDER BY t.tag LIMIT 1)
                UNION ALL
                SELECT (SELECT t.tag FROM post_tags t WHERE t.tag > l.tag ORDER BY t.tag LIMIT 1), l.place + 1
                FROM listed l
                WHERE l.tag IS NOT NULL AND l.place < 5000
            )
            """
                + SQL.page(
                    of: """
                        SELECT l.tag AS key, greatest(similarity(search_name(\(typed)), search_name(l.tag)),
                            CASE WHEN strpos(search_name(l.tag), search_name(\(typed))) > 0 THEN 0.5 ELSE 0 END
                            )::double precision AS fit
                        FROM listed l
                        WHERE l.tag IS NOT NULL AND (similarity(search_name(\(typed)), search_name(l.tag)) >= 0.3
                            OR strpos(search_name(l.tag), search_name(\(typed))) > 0)
                        """,
                    columns: """
                        f.key, (SELECT count(*) FROM (SELECT FROM post_tags t WHERE t.tag = f.key LIMIT 1000) t), f.fit
                        """, after: cursor, limit: limit), as: FoundTag.init)
    }
}
