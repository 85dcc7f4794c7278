import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Moderating posts and comments")
struct ModerationTests {
    @Test("a post is pinned, locked and moved, and back, by moderators alone")
    func arranging() throws {
        try withModerated { campus, scene in
            let other = UUIDv7.generate()
            try campus.run(
                "INSERT INTO spaces (id, community_id, slug, name) VALUES (\(other), \(scene.community.id), 'show', 'Show')"
            )
            try campus.run("UPDATE spaces SET post_count = 1 WHERE slug = 'questions'")
            let page = campus.get(scene.path("moderation"), as: scene.moderator)
            #expect(page.status == .ok && page.text.contains("Pin it") && page.text.contains("Remove the post"))
            let acts: [(act: String, fields: [(name: String, value: String)], sql: SQL)] = [
                ("pinning", [], "SELECT count(*) FROM posts WHERE is_pinned"),
                ("locking", [], "SELECT count(*) FROM posts WHERE is_locked"),
            ]
            for act in acts {
                for _ in 0..<2 {
                    let answer = campus.post(scene.path(act.act), act.fields, as: scene.moderator)
                    #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/shown")
                    #expect(try campus.number(act.sql) == 1)
                }
                #expect(campus.post(scene.path(act.act), as: scene.member).status == .forbidden)
                #expect(campus.post(scene.path(act.act + "/end"), as: scene.member).status == .forbidden)
                #expect(try campus.number(act.sql) == 1)
                #expect(campus.post(scene.path(act.act + "/end"), as: scene.site).status == .seeOther)
                #expect(try campus.number(act.sql) == 0)
            }
            let move = [(name: "space", value: "show")]
            #expect(campus.post(scene.path("moves"), move, as: scene.member).status == .forbidden)
            for _ in 0..<2 { #expect(campus.post(scene.path("moves"), move, as: scene.moderator).status == .seeOther) }
            #expect(try campus.number("SELECT post_count FROM spaces WHERE slug = 'show'") == 1)
            #expect(try campus.wrongPlaces() == 0)
            let nowhere = campus.post(scene.path("moves"), [("space", "elsewhere")], as: scene.moderator)
            #expect(nowhere.status == .unprocessableContent)
            #expect(campus.get("/c/algorithms/s/show").text.contains("Shown"))
        }
    }

    @Test("five posts are pinned at most, also when many are pinned at once")
    func pinned() throws {
        try withModerated { campus, scene in
            let ids = try (2...9).map { number in
                try campus.insertPost("Post \(number)", in: scene.community, by: scene.author.id, number: number)
            }
            let statuses = campus.postAtOnce(
                ids.map { (writingPath("posts", $0, "pinning"), [], scene.moderator) })
            #expect(statuses.count { $0 == 303 } == 5 && statuses.count { $0 == 409 } == 3)
            #expect(try campus.number("SELECT count(*) FROM posts WHERE is_pinned") == 5)
        }
    }

    @Test("a removed post answers 410 with its reason, shows its words to moderators, and comes back whole")
    func post() throws {
        try withModerated { campus, scene in
            try campus.settle()
            try campus.run(
                "UPDATE posts SET answer_number = 1, answered_at = now(), answer_chosen_by = \(scene.author.id)")
            let (takedown, tag) = (scene.path("takedown"), "/tags/trees")
            #expect(campus.get(tag).text.contains("Shown"))
            #expect(campus.post(takedown, [("rule", "1")], as: scene.member).status == .forbidden)
            let empty = campus.post(takedown, [("rule", "own"), ("reason", " \u{202E} ")], as: scene.moderator)
            #expect(empty.status == .unprocessableContent && empty.text.contains("invisible characters"))
            #expect(campus.post(takedown, as: scene.moderator).text.contains("Choose a rule, or say"))
            for _ in 0..<2 {
                let answer = campus.post(takedown, [("rule", "2")], as: scene.moderator)
                #expect(answer.status == .seeOther && answer["Location"] == scene.path("moderation"))
            }
            for viewer in [scene.member, scene.author.browser] {
                let gone = campus.get("/c/algorithms/1/shown", as: viewer)
                #expect(gone.status == .gone && gone.text.contains("Rule 2: Be kind."))
                #expect(!gone.text.contains("wonder"))
                #expect(campus.get(scene.path("moderation"), as: viewer).status == .gone)
                #expect(campus.post(takedown + "/end", as: viewer).status == .gone)
            }
            #expect(campus.get("/c/algorithms/1/shown").status == .gone)
            #expect(campus.get(tag).status == .notFound)
            #expect(try campus.wrongCounters() == 0)
            #expect(
                try campus.number("SELECT count(*) FROM posts WHERE removed_at IS NOT NULL AND removed_by IS NOT NULL")
                    == 1)
            let led = campus.get("/c/algorithms/1/shown", as: scene.moderator)
            #expect(led.status == .seeOther && led["Location"] == scene.path("moderation"))
            let words = campus.get(scene.path("moderation"), as: scene.moderator)
            #expect(words.status == .ok && words.text.contains("wonder") && words.text.contains("Restore it"))
            #expect(words.text.contains("by Mo Reyes"))
            for _ in 0..<2 {
                let answer = campus.post(takedown + "/end", as: scene.site)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/shown")
            }
            #expect(campus.get("/c/algorithms/1/shown").status == .ok)
            #expect(campus.get(tag).text.contains("Shown"))
            #expect(try campus.wrongCounters() == 0)
            #expect(try campus.number("SELECT answer_number FROM posts") == 1)
        }
    }

    @Test("a removed comment leaves a line with the reason, and comes back as the answer it was")
    func comment() throws {
        try withModerated { campus, scene in
            try campus.settle()
            try campus.run(
                "UPDATE posts SET answer_number = 1, answered_at = now(), answer_chosen_by = \(scene.author.id)")
            let comment = try campus.database.fetch(Query<UUID>.value("SELECT id FROM comments"))
            let takedown = writingPath("comments", comment, "takedown")
            let form = [(name: "rule", value: "own"), (name: "reason", value: "Says who lives where.")]
            #expect(campus.post(takedown, form, as: scene.author.browser).status == .forbidden)
            #expect(campus.get(writingPath("comments", comment, "moderation"), as: scene.member).status == .forbidden)
            for _ in 0..<2 { #expect(campus.post(takedown, form, as: scene.moderator).status == .seeOther) }
            let page = campus.get("/c/algorithms/1/shown").text
            #expect(page.contains("A comment was removed: Says who lives where.") && !page.contains("near the leaves"))
            #expect(!page.contains("Look at it"))
            #expect(campus.get("/c/algorithms/1/shown", as: scene.moderator).text.contains("Look at it"))
            #expect(try campus.number("SELECT count(*) FROM posts WHERE answer_number IS NULL") == 1)
            #expect(try campus.wrongCounters() == 0)
            let words = campus.get(writingPath("comments", comment, "moderation"), as: scene.site)
            #expect(words.text.contains("near the leaves") && words.text.contains("Restore it"))
            #expect(campus.post(takedown + "/end", as: scene.member).status == .gone)
            for _ in 0..<2 { #expect(campus.post(takedown + "/end", as: scene.moderator).status == .seeOther) }
            #expect(campus.get("/c/algorithms/1/shown").text.contains("near the leaves"))
            #expect(
                try campus.number(
                    "SELECT count(*) FROM posts WHERE answer_number = 1 AND answer_chosen_by = \(scene.author.id)") == 1
            )
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("what its author withdrew stays withdrawn")
    func withdrawn() throws {
        try withModerated { campus, scene in
            try campus.settle()
            _ = campus.post(scene.path("removal"), as: scene.author.browser)
            #expect(campus.get(scene.path("moderation"), as: scene.moderator).status == .gone)
            #expect(campus.get("/c/algorithms/1/shown", as: scene.moderator)["Location"] == scene.path("moderation"))
            #expect(campus.post(scene.path("takedown/end"), as: scene.moderator).status == .gone)
            #expect(try campus.number("SELECT count(*) FROM posts WHERE state = 'removed' AND is_withdrawn") == 1)
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("a moderator elsewhere is told of a private community what anyone is: nothing")
    func elsewhere() throws {
        try withModerated { campus, scene in
            try campus.settle()
            let elsewhere = try campus.insertCommunity("elsewhere")
            let moderator = try campus.insertWriter("El", in: elsewhere, role: "owner")
            #expect(campus.post(scene.path("pinning"), as: moderator.browser).status == .forbidden)
            try campus.run("UPDATE communities SET visibility = 'private' WHERE slug = 'algorithms'")
            for act in ["pinning", "locking", "moves", "takedown", "takedown/end"] {
                #expect(campus.post(scene.path(act), [("rule", "1")], as: moderator.browser).status == .notFound)
            }
            #expect(campus.get(scene.path("moderation"), as: moderator.browser).status == .notFound)
            #expect(campus.get(scene.path("moderation"), as: scene.site).status == .ok)
            try campus.run("UPDATE communities SET state = 'archived' WHERE slug = 'algorithms'")
            #expect(campus.post(scene.path("pinning"), as: scene.moderator).status == .conflict)
            #expect(campus.post(scene.path("takedown"), [("rule", "1")], as: scene.moderator).status == .seeOther)
        }
    }

    @Test("a post is removed once however many remove it, and its counters stay right")
    func atOnce() throws {
        try withModerated { campus, scene in
            try campus.settle()
            let forms = (0..<12).map { turn in
                (
                    target: scene.path(turn % 2 == 0 ? "takedown" : "takedown/end"),
                    fields: [(name: "rule", value: "1")],
                    as: scene.moderator
                )
            }
            #expect(campus.postAtOnce(forms).allSatisfy { $0 == 303 })
            #expect(try campus.wrongCounters() == 0)
        }
    }
}

private struct Moderated {
    let community: TestCommunity
    let post: UUID
    let author: TestWriter
    let moderator, site, member: TestBrowser

    func path(_ act: String) -> String { writingPath("posts", post, act) }
}

private func withModerated(_ body: (TestCampus, Moderated) throws -> Void) throws {
    try withCampus { campus in
        let community = try campus.insertCommunity()
        try campus.run("UPDATE communities SET rules = \(["Say what you tried.", "Be kind."])")
        let author = try campus.insertWriter("Noor Haddad", in: community)
        let post = try campus.insertPost("Shown", in: community, by: author.id, tags: ["trees"])
        try campus.insertComment(on: post, by: campus.insertUser("Bo Li"), number: 1)
        try body(
            campus,
            Moderated(
                community: community, post: post, author: author,
                moderator: campus.insertWriter("Mo Reyes", in: community, role: "moderator").browser,
                site: campus.insertWriter("Sam", in: community, role: nil, siteRole: "moderator").browser,
                member: campus.insertWriter("Kim", in: community).browser))
    }
}

extension TestCampus {
    fileprivate func wrongPlaces() throws -> Int {
        try number(
            """
            SELECT count(*) FROM spaces s
            WHERE post_count <> (SELECT count(*) FROM posts WHERE space_id = s.id AND state = 'published')
            """)
    }
}
