import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Synchronization
import Testing

@testable import Quad

@Suite("Writing a post")
struct PostWritingTests {
    @Test("publishes it at an address of its own, counted, and visitors see it at once")
    func publishing() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            #expect(campus.get("/c/algorithms/new?space=questions", as: writer.browser).status == .ok)
            for path in ["/c/algorithms", "/"] { #expect(!campus.get(path).text.contains("Deleting a node")) }
            let answer = campus.post(
                "/c/algorithms/posts", newPost(tags: "#trees", id: UUIDv7.generate()), as: writer.browser)
            #expect(answer.status == .seeOther)
            #expect(answer["Location"] == "/c/algorithms/1/deleting-a-node")
            #expect(answer["Set-Cookie"]?.contains("posted") == true)
            let page = campus.get("/c/algorithms/1/deleting-a-node")
            #expect(page.text.contains("<p dir=\"auto\">It loses <strong>half</strong>.</p>"))
            for path in ["/c/algorithms", "/", "/tags/trees"] {
                #expect(campus.get(path).text.contains("Deleting a node"))
            }
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("shows a preview that is byte for byte what is published, and writes nothing")
    func preview() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let body =
                "# A *heading*\r\n\r\n<script>alert(1)</script> &\r\n\r\n@bo.li #trees http://quad.test/c/x\r\n\r\n- one"
            let id = UUIDv7.generate()
            let preview = campus.post(
                "/c/algorithms/posts", newPost("A & B", body: body, act: "preview", id: id), as: writer.browser)
            #expect(preview.status == .ok)
            #expect(try campus.number("SELECT count(*) FROM posts") == 0)
            #expect(preview.text.contains(id.uuidString.lowercased()))
            #expect(preview.text.contains(#"value="A &amp; B""#))
            _ = campus.post("/c/algorithms/posts", newPost("A & B", body: body, id: id), as: writer.browser)
            let html = try campus.text("SELECT body_html FROM posts")
            #expect(preview.text.contains("<div class=\"post-body words\" dir=\"auto\">\(html)</div>"))
            #expect(try campus.text("SELECT array_to_string(tags, ' ') FROM posts") == "trees")
        }
    }

    @Test("twice with one form makes one, and leads to the same address")
    func twice() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let form = newPost()
            let answers = (0..<3).map { _ in campus.post("/c/algorithms/posts", form, as: writer.browser) }
            #expect(Set(answers.map { $0["Location"] }).count == 1)
            #expect(answers.allSatisfy { $0.status == .seeOther })
            #expect(try campus.number("SELECT count(*) FROM posts") == 1)
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("under somebody else’s identity is refused with the words, and says nothing of theirs")
    func foreignIdentity() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let hidden = try campus.insertCommunity("secret", visibility: "private")
            let other = try campus.insertPost("Canary", in: hidden, by: campus.insertUser())
            let writer = try campus.insertWriter(in: community)
            let answer = campus.post("/c/algorithms/posts", newPost(id: other), as: writer.browser)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("It loses **half**."))
            #expect(!answer.text.contains("Canary") && !answer.text.contains("secret"))
            #expect(!answer.text.contains(other.uuidString.lowercased()))
            #expect(try campus.number("SELECT count(*) FROM posts") == 1)
        }
    }

    @Test("gives back what was typed with everything that is wrong")
    func faults() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let form = newPost("", body: " \n ", tags: "c++", space: "nowhere", kind: "article")
            let answer = campus.post("/c/algorithms/posts", form, as: writer.browser)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Four things to mend"))
            for id in ["title-error", "body-error", "tags-error"] {
                #expect(answer.text.contains("id=\"\(id)\""))
            }
            #expect(answer.text.contains("value=\"article\" checked"))
            let long = String(repeating: "ü", count: 50_001)
            let tooLong = campus.post("/c/algorithms/posts", newPost(body: long), as: writer.browser)
            #expect(tooLong.status == .unprocessableContent)
            #expect(tooLong.text.contains("50001") && tooLong.text.contains(long))
            #expect(try campus.number("SELECT count(*) FROM posts") == 0)
        }
    }

    @Test("of every dangerous kind is answered in words", arguments: ["\u{0}", "a\u{202E}b", "%00"])
    func hostileFields(text: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            for field in ["id", "space", "kind", "title", "body", "tags", "act"] {
                let form = newPost().map { $0.name == field ? ($0.name, text) : $0 }
                let status = campus.post("/c/algorithms/posts", form, as: writer.browser).status
                #expect([.ok, .seeOther, .conflict, .unprocessableContent].contains(status), "\(field): \(status)")
            }
        }
    }

    @Test("waits for a moderator where posts are reviewed, and counts for nothing until then")
    func review() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            try campus.run("UPDATE spaces SET is_reviewed = true")
            let answer = campus.post("/c/algorithms/posts", newPost(), as: writer.browser)
            #expect(answer["Location"] == "/c/algorithms")
            #expect(answer["Set-Cookie"]?.contains("waits-for-review") == true)
            #expect(try campus.text("SELECT state FROM posts") == "in_review")
            #expect(try campus.wrongCounters() == 0)
            #expect(campus.get("/c/algorithms/1/deleting-a-node").status == .notFound)
        }
    }

    @Test("gives every post of a busy community a number of its own, without holes, and counts exactly")
    func numbering() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writers = try (0..<8).map { try campus.insertWriter("Writer \($0)", in: community) }
            let accepted = Mutex(0)
            inParallel(writers.count) { [application = campus.application] thread in
                // Every second thread writes with the first one’s account: its counter is shared too.
                let browser = writers[thread % 2 == 0 ? 0 : thread].browser
                let count = application.acceptedForms(
                    (0..<25).map { ("/c/algorithms/posts", newPost("Post \(thread) \($0)", tags: "trees"), browser) })
                accepted.withLock { $0 += count }
            }
            #expect(accepted.withLock { $0 } == 200)
            #expect(try campus.number("SELECT count(DISTINCT number) FROM posts") == 200)
            #expect(try campus.number("SELECT max(number) FROM posts") == 200)
            #expect(try campus.number("SELECT post_count FROM communities") == 200)
            #expect(try campus.number("SELECT count(*) FROM post_tags") == 200)
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("keeps the words when the session has ended")
    func expired() throws {
        try withCampus { campus in
            _ = try campus.insertCommunity()
            let answer = campus.post("/c/algorithms/posts", newPost("Kept", body: "Every word."))
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("Sign in to go on"))
            #expect(answer.text.contains("name=\"kept.body\" value=\"Every word.\""))
        }
    }

    @Test("a post that comes while the queue is full is shown again with its words, and no secret")
    func fullQueue() throws {
        try withCampus { campus in
            let fields =
                newPost("Typed on a ferry", body: "Words <b>worth</b> keeping") + [
                    ("password", "hunter2hunter2")
                ]
            let request = Request(
                .post, "/c/algorithms/posts", headers: [("Sec-Fetch-Site", "same-origin")],
                body: .form(FormFields(fields)))
            let page = try #require(campus.application.refuse(Refusal(.queueFull), of: request)).text
            #expect(page.contains("value=\"Typed on a ferry\""))
            #expect(page.contains("Words &lt;b&gt;worth&lt;/b&gt; keeping"))
            #expect(page.contains("action=\"/c/algorithms/posts\"") && !page.contains("hunter2"))
        }
    }
}
