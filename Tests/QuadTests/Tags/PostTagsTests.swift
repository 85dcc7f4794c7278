import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Which posts stand under a tag")
struct PostTagsTests {
    @Test(
        "every change of a post is followed at once",
        arguments: [
            ("UPDATE posts SET state = 'removed'", [String]()), ("UPDATE posts SET state = 'draft'", []),
            ("UPDATE posts SET tags = '{b,c}'", ["b", "c"]), ("UPDATE posts SET tags = '{}'", []),
            ("UPDATE posts SET tags = '{b,b}'", ["b"]),
            ("UPDATE posts SET published_at = now() - interval '1 y'", ["a", "b"]),
            ("UPDATE posts SET score = 7, title = 'Other'", ["a", "b"]), ("DELETE FROM posts", []),
            ("UPDATE posts SET score = 99; UPDATE posts SET score = 300; UPDATE posts SET score = -7", ["a", "b"]),
            ("UPDATE posts SET kind = 'discussion', score = 3", ["a", "b"]),
            (
                """
                UPDATE communities SET visibility = 'private'; UPDATE posts SET score = 12;
                UPDATE communities SET visibility = 'public'
                """,
                ["a", "b"]
            ),
            ("UPDATE posts SET state = 'removed'; UPDATE posts SET state = 'published'", ["a", "b"]),
            ("UPDATE posts SET state = 'removed', tags = '{c}'; UPDATE posts SET state = 'published'", ["c"]),
            ("UPDATE communities SET visibility = 'private'", []),
            ("UPDATE communities SET visibility = 'private'; UPDATE posts SET tags = '{c}'; DELETE FROM posts", []),
            (
                """
                UPDATE communities SET visibility = 'university'; UPDATE posts SET tags = '{c,c}';
                UPDATE communities SET visibility = 'public'
                """,
                ["c"]
            ),
            (
                "UPDATE posts SET community_id = (SELECT id FROM communities WHERE slug = 'secret')", []
            ),
        ])
    func changes(script: String, tags: [String]) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            _ = try campus.insertCommunity("secret", visibility: "private")
            try campus.insertPost(in: community, by: author, tags: ["a", "b"])
            #expect(try campus.listedTags() == ["a", "b"])
            try campus.database.script(script)
            #expect(try campus.listedTags() == tags)
            #expect(try campus.disagreements() == 0)
        }
    }

    @Test(
        "a post published while its community closes or opens is listed as the community became",
        arguments: [
            ("public", "private"), ("private", "public"),
        ])
    func meanwhile(before: String, after: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(visibility: before), try campus.insertUser())
            let draft = try campus.insertPost(in: community, by: author, state: "draft", tags: ["a"])
            let other = Connection(campus.application.settings.database)
            let publish = "UPDATE posts SET state = 'published' WHERE id = '\(draft)'"
            let change = "UPDATE communities SET visibility = '\(after)'"
            for (first, second) in [(publish, change), (change, publish)] {
                try campus.database.script("BEGIN; \(first)")
                let waiting = TestThread { [url = campus.application.settings.database] in
                    do { try Connection(url).script(second) } catch { Issue.record(error) }
                }
                #expect(try eventually { try other.fetch(Query<Bool>.somebodyWaits) })
                try campus.database.script("COMMIT")
                waiting.join()
                #expect(try campus.listedTags() == (after == "public" ? ["a"] : []))
                #expect(try campus.disagreements() == 0)
                try campus.database.script(
                    "UPDATE posts SET state = 'draft'; UPDATE communities SET visibility = '\(before)'")
            }
        }
    }

    @Test("posts of one tag that come and go at once are counted right")
    func counted() throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let places = try (0..<4).map { try campus.insertCommunity("place\($0)") }
            for place in places {
                for number in 1...3 { try campus.insertPost(in: place, by: author, number: number, tags: ["a", "b"]) }
            }
            let configuration = campus.application.settings.database
            let threads = (0..<4).map { number in
                TestThread {
                    let tags = number.isMultiple(of: 2) ? "{b,c}" : "{c,a}"
                    let change = """
                        UPDATE posts SET tags = '\(tags)'
                        WHERE community_id = (SELECT id FROM communities WHERE slug = 'place\(number)')
                        """
                    do { try Connection(configuration).script(change) } catch { Issue.record(error) }
                }
            }
            for thread in threads { thread.join() }
            #expect(try campus.disagreements() == 0)
        }
    }

    @Test("a post without a place under a tag is refused whole", arguments: ["ARRAY['a', NULL]", "ARRAY['']"])
    func refused(tags: String) throws {
        try withCampus { campus in
            try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser(), tags: ["a"])
            #expect(throws: PostgresError.self) { try campus.database.script("UPDATE posts SET tags = \(tags)") }
            #expect(try campus.listedTags() == ["a"])
        }
    }
}

extension Query where Output == Bool {
    /// Whether a statement on this database waits for another's lock.
    fileprivate static var somebodyWaits: Self {
        .value(
            """
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')
            """)
    }
}

extension TestCampus {
    fileprivate func listedTags() throws -> [String] {
        try database.fetch(Query<[String]>.values("SELECT tag FROM post_tags ORDER BY tag LIMIT 100"))
    }

    /// How many rows of `post_tags` are missing or too many, counted anew from the posts.
    fileprivate func disagreements() throws -> Int {
        try database.fetch(
            Query<Int>.value(
                """
                SELECT (SELECT count(*) FROM tags g WHERE g.post_count <>
                    (SELECT count(*) FROM post_tags t WHERE t.tag = g.slug)) + count(*) FROM (
                    SELECT DISTINCT unnest(p.tags) AS tag, p.published_at, p.id, least(p.score, 100) AS score,
                        p.kind = 'question' AND p.answered_at IS NULL AS is_unanswered
                    FROM posts p JOIN communities c ON c.id = p.community_id
                    WHERE p.state = 'published' AND c.visibility = 'public'
                ) carried FULL JOIN post_tags t
                    ON (t.tag, t.published_at, t.post_id) = (carried.tag, carried.published_at, carried.id)
                WHERE t.tag IS NULL OR carried.tag IS NULL
                    OR (t.score, t.is_unanswered) <> (carried.score, carried.is_unanswered)
                """))
    }
}
