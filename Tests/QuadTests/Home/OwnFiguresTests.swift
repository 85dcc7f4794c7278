import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("One’s own figures")
struct OwnFiguresTests {
    private func figures(of user: UUID, in campus: TestCampus) throws -> OwnFigures? {
        try campus.database.fetch(.ownFigures(of: Member.ID(rawValue: user)))
    }

    /// Puts what was written now into a month before it.
    private func age(_ campus: TestCampus) throws {
        try campus.run("UPDATE posts SET published_at = published_at - interval '40 days'")
        try campus.run("UPDATE comments SET created_at = created_at - interval '40 days'")
    }

    @Test("they count what was written this month, and whom it helped once each")
    func counts() throws {
        try withCampus { campus in
            let me = try campus.insertUser("Leila Farahani")
            let (one, other) = (try campus.insertUser(), try campus.insertUser())
            let place = try campus.insertCommunity()
            try campus.insertPost("Of another month", in: place, by: me, number: 9, age: 0)
            try age(campus)
            try campus.insertPost("Mine", in: place, by: me, number: 1, age: 0)
            try campus.insertPost("A draft", in: place, by: me, number: 2, state: "draft", age: 0)
            let asked = try campus.insertPost("Asked", in: place, by: one, number: 3, age: 0)
            let again = try campus.insertPost("Asked again", in: place, by: one, number: 4, age: 0)
            let quiet = try campus.insertPost("Quiet", in: place, by: other, number: 5, age: 0)
            try campus.insertComment(on: asked, by: me, number: 1)
            try campus.run(
                """
                UPDATE posts SET answer_number = 1, answered_at = now(), answer_chosen_by = \(one) WHERE id = \(asked)
                """)
            try campus.insertComment(on: again, by: me, number: 1, score: 3)
            try campus.insertComment(on: quiet, by: me, number: 1)
            try campus.insertComment(on: quiet, by: me, number: 2, score: -2)
            try campus.insertComment(on: quiet, by: me, number: 3, score: 5, state: "removed")
            _ = try campus.signIn(me)
            #expect(try campus.database.fetch(.countOwnFigures(limit: 10)) == 1)
            let found = try #require(try figures(of: me, in: campus))
            #expect([found.posts, found.comments, found.acceptedAnswers, found.peopleHelped] == [1, 4, 1, 1])
            let month = CivilTime(
                secondsSince1970: Int(Date.now.timeIntervalSince1970)
                    + campus.application.zones.offsets(of: "America/Los_Angeles").offset(
                        at: Int(Date.now.timeIntervalSince1970))
            ).month
            #expect(found.month == month)
        }
    }

    @Test("an answer counts in the month it was chosen in, and one’s own question helps nobody")
    func answers() throws {
        try withCampus { campus in
            let (me, one) = (try campus.insertUser(), try campus.insertUser())
            let place = try campus.insertCommunity()
            let asked = try campus.insertPost("Asked", in: place, by: one, number: 1, age: 0)
            let own = try campus.insertPost("My own", in: place, by: me, number: 2, age: 0)
            for post in [asked, own] { try campus.insertComment(on: post, by: me, number: 1, score: 2) }
            try age(campus)
            try campus.run("UPDATE posts SET answer_number = 1, answered_at = now(), answer_chosen_by = author_id")
            _ = try campus.signIn(me)
            _ = try campus.database.fetch(.countOwnFigures(limit: 10))
            let found = try #require(try figures(of: me, in: campus))
            #expect([found.posts, found.comments, found.acceptedAnswers, found.peopleHelped] == [0, 0, 1, 1])
        }
    }

    @Test("the background counts for who was here lately, and not again within half an hour")
    func round() throws {
        try withCampus { campus in
            let (here, away) = (try campus.insertUser(), try campus.insertUser())
            for user in [here, away] { _ = try campus.signIn(user) }
            try campus.run("UPDATE sessions SET seen_at = now() - interval '3 days' WHERE user_id = \(away)")
            try campus.perform(OwnFiguresRound())
            #expect(try figures(of: here, in: campus) != nil && figures(of: away, in: campus) == nil)
            #expect(try campus.database.fetch(.countOwnFigures(limit: 10)) == 0)
            try campus.run("UPDATE own_figures SET counted_at = now() - interval '31 minutes'")
            #expect(try campus.database.fetch(.countOwnFigures(limit: 10)) == 1)
        }
    }

    @Test("they stand on one’s own home page and nowhere else")
    func page() throws {
        try withCampus { campus in
            let me = try campus.insertUser("Leila Farahani", username: "leila")
            let (browser, other) = (try campus.signIn(me), try campus.signIn(campus.insertUser(role: "moderator")))
            let place = try campus.insertCommunity()
            for reader in [browser, other] { try campus.add(reader.member.id.rawValue, to: place) }
            #expect(!campus.get("/home", as: browser).text.contains("Only you see these"))
            try campus.run(
                """
                INSERT INTO own_figures (user_id, month, posts, comments, accepted_answers, people_helped)
                VALUES (\(me), '2026-10-01', 4, 1423, 3, 11)
                """)
            let page = campus.get("/home", as: browser).text
            #expect(page.contains("Your October") && page.contains("<dd>1,423</dd>"))
            #expect(page.contains("Only you see these."))
            for path in ["/home", "/u/leila"] { #expect(!campus.get(path, as: other).text.contains("1,423")) }
            for number in 1...40 { try campus.insertPost("Post", in: place, by: me, number: number) }
            let first = campus.get("/home", as: browser).text
            let next = try #require(first.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#)).1
            let older = campus.get(String(next), as: browser).text
            #expect(first.contains("Your October") && first.contains("Your first steps"))
            #expect(older.contains("Hello Leila") && !older.contains("Your October"))
            #expect(!older.contains("Your first steps"), "the day belongs to the first page")
            try campus.run("UPDATE own_figures SET posts = 0, comments = 0, accepted_answers = 0, people_helped = 0")
            #expect(!campus.get("/home", as: browser).text.contains("Only you see these"))
        }
    }
}
