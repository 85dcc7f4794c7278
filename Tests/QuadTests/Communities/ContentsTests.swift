import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("The contents of an article")
struct ContentsTests {
    private static let body = "# One & two\n\nText.\n\n## Deeper\n\nText.\n\n# `Three`\n\nText."

    @Test("an article with three headings lists them, with links to each")
    func article() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: campus.insertCommunity())
            let id = UUIDv7.generate()
            let form = newPost("How it works", body: Self.body, kind: "article", id: id)
            _ = campus.post("/c/algorithms/posts", form, as: writer.browser)
            let page = campus.get("/c/algorithms/1/how-it-works").text
            #expect(page.contains("<nav class=\"contents\" aria-label=\"Contents\">"))
            #expect(page.contains("<a href=\"#h-one-two\" dir=\"auto\">One &amp; two</a>"))
            #expect(page.contains("<li class=\"level-3\"><a href=\"#h-deeper\""))
            #expect(page.contains("id=\"h-three\""))
            let edit = [
                (name: "revision", value: "1"), (name: "title", value: "How it works"),
                (name: "body", value: "# One\n\n# Two\n\nText."), (name: "tags", value: ""),
                (name: "act", value: "save"),
            ]
            #expect(campus.post(writingPath("posts", id, "revisions"), edit, as: writer.browser).status == .seeOther)
            #expect(!campus.get("/c/algorithms/1/how-it-works").text.contains("aria-label=\"Contents\""))
            #expect(try campus.number("SELECT cardinality(outline) FROM posts") == 2)
        }
    }

    @Test("other kinds have none, whatever their headings")
    func others() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: campus.insertCommunity())
            let id = UUIDv7.generate()
            _ = campus.post(
                "/c/algorithms/posts", newPost("Long", body: Self.body, kind: "discussion", id: id), as: writer.browser)
            #expect(!campus.get("/c/algorithms/1/long").text.contains("aria-label=\"Contents\""))
            let edit = [
                (name: "revision", value: "1"), (name: "title", value: "Longer"), (name: "body", value: Self.body),
                (name: "tags", value: ""), (name: "act", value: "save"),
            ]
            #expect(campus.post(writingPath("posts", id, "revisions"), edit, as: writer.browser).status == .seeOther)
            #expect(try campus.number("SELECT cardinality(outline) FROM posts") == 0)
        }
    }
}
