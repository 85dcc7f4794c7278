import FoundationEssentials
import HTML
import Markdown
import Postgres
import TestSupport
import Testing

@testable import Demonstration

@Suite("The small demonstration")
struct DemonstrationTests {
    /// One fill serves all checks of this suite: it is only read.
    @Test("is complete, exact, varied and in order")
    func smallCampus() throws {
        try FilledCampus.with { connection in
            try checkCounts(connection)
            try checkCounters(connection)
            try checkOrder(connection)
            try checkVariety(connection)
            try checkLife(connection)
            try checkHTML(connection)
            try checkPeople(connection)
        }
    }

    private func checkCounts(_ connection: Connection) throws {
        #expect(try connection.number("SELECT count(*) FROM users WHERE profile_type = 'student'") >= 600)
        #expect(try connection.number("SELECT count(*) FROM users") == 670)
        #expect(try connection.number("SELECT count(*) FROM universities") == 3)
        #expect(try connection.number("SELECT count(*) FROM courses") == 60)
        #expect(try connection.number("SELECT count(*) FROM communities") == 25)
        #expect(try connection.number("SELECT count(*) FROM communities WHERE visibility = 'public'") == 20)
        #expect(try connection.number("SELECT count(*) FROM communities WHERE visibility = 'university'") == 3)
        #expect(try connection.number("SELECT count(*) FROM posts") == 1500)
        #expect(try connection.number("SELECT count(*) FROM comments") == 9000)
        let votes = try connection.number(
            "SELECT (SELECT count(*) FROM post_votes) + (SELECT count(*) FROM comment_votes)")
        #expect((15_000...26_000).contains(votes), "\(votes) votes")
        #expect(try connection.number("SELECT count(*) FROM site WHERE is_demonstration") == 1)
    }

    /// Every stored counter against what it counts.
    private func checkCounters(_ connection: Connection) throws {
        let wrong: [(String, SQL)] = [
            (
                "members",
                """
                SELECT count(*) FROM communities c WHERE member_count <>
                (SELECT count(*) FROM memberships m WHERE m.community_id = c.id AND m.role <> 'banned')
                """
            ),
            (
                "posts of communities",
                """
                SELECT count(*) FROM communities c WHERE (post_count, last_post_number) <>
                (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                    FROM posts p WHERE p.community_id = c.id)
                """
            ),
            (
                "last activity of communities",
                """
                SELECT count(*) FROM communities c WHERE last_activity_at <>
                (SELECT max(p.last_activity_at) FROM posts p WHERE p.community_id = c.id AND state = 'published')
                """
            ),
            (
                "posts of spaces",
                """
                SELECT count(*) FROM spaces s WHERE post_count <>
                (SELECT count(*) FROM posts p WHERE p.space_id = s.id AND state = 'published')
                """
            ),
            (
                "posts of people",
                """
                SELECT count(*) FROM users u WHERE post_count <>
                (SELECT count(*) FROM posts p WHERE p.author_id = u.id AND state = 'published')
                """
            ),
            (
                "comments of people",
                """
                SELECT count(*) FROM users u WHERE comment_count <>
                (SELECT count(*) FROM comments k WHERE k.author_id = u.id AND state = 'published')
                """
            ),
            (
                "comments of posts",
                """
                SELECT count(*) FROM posts p WHERE (comment_count, last_comment_number) <>
                (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                    FROM comments k WHERE k.post_id = p.id)
                """
            ),
            (
                "last activity of posts",
                """
                SELECT count(*) FROM posts p WHERE last_activity_at <>
                coalesce((SELECT max(created_at) FROM comments k WHERE k.post_id = p.id AND state = 'published'),
                    published_at)
                """
            ),
            (
                "scores of posts",
                """
                SELECT count(*) FROM posts p WHERE score <>
                (SELECT coalesce(sum(value), 0) FROM post_votes v WHERE v.post_id = p.id)
                """
            ),
            (
                "scores of comments",
                """
                SELECT count(*) FROM comments k WHERE score <>
                (SELECT coalesce(sum(value), 0) FROM comment_votes v
                    WHERE v.post_id = k.post_id AND v.comment_number = k.number)
                """
            ),
            (
                "answers",
                """
                SELECT count(*) FROM posts p LEFT JOIN comments k ON k.post_id = p.id AND k.number = p.answer_number
                WHERE answer_number IS NOT NULL AND (k.state IS DISTINCT FROM 'published'
                    OR k.created_at <> p.answered_at OR p.answer_chosen_by IS NULL OR k.author_id = p.author_id)
                """
            ),
        ]
        for (name, sql) in wrong { #expect(try connection.number(sql) == 0, "wrong: \(name)") }
    }

    private func checkOrder(_ connection: Connection) throws {
        let wrong: [(String, SQL)] = [
            (
                "a gap in the numbers of comments",
                """
                SELECT count(*) FROM (SELECT number, row_number() OVER (PARTITION BY post_id ORDER BY created_at, id)
                    AS place FROM comments) k WHERE number <> place
                """
            ),
            (
                "a post out of order",
                """
                SELECT count(*) FROM (SELECT published_at, lag(published_at)
                    OVER (PARTITION BY community_id ORDER BY number) AS before FROM posts) p WHERE published_at < before
                """
            ),
            (
                "a comment before its post",
                "SELECT count(*) FROM comments k JOIN posts p ON p.id = k.post_id WHERE k.created_at <= p.published_at"
            ),
            (
                "a reply before its parent",
                """
                SELECT count(*) FROM comments k JOIN comments o ON o.post_id = k.post_id AND o.number = k.parent_number
                WHERE k.created_at <= o.created_at
                """
            ),
            (
                "something after now",
                """
                SELECT count(*) FROM (SELECT created_at AS moment FROM comments UNION ALL SELECT edited_at FROM comments
                    UNION ALL SELECT published_at FROM posts UNION ALL SELECT edited_at FROM posts
                    UNION ALL SELECT created_at FROM post_votes UNION ALL SELECT created_at FROM comment_votes
                    UNION ALL SELECT created_at FROM users UNION ALL SELECT joined_at FROM memberships) m
                WHERE moment > \(FilledCampus.now)
                """
            ),
            (
                "an author who was no member yet",
                """
                SELECT count(*) FROM posts p LEFT JOIN memberships m
                    ON m.community_id = p.community_id AND m.user_id = p.author_id
                WHERE m.joined_at IS NULL OR m.joined_at > p.published_at
                """
            ),
            (
                "an announcement by somebody who may not",
                """
                SELECT count(*) FROM posts p JOIN spaces s ON s.id = p.space_id JOIN memberships m
                    ON m.community_id = p.community_id AND m.user_id = p.author_id
                WHERE s.posting = 'moderators' AND m.role NOT IN ('owner', 'moderator')
                """
            ),
            (
                "an identifier that does not tell its time",
                """
                SELECT count(*) FROM posts WHERE floor(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint
                    / 1000.0) <> extract(epoch FROM published_at)
                """
            ),
            (
                "a community without an owner",
                """
                SELECT 25 - count(*) FROM memberships WHERE role = 'owner'
                """
            ),
        ]
        for (name, sql) in wrong { #expect(try connection.number(sql) == 0, "found: \(name)") }
    }

    private func checkVariety(_ connection: Connection) throws {
        let titles = try connection.number("SELECT count(DISTINCT title) FROM posts")
        #expect(titles >= 1275, "only \(titles) different titles among 1,500")
        let bodies = try connection.number("SELECT count(DISTINCT body_source) FROM posts")
        #expect(bodies >= 1275, "only \(bodies) different bodies among 1,500")
        let alike = try connection.number(
            """
            SELECT count(*) FROM (SELECT title, body_source, lag(title) OVER w AS before, lag(body_source) OVER w AS other
                FROM posts WINDOW w AS (PARTITION BY community_id ORDER BY number)) p
            WHERE title = before OR body_source = other
            """)
        #expect(alike == 0)
        let kinds = try connection.words(
            "SELECT kind || ' ' || round(100.0 * count(*) / 1500)::text FROM posts GROUP BY kind ORDER BY kind")
        print("kinds", kinds, "titles", titles, "bodies", bodies)
        #expect(try connection.number("SELECT max(length(title)) FROM posts") <= 200)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE length(title) > 110") > 3)
        let programs = try connection.number(
            """
            SELECT count(*) FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b
            WHERE body_html LIKE '%<pre%'
            """)
        #expect(programs > 40)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_html LIKE '%<blockquote%'") > 30)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_html LIKE '%<h_ %'") > 30)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE body_html LIKE '%href=\"/u/%'") > 30)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE body_source ~ '‹|›'") == 0)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE body_source ~ '‹|›'") == 0)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE title ~ '‹|›|^ | $|  '") == 0)
    }

    private func checkLife(_ connection: Connection) throws {
        let since = FilledCampus.now.addingTimeInterval(-86_400)
        let asked = try connection.number(
            """
            SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE kind = 'question' AND p.state = 'published' AND published_at > \(since) AND visibility = 'public'
            """)
        #expect(asked >= 25, "\(asked) questions in the last day")
        #expect(
            try connection.number(
                "SELECT count(*) FROM posts WHERE published_at > \(FilledCampus.now.addingTimeInterval(-900))") > 0)
        let share = try connection.number(
            """
            SELECT 100 * count(*) FILTER (WHERE answer_number IS NOT NULL) / count(*) FROM posts
            WHERE kind = 'question' AND state = 'published' AND published_at < \(since)
            """)
        #expect((64...76).contains(share), "\(share) % of older questions answered")
        #expect(try connection.number("SELECT max(last_comment_number) FROM posts") == 180)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE last_comment_number >= 100") >= 2)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE score < -4") >= 2)
        #expect(
            try connection.number("SELECT count(*) FROM posts WHERE state = 'removed' AND removal_reason ~ '^Rule'") > 3
        )
        #expect(try connection.number("SELECT count(*) FROM comments WHERE state = 'removed'") > 30)
        let pinned = try connection.number(
            """
            SELECT count(*) FROM (SELECT community_id FROM posts WHERE is_pinned AND state = 'published'
                GROUP BY community_id HAVING count(*) BETWEEN 1 AND 2) p
            """)
        #expect(pinned >= 20, "\(pinned) communities with one or two pinned posts")
        let depth = try connection.number(
            """
            WITH RECURSIVE threads AS (
                SELECT post_id, number, 0 AS depth FROM comments WHERE parent_number IS NULL
                UNION ALL
                SELECT k.post_id, k.number, t.depth + 1 FROM comments k JOIN threads t
                    ON t.post_id = k.post_id AND t.number = k.parent_number)
            SELECT max(depth) FROM threads
            """)
        #expect(depth >= 12)
    }

    private func checkHTML(_ connection: Connection) throws {
        let renderer = MarkdownRenderer(siteOrigin: "https://quad.example")
        let posts = try connection.fetch(
            Query.all(
                "SELECT body_source, body_html FROM posts ORDER BY md5(id::text) LIMIT 500",
                as: { (source: String, html: String) in (source, html) }))
        for (source, html) in posts {
            let rendered = try renderer.render(source, as: .post)
            #expect(String(decoding: rendered.html.bytes, as: UTF8.self) == html)
        }
        let comments = try connection.fetch(
            Query.all(
                "SELECT body_source, body_html FROM comments ORDER BY md5(id::text) LIMIT 500",
                as: { (source: String, html: String) in (source, html) }))
        for (source, html) in comments {
            let rendered = try renderer.render(source, as: .comment)
            #expect(String(decoding: rendered.html.bytes, as: UTF8.self) == html)
        }
        try checkReferences(connection)
    }

    /// Every mention is somebody, every `community#12` a post before.
    private func checkReferences(_ connection: Connection) throws {
        let lost = try connection.number(
            """
            WITH links AS (
                SELECT (regexp_matches(body_html, 'href="/u/([^"]+)"', 'g'))[1] AS name
                FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b)
            SELECT count(*) FROM links WHERE name NOT IN (SELECT username FROM users)
            """)
        #expect(lost == 0)
        let missing = try connection.number(
            """
            WITH links AS (
                SELECT regexp_matches(body_html, 'href="/c/([a-z-]+)/([0-9]+)"', 'g') AS parts
                FROM (SELECT body_html FROM posts UNION ALL SELECT body_html FROM comments) b)
            SELECT count(*) FROM links LEFT JOIN communities c ON c.slug = parts[1]
            LEFT JOIN posts p ON p.community_id = c.id AND p.number = parts[2]::int
            WHERE p.state IS DISTINCT FROM 'published'
            """)
        #expect(missing == 0)
    }

    private func checkPeople(_ connection: Connection) throws {
        #expect(
            try connection.words(
                "SELECT username || ' ' || role FROM users WHERE email LIKE '%@demo.quad.test' ORDER BY email")
                == ["ines.albrecht admin", "tomasz.wojcik moderator", "leila.farahani member"])
        let visible = try connection.number(
            "SELECT 100 * count(*) FILTER (WHERE visibility = 'public') / count(*) FROM users")
        #expect((28...42).contains(visible))
        #expect(try connection.number("SELECT count(*) FROM users WHERE is_held") > 3)
        #expect(try connection.number("SELECT count(*) FROM users WHERE bio_html <> ''") > 200)
    }
}

@Suite("Filling a demonstration")
struct DemonstrationFillTests {
    @Test("gives the same rows for one seed, alone or side by side, and others for another")
    func deterministic() throws {
        let alone = try FilledCampus.with { try checksums($0) }
        let together = try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            try Demonstration(size: .small, now: FilledCampus.now, siteOrigin: "https://quad.example")
                .fill(connection, opening: { Connection(configuration) }) { _ in }
            return try checksums(connection)
        }
        #expect(alone == together)
        let other = try FilledCampus.with(seed: 7) { try checksums($0) }
        #expect(alone["posts"] != other["posts"])
        #expect(alone["users"] != other["users"])
    }

    @Test("leaves the schema as it was, and refuses a database that holds people")
    func afterwards() throws {
        let before = try TestDatabase.withDatabase(migrated: true) { try schema(of: Connection($0)) }
        try FilledCampus.with { connection in
            #expect(try schema(of: connection) == before)
            #expect(throws: DemonstrationError.alreadyInhabited) { try FilledCampus.fill(connection) }
            try connection.script("UPDATE site SET is_demonstration = false")
            #expect(throws: DemonstrationError.notADemonstration) { try Demonstration.startOver(connection) }
            #expect(try connection.number("SELECT count(*) FROM users") == 670)
        }
    }

    @Test("starts over after it was cut short, with indexes put back")
    func startOver() throws {
        let complete = try TestDatabase.withDatabase(migrated: true) { try schema(of: Connection($0)) }
        try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            try connection.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no room''; END';
                CREATE TRIGGER refuse BEFORE INSERT ON comments FOR EACH ROW EXECUTE FUNCTION refuse()
                """)
            #expect(throws: PostgresError.self) { try FilledCampus.fill(connection) }
            #expect(throws: DemonstrationError.cutShort) { try FilledCampus.fill(connection) }
            try connection.script("DROP FUNCTION refuse CASCADE")
            try Demonstration.startOver(connection)
            #expect(try schema(of: connection) == complete)
            try FilledCampus.fill(connection)
            #expect(try connection.number("SELECT count(*) FROM posts") == 1500)
        }
    }

    private func checksums(_ connection: Connection) throws -> [String: String] {
        var sums: [String: String] = [:]
        for table in FilledCampus.tables {
            let sum = try connection.words(Self.checksum(of: table))
            sums[table] = sum.first
        }
        return sums
    }

    private static func checksum(of table: String) -> SQL {
        switch table {
        case "universities": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM universities t"
        case "university_domains": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM university_domains t"
        case "site": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM site t"
        case "courses": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM courses t"
        case "users": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM users t"
        case "communities": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM communities t"
        case "memberships": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM memberships t"
        case "spaces": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM spaces t"
        case "posts": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM posts t"
        case "comments": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM comments t"
        case "post_votes": "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM post_votes t"
        default: "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM comment_votes t"
        }
    }

    private func schema(of connection: Connection) throws -> [String] {
        try connection.words(
            """
            SELECT * FROM (
                SELECT pg_get_indexdef(indexrelid) AS part FROM pg_index
                WHERE indrelid::regclass::text IN ('posts', 'comments', 'post_votes', 'comment_votes')
                UNION ALL
                SELECT conname || ' ' || pg_get_constraintdef(oid) || convalidated::text FROM pg_constraint
                WHERE conrelid::regclass::text IN ('posts', 'comments', 'post_votes', 'comment_votes')
                UNION ALL
                SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            ) parts ORDER BY part LIMIT 500
            """)
    }
}
