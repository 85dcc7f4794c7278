import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Editing and its history")
struct EditingTests {
    private func edit(
        _ title: String, _ body: String, tags: String = "", from revision: Int, act: String = "save"
    ) -> [(name: String, value: String)] {
        [("title", title), ("body", body), ("tags", tags), ("revision", String(revision)), ("act", act)]
    }

    @Test("a post keeps every version, moves to its new title, and visitors see it at once")
    func post() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Old title", in: community, by: writer.id, body: "One two.", tags: ["old"])
            for path in ["/c/algorithms/1/old-title", "/tags/old"] { _ = campus.get(path) }
            let form = campus.get(writingPath("posts", post, "edit"), as: writer.browser)
            #expect(form.text.contains("value=\"#old\"") && form.text.contains(">\nOne two.</textarea>"))
            let save = writingPath("posts", post, "revisions")
            let answer = campus.post(save, edit("New title", "One three.", tags: "new", from: 1), as: writer.browser)
            #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/new-title")
            #expect(campus.get("/c/algorithms/1/old-title")["Location"] == "/c/algorithms/1/new-title")
            #expect(campus.get("/c/algorithms/1/new-title").text.contains("<p dir=\"auto\">One three.</p>"))
            #expect(campus.get("/tags/old").status == .notFound)
            #expect(campus.get("/tags/new").text.contains("New title"))
            let history = campus.get(writingPath("posts", post, "history")).text
            #expect(history.contains("<del><span class=\"sr-only\">removed: </span>two</del>"))
            #expect(history.contains("<ins><span class=\"sr-only\">added: </span>three</ins>"))
            #expect(history.contains("<del><span class=\"sr-only\">removed: </span>Old</del>"))
            #expect(history.contains("Version 2, as it is now") && history.contains("First version"))
            #expect(try campus.text("SELECT body_source FROM post_revisions WHERE revision = 1") == "One two.")
        }
    }

    @Test("two tabs: the later one is shown both texts, and saves what it merges")
    func twoTabs() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Title", in: community, by: writer.id, body: "First.")
            let save = writingPath("posts", post, "revisions")
            _ = campus.post(save, edit("Title", "Mine in tab one.", from: 1), as: writer.browser)
            let late = campus.post(save, edit("Title", "Mine in tab two.", from: 1), as: writer.browser)
            #expect(late.status == .conflict)
            #expect(late.text.contains("Mine in tab one.") && late.text.contains(">\nMine in tab two.</textarea>"))
            #expect(late.text.contains("name=\"revision\" value=\"2\""))
            #expect(try campus.text("SELECT body_source FROM posts") == "Mine in tab one.")
            let merged = campus.post(save, edit("Title", "Both.", from: 2), as: writer.browser)
            #expect(merged.status == .seeOther)
            #expect(try campus.number("SELECT revision FROM posts") == 3)
            #expect(try campus.number("SELECT count(*) FROM post_revisions") == 2)
        }
    }

    @Test("an edit that changes nothing, or is sent twice, makes no version")
    func unchanged() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Title", in: community, by: writer.id, body: "Words.")
            let save = writingPath("posts", post, "revisions")
            #expect(campus.post(save, edit("Title", "Words.", from: 1), as: writer.browser).status == .seeOther)
            #expect(try campus.number("SELECT revision FROM posts") == 1)
            for _ in 0..<2 {
                #expect(campus.post(save, edit("Title", "Other.", from: 1), as: writer.browser).status == .seeOther)
            }
            #expect(try campus.number("SELECT revision FROM posts") == 2)
            let preview = campus.post(save, edit("Title", "Third.", from: 2, act: "preview"), as: writer.browser)
            #expect(preview.status == .ok && preview.text.contains("<p dir=\"auto\">Third.</p>"))
            #expect(try campus.number("SELECT revision FROM posts") == 2)
        }
    }

    @Test("a comment keeps every version too, and tells two tabs of each other")
    func comment() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Shown", in: community, by: writer.id)
            let comment = try campus.insertComment("One two.", on: post, by: writer.id, number: 1)
            let save = writingPath("comments", comment, "revisions")
            #expect(campus.get(writingPath("comments", comment, "edit"), as: writer.browser).status == .ok)
            let fields = [("body", "One three."), ("revision", "1"), ("act", "save")]
            for _ in 0..<2 {
                let answer = campus.post(save, fields, as: writer.browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/shown#c1")
            }
            #expect(campus.get("/c/algorithms/1/shown").text.contains("<p dir=\"auto\">One three.</p>"))
            let late = campus.post(
                save, [("body", "Late."), ("revision", "1"), ("act", "save")], as: writer.browser)
            #expect(
                late.status == .conflict && late.text.contains("One three.")
                    && late.text.contains(">\nLate.</textarea>"))
            let history = campus.get(writingPath("comments", comment, "history")).text
            #expect(history.contains("removed: </span>two</del>"))
            #expect(try campus.number("SELECT count(*) FROM comment_revisions") == 1)
        }
    }

    @Test("nobody else edits, not a moderator either")
    func others() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let author = try campus.insertUser()
            let post = try campus.insertPost("Title", in: community, by: author)
            let comment = try campus.insertComment(on: post, by: author, number: 1)
            let moderator = try campus.insertWriter(in: community, role: "owner", siteRole: "admin")
            let form = edit("Mine now", "Mine.", from: 1)
            for path in [writingPath("posts", post, "revisions"), writingPath("comments", comment, "revisions")] {
                #expect(campus.post(path, form, as: moderator.browser).status == .forbidden)
            }
            for path in [writingPath("posts", post, "removal"), writingPath("comments", comment, "removal")] {
                #expect(campus.get(path, as: moderator.browser).status == .forbidden)
                #expect(campus.post(path, as: moderator.browser).status == .forbidden)
            }
            #expect(try campus.number("SELECT count(*) FROM posts WHERE title = 'Title' AND state = 'published'") == 1)
        }
    }

    @Test("a long history goes on page after page")
    func pages() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Title", in: community, by: writer.id, body: "v1")
            for revision in 1...12 {
                _ = campus.post(
                    writingPath("posts", post, "revisions"), edit("Title", "v\(revision + 1)", from: revision),
                    as: writer.browser)
            }
            let history = writingPath("posts", post, "history")
            let first = campus.get(history).text
            #expect(first.contains("Version 13, as it is now") && !first.contains("Version 3<"))
            #expect(first.contains(history + "?after=9"))
            #expect(campus.get(history + "?after=9").text.contains(history + "?after=4"))
            let second = campus.get(history + "?after=4").text
            #expect(second.contains("Version 3<") && second.contains("First version"))
            #expect(campus.get(history + "?after=01").status == .notFound)
        }
    }

    @Test("what is hidden or gone has no history", arguments: ["private", "removed"])
    func hidden(what: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: what == "private" ? "private" : "public")
            let author = try campus.insertUser()
            let post = try campus.insertPost("Canary", in: community, by: author, body: "Canary")
            let comment = try campus.insertComment("Canary", on: post, by: author, number: 1)
            if what == "removed" { try campus.run("UPDATE posts SET state = 'removed'") }
            for path in [writingPath("posts", post, "history"), writingPath("comments", comment, "history")] {
                let page = campus.get(path)
                #expect(page.status == (what == "private" ? .notFound : .gone))
                #expect(!page.text.contains("Canary"))
            }
        }
    }
}
