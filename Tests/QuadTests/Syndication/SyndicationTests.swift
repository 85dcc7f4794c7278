import FoundationEssentials
import HTML
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Atom feeds")
struct SyndicationTests {
    private static let feeds = [
        "/feed.atom", "/c/algorithms/feed.atom", "/c/algorithms/1/feed.atom", "/tags/trees/feed.atom",
        "/u/bo.li/feed.atom",
    ]

    @Test("each names itself, its page and its entries, and is linked from the page it is of", arguments: feeds)
    func wellFormed(path: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo <Li>", username: "bo.li")
            let post = try campus.insertPost(
                "Trees & \"heaps\" <b>", in: campus.insertCommunity(), by: author, body: "See /about and [us](/about).",
                tags: ["trees"])
            try campus.insertComment("Yes, [there](/rules)", on: post, by: author, number: 1)
            let answer = campus.get(path)
            #expect(answer.status == .ok)
            #expect(answer["Content-Type"] == "application/atom+xml; charset=utf-8")
            #expect(answer["ETag"] != nil && answer["X-Robots-Tag"] == "noindex")
            let text = answer.text
            #expect(text.contains("<id>http://quad.test\(path)</id>"))
            #expect(text.contains("rel=\"self\" type=\"application/atom+xml\" href=\"http://quad.test\(path)\""))
            #expect(text.contains("<author><name>Bo &lt;Li&gt;</name>\n<uri>http://quad.test/u/bo.li</uri>\n</author>"))
            #expect(text.contains("href=&quot;http://quad.test/"))
            #expect(text.contains("<entry>\n<id>urn:uuid:"))
            #expect(!text.contains("<b>"))
            let start = try #require(
                text.firstRange(of: "rel=\"alternate\" type=\"text/html\" href=\"http://quad.test")?.upperBound)
            let page = String(text[start...].prefix { $0 != "\"" })
            #expect(campus.get(page).text.contains("type=\"application/atom+xml\""), "\(page)")
            #expect(campus.get(page).text.contains("href=\"\(path)\""), "\(page)")
        }
    }

    @Test("what visitors may not know is in no feed, whoever asks")
    func hidden() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            let held = try campus.insertUser("Canary Name", username: "canary.name", isHeld: true)
            let open = try campus.insertCommunity()
            let post = try campus.insertPost("Shown", in: open, by: author, number: 1, tags: ["trees"])
            for (number, state) in ["draft", "in_review", "removed"].enumerated() {
                try campus.insertPost(
                    "Canary \(state)", in: open, by: author, number: number + 2, state: state, tags: ["trees"])
                if state != "draft" {
                    try campus.insertComment("Canary comment", on: post, by: author, number: number + 1, state: state)
                }
            }
            try campus.insertComment("Words", on: post, by: held, number: 9)
            for visibility in ["private", "university"] {
                let hidden = try campus.insertCommunity("canary-\(visibility)", visibility: visibility)
                try campus.insertPost("Canary", in: hidden, by: author, tags: ["trees"])
                for path in ["/c/canary-\(visibility)/feed.atom", "/c/canary-\(visibility)/1/feed.atom"] {
                    #expect(campus.get(path).status == .notFound)
                    #expect(campus.get(path, as: try campus.signIn(author)).status == .notFound)
                }
            }
            for path in Self.feeds {
                let text = campus.get(path).text
                #expect(!text.lowercased().contains("canary"), "\(path)")
                #expect(text.contains("<entry>"), "\(path)")
                #expect(campus.get(path, as: try campus.signIn(author)).text == text)
            }
            #expect(campus.get("/u/canary.name/feed.atom").status == .notFound)
            #expect(campus.get("/c/algorithms/3/feed.atom").status == .notFound)
            #expect(campus.get("/c/algorithms/4/feed.atom").status == .gone)
            #expect(campus.get("/tags/nothing/feed.atom").status == .notFound)
            #expect(campus.get("/tags/Trees/feed.atom")["Location"] == "/tags/trees/feed.atom")
        }
    }

    @Test("the fifty newest stand in it, the newest first, and too long a post is told in brief")
    func length() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...52 {
                let body = number == 52 ? String(repeating: "word ", count: 9_000) : "Words"
                try campus.insertPost(
                    "Post \(number).", in: community, by: author, number: number, body: body, age: 60 - number)
            }
            for path in ["/feed.atom", "/c/algorithms/feed.atom", "/u/person1/feed.atom"] {
                let entries = campus.get(path).text.split(separator: "<entry>").dropFirst()
                #expect(entries.count == 50)
                #expect(entries.first?.contains("Post 52.") == true && entries.last?.contains("Post 3.") == true)
                #expect(
                    entries.first?.contains("<summary>word") == true && entries.first?.contains("<content") == false)
            }
        }
    }

    @Test("links of the site become whole, others and the words stay as they are")
    func addresses() {
        let html = SafeHTML(
            rendered: Array(
                #"<a href="/x">a href="/y"</a><a href="//other/">b</a><a href="https://c/">c</a><img src="/f/1" alt=" src=">"#
                    .utf8) + Array(##"<a href="#h-a">d</a>"##.utf8))
        #expect(
            String(decoding: html.withAddresses(of: "https://q", page: "/c/a/1/b"), as: UTF8.self)
                == #"<a href="https://q/x">a href="/y"</a><a href="//other/">b</a><a href="https://c/">c</a>"#
                + ##"<img src="https://q/f/1" alt=" src="><a href="https://q/c/a/1/b#h-a">d</a>"##)
    }

    @Test("what XML has no place for is replaced")
    func characters() throws {
        try withCampus { campus in
            let post = try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser())
            try campus.run("UPDATE posts SET title = \("a\u{1}b\u{FFFE}c\u{FFFF}d\u{FFBF}e") WHERE id = \(post)")
            #expect(campus.get("/feed.atom").text.contains("<title>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFBF}e</title>"))
        }
    }
}
