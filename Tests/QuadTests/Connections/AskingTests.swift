import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Asking somebody to connect")
struct AskingTests {
    @Test("a request waits at home until it is accepted, and both see that")
    func acceptance() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let course = try campus.insertCourse("CS 161")
            for person in [ada, bo] { try campus.enrol(person.id, in: course) }
            let form = campus.get("/connections/new?to=bo.li&course=\(course.uuidString.lowercased())", as: ada.browser)
            #expect(form.text.contains("You’re both in CS 161.") && form.text.contains("selected>CS 161"))
            #expect(campus.ask("bo.li", as: ada, saying: "Sheet 5?", course: course).status == .seeOther)
            let path = try campus.connection(between: ada.id, and: bo.id)
            for page in ["/home", "/connections", "/connections/requests"] {
                let text = campus.get(page, as: bo.browser).text
                #expect(text.contains("Ada Park asks to study CS 161 with you") && text.contains(path))
            }
            #expect(campus.get(path, as: bo.browser).text.contains("Sheet 5?"))
            #expect(campus.get("/connections/sent", as: ada.browser).text.contains("You asked Bo Li to study CS 161"))
            #expect(campus.get("/u/bo.li", as: ada.browser).text.contains("no answer yet"))
            for _ in 0..<2 {
                #expect(campus.post(path + "/acceptance", as: bo.browser)["Location"] == path)
            }
            for (person, other) in [(ada, "Bo Li"), (bo, "Ada Park")] {
                #expect(campus.get(path, as: person.browser).text.contains("You and \(other) are connected"))
                #expect(campus.get("/connections", as: person.browser).text.contains(other))
            }
            #expect(!campus.get("/home", as: bo.browser).text.contains("asks to study"))
            #expect(campus.get("/u/ada", as: bo.browser).text.contains("Connected since"))
            #expect(campus.get("/connections", as: ada.browser).text.contains("<dd>1</dd>"))
        }
    }

    @Test("who declines is not asked again for thirty days, and what was typed stays")
    func declining() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            campus.ask("bo.li", as: ada)
            let path = try campus.connection(between: ada.id, and: bo.id)
            for _ in 0..<2 { #expect(campus.post(path + "/decline", as: bo.browser).status == .seeOther) }
            #expect(campus.post(path + "/acceptance", as: bo.browser).status == .conflict)
            let again = campus.ask("bo.li", as: ada, saying: "Do say yes")
            #expect(again.status == .conflict)
            #expect(again.text.contains("You can ask again from") && again.text.contains("Do say yes"))
            #expect(campus.get("/u/bo.li", as: ada.browser).text.contains("You can ask Bo again from"))
            #expect(!campus.get(path, as: ada.browser).text.contains("eclined"))
            // The other way nothing was declined.
            #expect(campus.get("/connections/new?to=ada", as: bo.browser).text.contains("Ask Ada"))
            try campus.run("UPDATE connections SET answered_at = now() - interval '31 days'")
            #expect(campus.ask("bo.li", as: ada).status == .seeOther)
            #expect(try campus.state(between: ada.id, and: bo.id) == ["declined", "pending"])
        }
    }

    @Test("what was just cancelled is not accepted")
    func cancelled() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            campus.ask("bo.li", as: ada)
            let path = try campus.connection(between: ada.id, and: bo.id)
            #expect(campus.post(path + "/cancellation", as: bo.browser).status == .notFound)
            for _ in 0..<2 { #expect(campus.post(path + "/cancellation", as: ada.browser).status == .seeOther) }
            let answer = campus.post(path + "/acceptance", as: bo.browser)
            #expect(answer.status == .conflict && answer.text.contains("Ada Park took the request back"))
            #expect(campus.post(path + "/decline", as: bo.browser).status == .conflict)
            #expect(campus.ask("bo.li", as: ada).status == .seeOther)
        }
    }

    @Test("two clicks ask once, oneself is nobody to ask, and others’ requests are not there")
    func edges() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let id = UUIDv7.generate()
            for _ in 0..<2 { #expect(campus.ask("bo.li", as: ada, id: id).status == .seeOther) }
            #expect(try campus.number("SELECT count(*) FROM connections") == 1)
            for page in ["/connections/new?to=ada", "/blocks/new?to=ada"] {
                let oneself = campus.get(page, as: ada.browser)
                #expect(oneself.status == .conflict && oneself.text.contains("That’s you"))
            }
            #expect(campus.ask("ada", as: ada).status == .conflict)
            #expect(campus.ask("nobody.here", as: ada).status == .notFound)
            let third = try campus.person("Cy", "cy.it")
            let path = try campus.connection(between: ada.id, and: bo.id)
            for address in [path, path + "/end"] { #expect(campus.get(address, as: third.browser).status == .notFound) }
            for act in ["acceptance", "decline", "cancellation", "end"] {
                #expect(campus.post("\(path)/\(act)", as: third.browser).status == .notFound)
            }
            // Who asked cannot answer in the other's place.
            #expect(campus.post(path + "/acceptance", as: ada.browser).status == .notFound)
            let long = campus.ask("cy.it", as: ada, saying: String(repeating: "long ", count: 120))
            #expect(long.status == .unprocessableContent && long.text.contains("500 is the most"))
        }
    }

    @Test("the 21st request of a day waits, also when many come at once")
    func daily() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            let others = try (0..<24).map { try campus.insertUser(username: "other\($0)") }
            let forms = (0..<24).map { number in
                (target: "/connections", fields: TestCampus.request(to: "other\(number)"), as: ada.browser)
            }
            let statuses = campus.postAtOnce(forms)
            #expect(statuses.count { $0 == 303 } == 20 && statuses.count { $0 == 429 } == 4)
            #expect(try campus.number("SELECT count(*) FROM connections") == 20)
            try campus.run("DELETE FROM connections WHERE asked_id = \(others[0])")
            try campus.run("DELETE FROM connections WHERE asked_id = \(others[1])")
            #expect(try campus.number("SELECT count(*) FROM connections") <= 20)
            while try campus.number("SELECT count(*) FROM connections") < 20 {
                try campus.connect(ada.id, campus.insertUser(), state: "pending", daysAgo: 0)
            }
            _ = try campus.insertUser(username: "one.more")
            let refused = campus.ask("one.more", as: ada, saying: "Hello there")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("You’ve sent 20 requests today") && refused.text.contains("Hello there"))
            try campus.run("UPDATE connections SET asked_at = asked_at - interval '25 hours'")
            #expect(campus.ask("one.more", as: ada).status == .seeOther)
        }
    }

    @Test("the sixth request of a day to somebody who declined before waits")
    func again() throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            for number in 0..<6 {
                let other = try campus.insertUser(username: "other\(number)")
                try campus.connect(ada.id, other, state: "declined", daysAgo: 40)
            }
            for number in 0..<5 { #expect(campus.ask("other\(number)", as: ada).status == .seeOther) }
            let refused = campus.ask("other5", as: ada, saying: "Once more")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("5 people again today") && refused.text.contains("Once more"))
            _ = try campus.insertUser(username: "somebody.new")
            #expect(campus.ask("somebody.new", as: ada).status == .seeOther)
        }
    }

    @Test("two who ask each other at the same moment are connected once")
    func atOnce() throws {
        try withCampus { campus in
            for round in 0..<12 {
                let ada = try campus.person("Ada Park", "ada\(round)")
                let bo = try campus.person("Bo Li", "bo\(round)")
                let statuses = campus.postAtOnce([
                    ("/connections", TestCampus.request(to: bo.username), ada.browser),
                    ("/connections", TestCampus.request(to: ada.username), bo.browser),
                ])
                #expect(statuses == [303, 303])
                #expect(try campus.state(between: ada.id, and: bo.id) == ["accepted"])
                #expect(
                    try campus.number("SELECT count(*) FROM acquaintances WHERE user_id IN (\(ada.id), \(bo.id))") == 2)
            }
        }
    }

    @Test(
        "one asks whose profile opens, moderators and course mates too",
        arguments: ["public", "university", "connections", "only_me"], [false, true])
    func audience(visibility: String, isCourseMate: Bool) throws {
        try withCampus { campus in
            let ada = try campus.person("Ada Park", "ada")
            let moderator = try campus.person("Mo", "mo.mo", role: "moderator")
            let bo = try campus.insertUser(username: "bo.li", visibility: visibility)
            if isCourseMate {
                let course = try campus.insertCourse("CS 161")
                for id in [ada.id, moderator.id, bo] { try campus.enrol(id, in: course) }
            }
            let isOpen = ["public", "university"].contains(visibility)
            for person in [ada, moderator] {
                #expect(campus.ask("bo.li", as: person).status == (isOpen ? .seeOther : .notFound))
            }
            for change in ["is_held = true", "state = 'unverified', is_held = false", "state = 'suspended'"] {
                try campus.database.script("DELETE FROM acquaintances; DELETE FROM connections")
                try campus.database.script("UPDATE users SET \(change) WHERE username = 'bo.li'")
                #expect(campus.ask("bo.li", as: ada).status == .notFound)
            }
        }
    }

    @Test("who blocked one answers exactly like who is open to connections alone, and like nobody")
    func blocked() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            _ = try campus.insertUser(username: "cy.it", visibility: "connections")
            _ = campus.post("/blocks", [("to", "ada")], as: bo.browser)
            for ask in [false, true] {
                let answers = ["bo.li", "cy.it", "nobody"].map { username in
                    let answer =
                        ask
                        ? campus.ask(username, as: ada, saying: "Hello")
                        : campus.get("/connections/new?to=\(username)", as: ada.browser)
                    #expect(answer.status == .notFound)
                    return answer.text.replacing(username, with: "x")
                }
                #expect(Set(answers).count == 1)
            }
            #expect(try campus.number("SELECT count(*) FROM connections") == 0)
        }
    }

    @Test("who is silenced answers, and does not ask")
    func silenced() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            campus.ask("bo.li", as: ada)
            try campus.run("UPDATE users SET state = 'silenced' WHERE id = \(bo.id)")
            let browser = try campus.signIn(bo.id)
            let path = try campus.connection(between: ada.id, and: bo.id)
            #expect(campus.post(path + "/acceptance", as: browser).status == .seeOther)
            _ = try campus.insertUser(username: "cy.it")
            let answer = campus.post("/connections", TestCampus.request(to: "cy.it"), as: browser)
            #expect(answer.status == .forbidden)
        }
    }
}
