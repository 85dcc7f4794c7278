import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Making a community")
struct FoundingTests {
    @Test("who makes a community owns it, and it has a space to write in")
    func making() throws {
        try withCampus { campus in
            let owner = try campus.insertUser(username: "bo.li")
            let browser = try campus.signIn(owner)
            #expect(campus.get("/communities/new", as: browser).text.contains("Make the community"))
            let answer = campus.post("/communities", newCommunity(), as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == "/c/night-owls")
            let page = campus.get("/c/night-owls", as: browser).text
            #expect(page.contains("Night Owls") && page.contains("/c/night-owls/s/general"))
            #expect(campus.get("/c/night-owls/about", as: browser).text.contains("No spoilers"))
            #expect(try campus.text("SELECT role FROM memberships WHERE user_id = \(owner)") == "owner")
            #expect(try campus.number("SELECT member_count FROM communities") == 1)
            #expect(campus.get("/communities").text.contains("Night Owls"))
        }
    }

    @Test("a double click makes one community, also when both arrive at once")
    func twice() throws {
        try withCampus {
            $0.limits.communitiesPerDay = 1
        } _: { campus in
            let browser = try campus.signIn(campus.insertUser())
            let form = newCommunity()
            let answers = campus.postAtOnce((0..<4).map { _ in ("/communities", form, browser) })
            #expect(answers.contains(303))
            let again = campus.post("/communities", form, as: browser)
            #expect(again.status == .seeOther && again["Location"] == "/c/night-owls")
            #expect(try campus.number("SELECT count(*) FROM communities") == 1)
            #expect(try campus.number("SELECT count(*) FROM memberships") == 1)
            #expect(try campus.number("SELECT count(*) FROM spaces") == 1)
            #expect(campus.post("/communities", newCommunity("Another"), as: browser).status == .tooManyRequests)
        }
    }

    @Test(
        "a taken address is told beside its field, whoever has or had it, and nothing typed is lost",
        arguments: ["owls", "wolves", "foxes"])
    func taken(slug: String) throws {
        try withCampus { campus in
            _ = try campus.insertCommunity("owls")
            _ = try campus.insertCommunity("wolves", visibility: "private")
            let moved = try campus.insertCommunity("foxes", visibility: "private")
            try campus.run("UPDATE communities SET slug = 'latter' WHERE id = \(moved.id)")
            let browser = try campus.signIn(campus.insertUser())
            let answer = campus.post("/communities", newCommunity(slug: slug), as: browser)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("This address is taken. Choose another one."))
            #expect(answer.text.contains(#"id="slug-error""#) && answer.text.contains("For late questions."))
            let page = answer.text.replacing(slug, with: "…")
            let other = campus.post("/communities", newCommunity(slug: "owls"), as: browser).text
                .replacing("owls", with: "…")
            // The two differ in nothing but the identity that the form carries.
            #expect(page.count == other.count)
        }
    }

    @Test("two people cannot get one address")
    func race() throws {
        try withCampus { campus in
            let people = try (0..<4).map { _ in try campus.signIn(campus.insertUser()) }
            let answers = campus.postAtOnce(people.map { ("/communities", newCommunity(slug: "same"), $0) })
            #expect(answers.sorted() == [303, 422, 422, 422])
            #expect(try campus.number("SELECT count(*) FROM communities") == 1)
        }
    }

    @Test("an identity that is somebody else’s gets nobody a community")
    func forged() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            let other = try campus.signIn(campus.insertUser())
            let answer = campus.post("/communities", newCommunity(id: community.id), as: other)
            #expect(answer.status == .unprocessableContent)
            #expect(try campus.role(of: owner.id, in: community) == "owner")
            #expect(try campus.number("SELECT count(*) FROM communities") == 1)
        }
    }

    @Test("who is silenced makes none, and a visitor signs in first")
    func refused() throws {
        try withCampus { campus in
            let silenced = try campus.signIn(campus.insertUser(state: "silenced"))
            #expect(campus.post("/communities", newCommunity(), as: silenced).status == .forbidden)
            #expect(!campus.get("/communities", as: silenced).text.contains("/communities/new"))
            #expect(!campus.get("/communities").text.contains("/communities/new"))
            #expect(campus.get("/communities/new").status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM communities") == 0)
        }
    }

    @Test(
        "what is missing or wrong is told, and what was typed stays",
        arguments: [
            ("name", "", "Give it a name"), ("slug", "members", "Quad uses this word"),
            ("visibility", "everyone and their dog", "Choose who can read"),
        ])
    func faults(field: String, value: String, words: String) throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let form = newCommunity("Night Owls", slug: "owls").map { $0.name == field ? (field, value) : $0 }
            let answer = campus.post("/communities", form, as: browser)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(words) && answer.text.contains("No spoilers"))
        }
    }

    @Test("visitors see a new community at once")
    func keptPages() throws {
        try withCampus { campus in
            #expect(!campus.get("/communities").text.contains("Night Owls"))
            _ = campus.post("/communities", newCommunity(), as: try campus.signIn(campus.insertUser()))
            #expect(campus.get("/communities").text.contains("Night Owls"))
        }
    }
}
