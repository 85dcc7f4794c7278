import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Previewing while writing")
struct LivePreviewTests {
    private func ask(_ body: String, _ kind: String = "post") -> [(name: String, value: String)] {
        [("body", body), ("kind", kind)]
    }

    /// Texts of every kind, hostile ones among them.
    static let texts = [
        "It loses **half**, see #trees and @bo.li.\r\n\r\n- one\r\n- two", "# Heading\n\n`code` ~~gone~~ algorithms#1",
        "<script>alert(1)</script> <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) ![y](https://elsewhere.example/y.png)",
        "\u{202E}backwards\u{202C} and \u{200B}nothing", "مرحبا **بكم**\n\n> اقتباس",
        "&lt;b&gt; <b onclick=\"x()\">bold</b>",
    ]

    @Test("shows exactly what is stored", arguments: texts)
    func exact(text: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let preview = campus.post("/preview", ask(text), as: writer.browser)
            #expect(preview.status == .ok && preview["Content-Type"] == "text/html; charset=utf-8")
            _ = campus.post("/c/algorithms/posts", newPost(body: text), as: writer.browser)
            #expect(try campus.text("SELECT body_html FROM posts") == preview.text)

            let post = try campus.insertPost("Shown", in: community, by: writer.id, number: 2)
            _ = campus.post(writingPath("posts", post, "comments"), newComment(text), as: writer.browser)
            let comment = campus.post("/preview", ask(text, "comment"), as: writer.browser)
            #expect(try campus.text("SELECT body_html FROM comments") == comment.text)
            for markup in ["<script", "<img", "<b ", "href=\"javascript", "\u{202E}"] {
                #expect(!preview.text.contains(markup) && !comment.text.contains(markup))
            }
        }
    }

    @Test("answers what cannot be stored with one sentence")
    func refused() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: try campus.insertCommunity())
            let cases: [(fields: [(name: String, value: String)], words: String)] = [
                (ask(" \n"), "nothing here to read"),
                (ask(String(repeating: "a", count: 50_001)), "50000 is the limit"),
                (ask(String(repeating: "a", count: 10_001), "comment"), "10000 is the limit"),
                (ask("a\0b"), "NUL"), (ask("a", "biography"), "missing"), (ask("a", ""), "missing"),
                ([], "missing"), ([(name: "kind", value: "post")], "missing"),
            ]
            for (fields, words) in cases {
                let answer = campus.post("/preview", fields, as: writer.browser)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words))
                #expect(answer["Content-Type"] == "text/plain; charset=utf-8" && !answer.text.contains("<"))
            }
        }
    }

    @Test("keeps newcomers to their links, and nobody else")
    func newcomers() throws {
        try withCampus {
            $0.limits.newcomerLinks = 2
        } _: { campus in
            let community = try campus.insertCommunity()
            let newcomer = try campus.insertWriter(in: community, joined: Date())
            let settled = try campus.insertWriter(in: community)
            let links = ask("https://a.example https://b.example https://c.example")
            let answer = campus.post("/preview", links, as: newcomer.browser)
            #expect(answer.status == .unprocessableContent && answer.text.contains("on your first day"))
            #expect(campus.post("/preview", links, as: settled.browser).status == .ok)
        }
    }

    @Test("is for those who may write, and keeps nothing")
    func audience() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            #expect(campus.post("/preview", ask("Words")).status == .forbidden)
            let silenced = try campus.insertWriter(in: community, state: "silenced")
            #expect(campus.post("/preview", ask("Words"), as: silenced.browser).status == .forbidden)
            let outsider = try campus.insertWriter(in: community, role: nil)
            let answer = campus.post("/preview", ask("Words"), as: outsider.browser)
            #expect(answer.status == .ok && answer["Cache-Control"]?.contains("no-store") == true)
            #expect(try campus.number("SELECT count(*) FROM posts") == 0)
        }
    }

    @Test("has a limit of its own")
    func limit() throws {
        try withCampus {
            $0.limits.previewsPerMinute = 3
            $0.limits.postsPerMinute = 1
        } _: { campus in
            let writer = try campus.insertWriter(in: try campus.insertCommunity())
            let statuses = (0..<4).map { campus.post("/preview", ask("Words \($0)"), as: writer.browser).status }
            #expect(statuses == [.ok, .ok, .ok, .tooManyRequests])
            let answer = campus.post("/preview", ask("Words"), as: writer.browser)
            #expect(answer["Retry-After"] != nil)
            #expect(campus.post("/c/algorithms/posts", newPost(), as: writer.browser).status == .seeOther)
        }
    }
}
