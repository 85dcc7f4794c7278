import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Looking at posts before they are published")
struct ReviewTests {
    private static let queue = "/c/algorithms/review"

    /// A reviewed space with a post that waits.
    private func withWaiting(
        _ body: (TestCampus, TestCommunity, _ moderator: TestWriter, _ author: TestWriter, _ post: UUID) throws -> Void
    ) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            try campus.run("UPDATE spaces SET is_reviewed = true")
            let (moderator, author) = (
                try campus.keeper(.moderator, of: community), try campus.keeper(.member, of: community)
            )
            let post = UUIDv7.generate()
            let form = newPost("Deleting a node", tags: "trees", id: post)
            #expect(campus.post("/c/algorithms/posts", form, as: author.browser).status == .seeOther)
            try body(campus, community, moderator, author, post)
        }
    }

    private func path(_ post: UUID, _ answer: String) -> String {
        "\(Self.queue)/\(post.uuidString.lowercased())/\(answer)"
    }

    @Test("what is approved is published now, counted and listed, once")
    func approving() throws {
        try withWaiting { campus, _, moderator, _, post in
            try campus.run("UPDATE posts SET published_at = now() - interval '3 days'")
            #expect(campus.get("/c/algorithms").text.contains("Deleting a node") == false)
            let page = campus.get(Self.queue, as: moderator.browser).text
            #expect(page.contains("Deleting a node") && page.contains("<strong>half</strong>"))
            for flash in ["post-approved", "post-reviewed-before"] {
                let answer = campus.post(path(post, "approval"), as: moderator.browser)
                #expect(answer["Location"] == Self.queue && answer["Set-Cookie"]?.hasPrefix("flash=\(flash);") == true)
            }
            #expect(try campus.wrongCounters() == 0)
            #expect(
                try campus.number("SELECT count(*) FROM posts WHERE published_at > now() - interval '1 minute'") == 1)
            #expect(campus.get("/c/algorithms").text.contains("Deleting a node"))
            #expect(campus.get("/tags/trees").text.contains("Deleting a node"))
            #expect(campus.get("/c/algorithms/1/deleting-a-node").status == .ok)
            #expect(campus.get(Self.queue, as: moderator.browser).text.contains("Nothing waits"))
        }
    }

    @Test("what is declined is gone, and its address says why")
    func declining() throws {
        try withWaiting { campus, _, moderator, author, post in
            let empty = campus.post(path(post, "refusal"), [("reason", "  ")], as: moderator.browser)
            #expect(empty.status == .unprocessableContent && empty.text.contains("Give it a reason"))
            let long = String(repeating: "r", count: 301)
            let tooLong = campus.post(path(post, "refusal"), [("reason", long)], as: moderator.browser)
            #expect(tooLong.status == .unprocessableContent && tooLong.text.contains(long))
            let form = [(name: "reason", value: "It was asked before")]
            #expect(campus.post(path(post, "refusal"), form, as: moderator.browser).status == .seeOther)
            let page = campus.get("/c/algorithms/1", as: author.browser)
            #expect(page.status == .gone && page.text.contains("It was asked before"))
            #expect(!page.text.contains("Deleting a node"))
            #expect(try campus.wrongCounters() == 0)
            #expect(campus.post(path(post, "approval"), as: moderator.browser).status == .seeOther)
            let state = try campus.text("SELECT state FROM posts")
            #expect(state == "removed")
        }
    }

    @Test("of two moderators who decide at once one does")
    func race() throws {
        try withWaiting { campus, community, moderator, _, post in
            let owner = try campus.keeper(.owner, of: community)
            let answers = campus.postAtOnce([
                (path(post, "approval"), [], moderator.browser), (path(post, "approval"), [], owner.browser),
                (path(post, "refusal"), [("reason", "No")], owner.browser),
            ])
            #expect(answers == [303, 303, 303])
            #expect(try campus.wrongCounters() == 0)
        }
    }

    @Test("a post of another community is not decided about from here")
    func elsewhere() throws {
        try withWaiting { campus, _, _, _, post in
            let other = try campus.insertCommunity("other")
            let moderator = try campus.keeper(.moderator, of: other)
            let path = "/c/other/review/\(post.uuidString.lowercased())/approval"
            #expect(campus.post(path, as: moderator.browser).status == .notFound)
            #expect(campus.post(self.path(post, "approval"), as: moderator.browser).status == .forbidden)
            #expect(try campus.text("SELECT state FROM posts") == "in_review")
        }
    }

    @Test("the queue pages from the oldest, and those in charge see how much waits")
    func paging() throws {
        try withWaiting { campus, community, moderator, author, _ in
            for number in 2...12 {
                try campus.insertPost(
                    "Post \(number)", in: community, by: author.id, number: number, state: "in_review")
            }
            let first = campus.get(Self.queue, as: moderator.browser).text
            #expect(first.contains("Post 10") && !first.contains("Post 11"))
            let second = campus.get("\(Self.queue)?after=10", as: moderator.browser).text
            #expect(second.contains("Post 11") && second.contains("Post 12") && !second.contains("Post 10"))
            #expect(
                campus.get("/c/algorithms", as: moderator.browser).text.contains(#"12<span class="sr-only"> waiting"#))
            #expect(!campus.get("/c/algorithms", as: author.browser).text.contains("waiting"))
            #expect(campus.get("\(Self.queue)?after=x", as: moderator.browser).status == .notFound)
        }
    }
}
