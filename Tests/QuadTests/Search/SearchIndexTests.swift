import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("What search reads")
struct SearchIndexTests {
    @Test(
        "every change of a post is followed at once",
        arguments: [
            ("UPDATE posts SET state = 'removed'", [String]()), ("UPDATE posts SET state = 'draft'", []),
            ("DELETE FROM posts", []),
            ("UPDATE posts SET title = 'Walnuts'", ["walnut", "text", "~ttree"]),
            ("UPDATE posts SET body_source = 'Walnuts'", ["titl", "walnut", "~ttree"]),
            ("UPDATE posts SET tags = '{nuts}'", ["titl", "text", "~tnuts"]),
            ("UPDATE posts SET kind = 'article'", ["titl", "text", "~ttree", "~karticle"]),
            ("UPDATE posts SET state = 'removed'; UPDATE posts SET state = 'published'", ["titl", "text", "~ttree"]),
        ])
    func posts(script: String, words: [String]) throws {
        try withCampus { campus in
            try campus.insertPost(
                "Title", in: campus.insertCommunity(), by: campus.insertUser(), body: "Text", tags: ["tree"])
            try campus.database.script(script)
            let stored = try campus.database.fetch(
                Query<[String]>.values("SELECT unnest(tsvector_to_array(document)) FROM post_search LIMIT 100"))
            #expect(stored.isEmpty == words.isEmpty && Set(words).isSubset(of: stored), "\(stored)")
        }
    }

    @Test("a vote writes nothing here, nor does a comment’s on its post")
    func votes() throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let post = try campus.insertPost(in: campus.insertCommunity(), by: author)
            try campus.insertComment(on: post, by: author, number: 1)
            let before = try campus.text("SELECT string_agg(xmin::text, ' ') FROM post_search")
            try campus.run(
                "UPDATE posts SET score = score + 1, comment_count = comment_count + 1, last_activity_at = now()")
            try campus.run("UPDATE comments SET score = score + 1")
            #expect(try campus.text("SELECT string_agg(xmin::text, ' ') FROM post_search") == before)
        }
    }

    @Test("an edited post keeps its place, and filling at once is the same as one by one")
    func places() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...3 {
                let post = try campus.insertPost(
                    "Post \(number)", in: community, by: author, number: number, tags: ["a", "b"])
                try campus.insertComment("Comment \(number)", on: post, by: author, number: 1)
            }
            try campus.run("UPDATE posts SET title = 'Edited' WHERE number = 1")
            #expect(try campus.number("SELECT place FROM post_search ORDER BY published_at, place LIMIT 1") == 1)
            let all: SQL = """
                SELECT md5(string_agg(post_id::text || community_id || published_at || place || document, '|' ORDER BY post_id))
                    || (SELECT md5(string_agg(comment_id::text || community_id || published_at || place || document, '|'
                        ORDER BY comment_id)) FROM comment_search)
                FROM post_search
                """
            let one = try campus.text(all)
            try campus.database.script(
                """
                CREATE TEMPORARY TABLE places AS SELECT post_id AS id, place FROM post_search
                    UNION ALL SELECT comment_id, place FROM comment_search;
                TRUNCATE post_search, comment_search;
                SELECT list_posts_in_search(), list_comments_in_search();
                UPDATE post_search s SET place = p.place, document = post_document(o, p.place)
                    FROM places p, posts o WHERE p.id = s.post_id AND o.id = s.post_id;
                UPDATE comment_search s SET place = p.place, document = comment_document(k, s.community_id, p.place)
                    FROM places p, comments k WHERE p.id = s.comment_id AND k.id = s.comment_id;
                """)
            #expect(try campus.text(all) == one)
        }
    }

    @Test("a post that moves to another community takes its comments along")
    func moves() throws {
        try withCampus { campus in
            let (one, other) = (
                try campus.insertCommunity(), try campus.insertCommunity("other", visibility: "private")
            )
            let author = try campus.insertUser()
            let post = try campus.insertPost(in: one, by: author)
            try campus.insertComment(on: post, by: author, number: 1)
            try campus.run("UPDATE posts SET community_id = \(other.id) WHERE id = \(post)")
            #expect(
                try campus.number(
                    """
                    SELECT (SELECT count(*) FROM post_search WHERE community_id = \(other.id))
                        + (SELECT count(*) FROM comment_search WHERE community_id = \(other.id))
                    """) == 2)
        }
    }

    @Test("a block’s list is asked for, and what lies behind it too when it holds little")
    func blocks() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Oldest heap", in: community, by: author, number: 1, age: 9_000)
            // As if two million posts had been written since.
            try campus.run("SELECT setval('post_search_place', 2000000)")
            try campus.insertPost("Newest heap", in: community, by: author, number: 2, age: 10)
            let page = campus.get("/search?q=heap").text
            #expect(page.contains("Oldest <mark>heap</mark>") && page.contains("Newest <mark>heap</mark>"))
            #expect(campus.get("/search?q=heap+before:2199-01-01").text.contains("Oldest <mark>heap</mark>"))
        }
    }
}
