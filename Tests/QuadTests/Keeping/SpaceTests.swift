import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The spaces of a community")
struct SpaceTests {
    private static let path = "/c/algorithms/settings/spaces"

    private func space(_ name: String, id: UUID = UUIDv7.generate(), more: [(name: String, value: String)] = [])
        -> [(name: String, value: String)]
    {
        [("id", id.uuidString.lowercased()), ("name", name), ("description", "For it."), ("posting", "members")] + more
    }

    private func names(_ campus: TestCampus) throws -> String {
        try campus.text("SELECT string_agg(name, ',' ORDER BY position, slug) FROM spaces")
    }

    @Test("a space is added behind the others, once however often it is sent")
    func adding() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let browser = try campus.keeper(.moderator, of: community).browser
            let form = space("Show and tell", more: [("reviewed", "yes")])
            for _ in 0..<2 { #expect(campus.post(Self.path, form, as: browser)["Location"] == Self.path) }
            #expect(try names(campus) == "Questions,Show and tell")
            #expect(try campus.number("SELECT count(*) FROM spaces WHERE slug = 'show-and-tell' AND is_reviewed") == 1)
            _ = campus.post(Self.path, space("Show & tell"), as: browser)
            _ = campus.post(Self.path, space("Show, and tell"), as: browser)
            _ = campus.post(Self.path, space("پرسش"), as: browser)
            #expect(
                try campus.text("SELECT string_agg(slug, ',' ORDER BY position, slug) FROM spaces")
                    == "questions,show-and-tell,show-tell,show-and-tell-2,space")
        }
    }

    @Test("there are twenty at most, also when many come at once")
    func most() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let browser = try campus.keeper(.owner, of: community).browser
            for number in 1..<18 { _ = campus.post(Self.path, space("Space \(number)"), as: browser) }
            let answers = campus.postAtOnce((0..<4).map { (Self.path, space("Late \($0)"), browser) })
            #expect(answers.sorted() == [303, 303, 422, 422])
            #expect(try campus.number("SELECT count(*) FROM spaces") == 20)
        }
    }

    @Test("a space moves up and down, and one click moves it once")
    func order() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let browser = try campus.keeper(.owner, of: community).browser
            for name in ["Alpha", "Beta"] { _ = campus.post(Self.path, space(name), as: browser) }
            #expect(try names(campus) == "Questions,Alpha,Beta")
            for _ in 0..<2 {
                _ = campus.post("\(Self.path)/beta/moves", [("place", "3"), ("step", "up")], as: browser)
            }
            #expect(try names(campus) == "Questions,Beta,Alpha")
            _ = campus.post("\(Self.path)/questions/moves", [("place", "1"), ("step", "down")], as: browser)
            #expect(try names(campus) == "Beta,Questions,Alpha")
            _ = campus.post("\(Self.path)/beta/moves", [("place", "1"), ("step", "up")], as: browser)
            _ = campus.post("\(Self.path)/alpha/moves", [("place", "3"), ("step", "down")], as: browser)
            #expect(try names(campus) == "Beta,Questions,Alpha")
        }
    }

    @Test("a space is renamed and keeps its address")
    func renaming() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let browser = try campus.keeper(.owner, of: community).browser
            let form = [
                (name: "name", value: "Ask"), ("description", ""), ("posting", "moderators"), ("reviewed", "yes"),
            ]
            #expect(campus.post("\(Self.path)/questions", form, as: browser).status == .seeOther)
            #expect(
                try campus.text("SELECT name || slug || posting || is_reviewed FROM spaces")
                    == "Askquestionsmoderatorstrue")
            let answer = campus.post(
                "\(Self.path)/questions", [("name", String(repeating: "x", count: 41))], as: browser)
            #expect(answer.status == .unprocessableContent && answer.text.contains("40 is the most"))
            #expect(campus.post("\(Self.path)/nowhere", form, as: browser).status == .notFound)
        }
    }

    @Test("an empty space goes, a full one only with its posts into another, and the last one stays")
    func removal() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            let browser = owner.browser
            #expect(campus.get("\(Self.path)/questions/removal", as: browser).text.contains("the only space"))
            #expect(campus.post("\(Self.path)/questions/removal", as: browser).status == .conflict)
            for name in ["Alpha", "Beta"] { _ = campus.post(Self.path, space(name), as: browser) }
            #expect(campus.post("\(Self.path)/beta/removal", as: browser)["Location"] == Self.path)
            _ = campus.post("/c/algorithms/posts", newPost("Shown", space: "questions"), as: browser)
            try campus.insertPost("Waits", in: community, by: owner.id, number: 2, state: "in_review")
            try campus.run("UPDATE communities SET post_count = 1, last_post_number = 2")
            #expect(campus.get("\(Self.path)/questions/removal", as: browser).text.contains("Where its posts go"))
            #expect(campus.post("\(Self.path)/questions/removal", as: browser).status == .conflict)
            #expect(
                campus.post("\(Self.path)/questions/removal", [("into", "questions")], as: browser).status == .conflict)
            #expect(campus.post("\(Self.path)/questions/removal", [("into", "alpha")], as: browser).status == .seeOther)
            #expect(try names(campus) == "Alpha")
            #expect(try campus.wrongCounters() == 0)
            #expect(campus.get("/c/algorithms/s/alpha").text.contains("Shown"))
            #expect(campus.get("/c/algorithms/1/shown").status == .ok)
        }
    }
}
