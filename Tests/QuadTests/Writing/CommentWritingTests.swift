import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Synchronization
import Testing

@testable import Quad

@Suite("Writing a comment")
struct CommentWritingTests {
    @Test("leads to it, and a visitor sees it at once")
    func publishing() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Shown", in: community, by: writer.id, tags: ["trees"])
            for path in ["/c/algorithms/1/shown", "/c/algorithms", "/tags/trees"] { _ = campus.get(path) }
            let form = newComment("Draw it on *paper*.")
            let comments = writingPath("posts", post, "comments")
            let preview = campus.post(
                comments, newComment("Draw it on *paper*.", act: "preview"), as: writer.browser)
            #expect(preview.status == .ok)
            for _ in 0..<2 {
                let answer = campus.post(comments, form, as: writer.browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/shown#c1")
            }
            let html = try campus.text("SELECT body_html FROM comments")
            #expect(campus.get("/c/algorithms/1/shown").text.contains(html))
            #expect(preview.text.contains("<div class=\"words short\" dir=\"auto\">\(html)</div>"))
            #expect(campus.get("/c/algorithms").text.contains("</svg>1<span class=\"sr-only\">"))
            #expect(try campus.number("SELECT count(*) FROM comments") == 1)
            #expect(try campus.number("SELECT comment_count + last_comment_number FROM posts") == 2)
            #expect(try campus.number("SELECT comment_count FROM users") == 1)
        }
    }

    @Test("answers another, quoted above the form")
    func replying() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Shown", in: community, by: writer.id)
            try campus.insertComment("The answered words.", on: post, by: writer.id, number: 1)
            let form = campus.get(writingPath("posts", post, "comments/new?parent=1"), as: writer.browser)
            #expect(form.text.contains("The answered words.") && form.text.contains("name=\"parent\" value=\"1\""))
            let comments = writingPath("posts", post, "comments")
            let answer = campus.post(comments, newComment(parent: 1), as: writer.browser)
            #expect(answer["Location"] == "/c/algorithms/1/shown#c2")
            #expect(try campus.number("SELECT parent_number FROM comments WHERE number = 2") == 1)
            for number in ["0", "9", "99999999999", "-1", "x"] {
                let missing = writingPath("posts", post, "comments/new?parent=\(number)")
                #expect(campus.get(missing, as: writer.browser).status == .notFound)
            }
            try campus.run("UPDATE comments SET state = 'removed' WHERE number = 1")
            let late = campus.post(comments, newComment("Late words.", parent: 1), as: writer.browser)
            #expect(late.status == .conflict)
            #expect(late.text.contains("Late words.") && !late.text.contains("name=\"parent\""))
        }
    }

    @Test("on a long thread leads to the comment’s own page")
    func longThread() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost("Shown", in: community, by: writer.id)
            try campus.run("UPDATE posts SET last_comment_number = 400")
            let answer = campus.post(writingPath("posts", post, "comments"), newComment(), as: writer.browser)
            #expect(answer["Location"] == "/c/algorithms/1/shown?comment=401#c401")
        }
    }

    @Test("gives every comment a number of its own, without holes, and counts exactly")
    func numbering() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writers = try (0..<8).map { try campus.insertWriter("Writer \($0)", in: community) }
            let posts = try (1...2).map { try campus.insertPost(in: community, by: writers[0].id, number: $0) }
            let accepted = Mutex(0)
            inParallel(writers.count) { [application = campus.application] thread in
                let path = writingPath("posts", posts[thread % 2], "comments")
                let count = application.acceptedForms((0..<25).map { (path, newComment(), writers[$0 % 3].browser) })
                accepted.withLock { $0 += count }
            }
            #expect(accepted.withLock { $0 } == 200)
            for post in posts {
                #expect(
                    try campus.number("SELECT count(DISTINCT number) FROM comments WHERE post_id = \(post)") == 100)
                #expect(try campus.number("SELECT max(number) FROM comments WHERE post_id = \(post)") == 100)
                #expect(try campus.number("SELECT comment_count FROM posts WHERE id = \(post)") == 100)
            }
            #expect(try campus.number("SELECT sum(comment_count) FROM users") == 200)
        }
    }

    @Test("keeps the words when the session has ended")
    func expired() throws {
        try withCampus { campus in
            let post = try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser())
            let answer = campus.post(writingPath("posts", post, "comments"), newComment("Every word."))
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("name=\"kept.body\" value=\"Every word.\""))
        }
    }
}
