import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Deleting one’s own words")
struct RemovalTests {
    @Test("a post asks first, then is gone and counted no more; twice is harmless")
    func post() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let id = UUIDv7.generate()
            _ = campus.post("/c/algorithms/posts", newPost(tags: "trees", id: id), as: writer.browser)
            #expect(campus.get("/c/algorithms").text.contains("Deleting a node"))
            let path = writingPath("posts", id, "removal")
            let question = campus.get(path, as: writer.browser)
            #expect(question.text.contains("Delete your post?") && question.text.contains("Keep it"))
            for _ in 0..<2 {
                let answer = campus.post(path, as: writer.browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms")
            }
            let gone = campus.get("/c/algorithms/1/deleting-a-node")
            #expect(gone.status == .gone && gone.text.contains("its author deleted it"))
            #expect(!campus.get("/c/algorithms").text.contains("Deleting a node"))
            #expect(campus.get("/tags/trees").status == .notFound)
            #expect(campus.get(path, as: writer.browser).status == .gone)
            #expect(try campus.wrongCounters() == 0)
            #expect(try campus.number("SELECT count(*) FROM posts WHERE is_withdrawn") == 1)
            // Sent once more, the form of the post brings nothing back.
            _ = campus.post("/c/algorithms/posts", newPost(id: id), as: writer.browser)
            #expect(try campus.number("SELECT count(*) FROM posts WHERE state = 'published'") == 0)
        }
    }

    @Test("a comment leaves a line, its replies, and a question open again")
    func comment() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let asker = try campus.insertUser("Bo Li")
            let post = try campus.insertPost("Shown", in: community, by: asker)
            let (first, second) = (UUIDv7.generate(), UUIDv7.generate())
            let comments = writingPath("posts", post, "comments")
            _ = campus.post(comments, newComment("Answer words.", id: first), as: writer.browser)
            _ = campus.post(comments, newComment("Reply words.", parent: 1, id: second), as: writer.browser)
            try campus.run(
                "UPDATE posts SET answer_number = 1, answered_at = now(), answer_chosen_by = \(asker)")
            let path = writingPath("comments", first, "removal")
            #expect(campus.get(path, as: writer.browser).text.contains("Delete your comment?"))
            _ = campus.get("/c/algorithms/1/shown")
            for _ in 0..<2 {
                let answer = campus.post(path, as: writer.browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms/1/shown#c1")
            }
            let page = campus.get("/c/algorithms/1/shown").text
            #expect(page.contains("A comment was removed: its author deleted it"))
            #expect(!page.contains("Answer words.") && page.contains("Reply words."))
            #expect(
                try campus.number(
                    "SELECT count(*) FROM posts WHERE answer_number IS NULL AND answered_at IS NULL AND comment_count = 1"
                ) == 1)
            #expect(try campus.number("SELECT comment_count FROM users WHERE id = \(writer.id)") == 1)
            #expect(campus.get(path, as: writer.browser).status == .gone)
            #expect(campus.get(writingPath("comments", first, "history")).status == .gone)
        }
    }
}
