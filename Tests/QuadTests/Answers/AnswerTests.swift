import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The answer of a question")
struct AnswerTests {
    @Test("the asker chooses one, changes it and takes it back; twice is harmless")
    func chosen() throws {
        try withQuestion { (campus, question) throws in
            for number in [1, 1, 2] {
                let answer = campus.post(question.acceptance(number), as: question.asker)
                #expect(answer.status == .seeOther)
                #expect(answer["Location"] == "/c/algorithms/1/why-is-a-heap-o-n-to-build#c\(number)")
                #expect(try campus.answer() == number)
            }
            let page = campus.get("/c/algorithms/1/why-is-a-heap-o-n-to-build").text
            #expect(page.contains("chosen by"))
            let own = campus.get("/c/algorithms/1/why-is-a-heap-o-n-to-build", as: question.asker).text
            #expect(own.contains("Mark as answer") && own.contains("Not the answer"))
            // Taking back what is not the answer changes nothing.
            _ = campus.post(question.acceptance(1) + "/end", as: question.asker)
            #expect(try campus.answer() == 2)
            for _ in 0..<2 {
                #expect(campus.post(question.acceptance(2) + "/end", as: question.asker).status == .seeOther)
                #expect(try campus.answer() == 0)
            }
            #expect(!campus.get("/c/algorithms/1/why-is-a-heap-o-n-to-build").text.contains("chosen by"))
        }
    }

    @Test("moderators of the community and of the site choose too, others are refused with a sentence")
    func who() throws {
        try withQuestion { campus, question in
            let moderator = try campus.insertWriter("Mo", in: question.community, role: "moderator")
            let site = try campus.insertWriter("Sam", in: question.community, role: nil, siteRole: "moderator")
            let member = try campus.insertWriter("Kim", in: question.community)
            for browser in [moderator.browser, site.browser] {
                #expect(campus.post(question.acceptance(1), as: browser).status == .seeOther)
                #expect(try campus.answer() == 1)
                #expect(campus.post(question.acceptance(1) + "/end", as: browser).status == .seeOther)
            }
            let refused = campus.post(question.acceptance(1), as: member.browser)
            #expect(refused.status == .forbidden && refused.text.contains("Whoever asked chooses"))
            #expect(try campus.answer() == 0)
            #expect(
                !campus.get("/c/algorithms/1/why-is-a-heap-o-n-to-build", as: member.browser).text.contains(
                    "Mark as answer"))
            try campus.run("UPDATE communities SET visibility = 'private'")
            let outsider = try campus.insertWriter("Out", in: question.community, role: nil)
            #expect(campus.post(question.acceptance(1), as: outsider.browser).status == .notFound)
        }
    }

    @Test("a locked question may still be answered, an archived or closed one not, a discussion never")
    func states() throws {
        try withQuestion { campus, question in
            try campus.run("UPDATE posts SET is_locked = true")
            #expect(campus.post(question.acceptance(1), as: question.asker).status == .seeOther)
            for change in [
                "state = 'archived'",
                "state = 'published', kind = 'discussion', answer_number = NULL, answered_at = NULL",
            ] {
                try campus.database.script("UPDATE posts SET \(change)")
                #expect(campus.post(question.acceptance(2), as: question.asker).status == .conflict)
            }
            try campus.run("UPDATE posts SET kind = 'question'")
            try campus.run("UPDATE communities SET state = 'archived'")
            #expect(campus.post(question.acceptance(2), as: question.asker).status == .conflict)
            try campus.run("UPDATE communities SET state = 'active'")
            try campus.run("UPDATE comments SET state = 'removed' WHERE number = 2")
            #expect(campus.post(question.acceptance(2), as: question.asker).status == .gone)
            try campus.run("UPDATE posts SET state = 'removed'")
            #expect(campus.post(question.acceptance(1), as: question.asker).status == .gone)
            #expect(try campus.answer() == 0)
        }
    }

    @Test("two who choose at once leave one answer")
    func atOnce() throws {
        try withQuestion { campus, question in
            let moderator = try campus.insertWriter("Mo", in: question.community, role: "moderator")
            let statuses = campus.postAtOnce(
                (0..<12).map { turn in
                    (question.acceptance(turn % 2 + 1), [], turn % 3 == 0 ? moderator.browser : question.asker)
                })
            #expect(statuses.allSatisfy { $0 == 303 })
            #expect([1, 2].contains(try campus.answer()))
            #expect(
                try campus.number(
                    """
                    SELECT count(*) FROM posts p JOIN comments k ON k.post_id = p.id AND k.number = p.answer_number
                    WHERE p.answered_at = k.created_at
                    """) == 1)
        }
    }
}

private struct TestQuestion {
    let community: TestCommunity
    let asker: TestBrowser
    let comments: [UUID]

    func acceptance(_ number: Int) -> String { writingPath("comments", comments[number - 1], "acceptance") }
}

private func withQuestion(_ body: (TestCampus, TestQuestion) throws -> Void) throws {
    try withCampus { campus in
        let community = try campus.insertCommunity()
        let asker = try campus.insertWriter("Noor Haddad", in: community)
        let helper = try campus.insertUser("Bo Li")
        let post = try campus.insertPost(in: community, by: asker.id)
        let comments = try (1...2).map { try campus.insertComment(on: post, by: helper, number: $0) }
        try body(campus, TestQuestion(community: community, asker: asker.browser, comments: comments))
    }
}

extension TestCampus {
    /// The number of the only post's answer; 0 when there is none.
    fileprivate func answer() throws -> Int { try number("SELECT coalesce(max(answer_number), 0) FROM posts") }
}
