import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("One’s connections")
struct ConnectionListTests {
    @Test("a profile for connections opens with the connection, and closes with its end")
    func profile() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            let bo = try campus.person("Bo Li", "bo.li", visibility: "connections")
            #expect(campus.get("/u/bo.li", as: ada.browser).status == .notFound)
            #expect(campus.ask("ada", as: bo).status == .seeOther)
            let path = try campus.connection(between: ada.id, and: bo.id)
            _ = campus.post(path + "/acceptance", as: ada.browser)
            #expect(campus.get("/u/bo.li", as: ada.browser).status == .ok)
            #expect(campus.get(path + "/end", as: ada.browser).text.contains("End the connection with Bo?"))
            for _ in 0..<2 { #expect(campus.post(path + "/end", as: ada.browser).status == .seeOther) }
            #expect(campus.get("/u/bo.li", as: ada.browser).status == .notFound)
            #expect(try campus.state(between: ada.id, and: bo.id) == ["ended"])
            #expect(try campus.number("SELECT count(*) FROM acquaintances") == 0)
        }
    }

    @Test("pages meet everyone once in either order, and a name finds its own")
    func pages() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            for number in 0..<60 {
                let other = try campus.insertUser(number == 7 ? "Zoë Quist" : "Person", username: "other\(number)x")
                try campus.connect(
                    other, ada.id, daysAgo: 1 + number / 20, interaction: number % 3 == 0 ? Double(number) : 0)
            }
            for first in ["/connections", "/connections?order=newest"] {
                var (seen, next): ([String], String?) = ([], first)
                while let path = next {
                    let text = campus.get(path, as: ada.browser).text
                    seen += text.matches(of: /class="name" href="\/u\/(other\d+x)"/).map { String($0.1) }
                    next = text.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                        String($0.1).replacing("&amp;", with: "&")
                    }
                }
                #expect(seen.count == 60 && Set(seen).count == 60)
            }
            let found = campus.get("/connections?name=zoe", as: ada.browser).text
            #expect(found.contains("Zoë Quist") && !found.contains(">Person<"))
            try campus.run("UPDATE users SET is_held = true WHERE username = 'other7x'")
            #expect(!campus.get("/connections?name=zoe", as: ada.browser).text.contains("Zoë Quist"))
            #expect(campus.get("/connections", as: ada.browser).text.contains("<dd>59</dd>"))
            #expect(campus.get("/connections?after=x", as: ada.browser).status == .notFound)
            #expect(campus.get("/connections?order=worst", as: ada.browser).status == .notFound)
        }
    }

    @Test("what people did together halves in thirty days, and orders the list without a look at the clock")
    func closeness() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let cy = try campus.insertUser("Cy", username: "cy.it")
            // Eight sixty days ago are two today.
            try campus.connect(ada.id, bo.id, daysAgo: 60, interaction: 8)
            try campus.connect(ada.id, cy, daysAgo: 0, interaction: 1.9)
            func order() throws -> [String] {
                try campus.database.fetch(.connections(of: ada.browser.member, ConnectionSelection()))
                    .map(\.other.username)
            }
            #expect(try order() == ["bo.li", "cy.it"])
            let weight = 1.0
            _ = try campus.database.fetch(
                Query<Int>.interacted(Member.ID(rawValue: cy), with: "\(ada.id)", weight: weight))
            #expect(try order() == ["cy.it", "bo.li"])
            let score = try campus.database.fetch(
                Query<Double>.value(
                    """
                    SELECT decayed(interaction, interaction_at, now()) FROM connections
                    WHERE \(bo.id) IN (asker_id, asked_id)
                    """))
            #expect(abs(score - 2) < 0.001)
            // Nothing between those who are not connected.
            #expect(
                try campus.database.fetch(
                    Query<Int>.interacted(Member.ID(rawValue: cy), with: "\(bo.id)", weight: 1)) == 0)
        }
    }

    @Test("whom both know stands on a page, as far as the reader may know them")
    func mutual() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let (cy, held) = (
                try campus.insertUser("Cy Ng", username: "cy.ng"),
                try campus.insertUser("Held", username: "held.one", isHeld: true)
            )
            for other in [cy, held] {
                try campus.connect(ada.id, other)
                try campus.connect(bo.id, other)
            }
            let page = campus.get("/connections/mutual?with=bo.li", as: ada.browser).text
            #expect(page.contains("Cy Ng") && !page.contains("Held"))
            #expect(campus.get("/connections/new?to=bo.li", as: ada.browser).text.contains("You both know Cy Ng."))
            #expect(campus.get("/connections/mutual?with=nobody", as: ada.browser).status == .notFound)
            #expect(campus.get("/connections/mutual", as: ada.browser)["Location"] == "/connections")
        }
    }

    @Test("saying yes brings two closer; votes don’t, whose order would tell who voted")
    func interactions() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            campus.ask("bo.li", as: ada)
            let path = try campus.connection(between: ada.id, and: bo.id)
            let community = try campus.insertCommunity()
            for person in [ada, bo] { try campus.add(person.id, to: community) }
            let post = try campus.insertPost("Shown", in: community, by: ada.id)
            let comment = try campus.insertComment(on: post, by: ada.id, number: 1)
            func score() throws -> Double {
                try campus.database.fetch(Query<Double>.value("SELECT interaction FROM connections"))
            }
            _ = campus.post(path + "/acceptance", as: bo.browser)
            #expect(try score() == Interaction.acceptance)
            for place in ["posts/\(post.uuidString.lowercased())", "comments/\(comment.uuidString.lowercased())"] {
                #expect(campus.post("/\(place)/votes", [("value", "up")], as: bo.browser).status == .seeOther)
            }
            #expect(try score() == Interaction.acceptance)
        }
    }

    @Test("a share of answers is told from five on")
    func figures() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            for number in 0..<5 {
                #expect(!campus.get("/connections", as: ada.browser).text.contains("Your requests accepted"))
                try campus.connect(
                    ada.id, campus.insertUser(), state: number == 0 ? "declined" : number == 1 ? "ended" : "accepted")
            }
            #expect(campus.get("/connections", as: ada.browser).text.contains("<dd>4 of 5</dd>"))
        }
    }
}
