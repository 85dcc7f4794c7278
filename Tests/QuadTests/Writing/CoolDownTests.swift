import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Cooling a place down")
struct CoolDownTests {
    private func withCool(
        minutes: Int = 5, _ body: (TestCampus, TestCommunity, _ posts: [UUID], TestWriter) throws -> Void
    ) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            try campus.run("UPDATE communities SET comment_wait = \(minutes)::smallint")
            let author = try campus.insertUser()
            let posts = try (1...2).map { try campus.insertPost("Shown", in: community, by: author, number: $0) }
            try body(campus, community, posts, try campus.keeper(.member, of: community))
        }
    }

    @Test("who has just written waits, is told until when, and loses no word")
    func waiting() throws {
        try withCool { campus, _, posts, writer in
            try campus.settle()
            #expect(campus.get("/c/algorithms/1/shown", as: writer.browser).text.contains("at most every 5 minutes."))
            let path = writingPath("posts", posts[0], "comments")
            let form = newComment("The first")
            #expect(campus.post(path, form, as: writer.browser).status == .seeOther)
            #expect(campus.post(path, form, as: writer.browser).status == .seeOther)
            #expect(campus.get("/c/algorithms/1/shown", as: writer.browser).text.contains("you can write again at"))
            let form2 = campus.get(writingPath("posts", posts[1], "comments/new"), as: writer.browser).text
            #expect(form2.contains("you can write again at"))
            let answer = campus.post(
                writingPath("posts", posts[1], "comments"), newComment("The second, *kept*"), as: writer.browser)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("The second, *kept*") && answer.text.contains("you can write again at"))
            try campus.run("UPDATE comments SET created_at = now() - interval '5 minutes'")
            #expect(campus.post(path, newComment("Later"), as: writer.browser).status == .seeOther)
            #expect(try campus.number("SELECT comment_count FROM users WHERE id = \(writer.id)") == 2)
        }
    }

    @Test("many sent at once are one comment, on whichever posts")
    func race() throws {
        try withCool { campus, _, posts, writer in
            let forms = (0..<6).map {
                (writingPath("posts", posts[$0 % 2], "comments"), newComment("Number \($0)"), writer.browser)
            }
            let answers = campus.postAtOnce(forms)
            #expect(answers.sorted() == [303, 409, 409, 409, 409, 409])
            let written = try campus.number("SELECT count(*) FROM comments")
            #expect(written == 1)
        }
    }

    @Test(
        "moderators do not wait, nor does anyone where no wait is set",
        arguments: [CommunityRole.owner, .moderator, .member])
    func exempt(role: CommunityRole) throws {
        try withCool(minutes: role == .member ? 0 : 60) { campus, community, posts, _ in
            let writer = try campus.keeper(role, of: community)
            for number in 0..<3 {
                let answer = campus.post(
                    writingPath("posts", posts[0], "comments"), newComment("Number \(number)"), as: writer.browser)
                #expect(answer.status == .seeOther)
            }
            #expect(!campus.get("/c/algorithms/1/shown", as: writer.browser).text.contains("you can write again"))
        }
    }

    @Test("what is written elsewhere does not count")
    func elsewhere() throws {
        try withCool { campus, _, posts, writer in
            let other = try campus.insertCommunity("other")
            try campus.add(writer.id, to: other)
            let post = try campus.insertPost("Elsewhere", in: other, by: campus.insertUser())
            #expect(
                campus.post(writingPath("posts", post, "comments"), newComment(), as: writer.browser).status
                    == .seeOther)
            let answer = campus.post(writingPath("posts", posts[0], "comments"), newComment(), as: writer.browser)
            #expect(answer.status == .seeOther)
        }
    }
}
