import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Asking to join a private community")
struct AskTests {
    private static let asks = "/c/algorithms/asks"

    private func askable(_ campus: TestCampus) throws -> TestCommunity {
        let community = try campus.insertCommunity(visibility: "private")
        try campus.bindToUniversity(community)
        try campus.run("UPDATE communities SET takes_asks = true, rules = '{Be kind}'")
        return community
    }

    enum Person: CaseIterable {
        case visitor, student, stranger, member, banned, siteModerator
    }

    @Test(
        "its door is seen by others at its university, and by nobody else", arguments: Person.allCases, [true, false])
    func door(person: Person, takesAsks: Bool) throws {
        try withCampus { campus in
            let community = try askable(campus)
            try campus.insertPost("Canary", in: community, by: campus.insertUser())
            try campus.run("UPDATE communities SET takes_asks = \(takesAsks)")
            let browser: TestBrowser? =
                switch person {
                case .visitor: nil
                case .student: try campus.signIn(campus.insertUser())
                case .stranger: try campus.signIn(campus.insertStranger())
                case .member: try campus.keeper(.member, of: community).browser
                case .banned: try campus.keeper(.banned, of: community).browser
                case .siteModerator: try campus.keeper(nil, of: community, siteRole: "moderator").browser
                }
            func get(_ path: String) -> Response { browser.map { campus.get(path, as: $0) } ?? campus.get(path) }
            let page = get("/c/algorithms")
            let isInside = person == .member || person == .siteModerator
            let seesDoor = person == .student && takesAsks
            #expect(page.status == (isInside || seesDoor ? .ok : .notFound))
            #expect(page.text.contains("Ask to join") == seesDoor)
            if seesDoor {
                #expect(page.text.contains("Be kind") && page.text.contains("About algorithms."))
                #expect(page.text.contains(#"<meta name="robots" content="noindex">"#))
                #expect(!page.text.contains("Canary") && !page.text.contains("member<"))
            } else if !isInside {
                #expect(page.text.replacing("algorithms", with: "nothing") == get("/c/nothing").text)
            }
            for below in ["/about", "/1/canary", "/s/questions", "/members", "/1"] where !isInside {
                #expect([.notFound, .seeOther].contains(get("/c/algorithms" + below).status))
            }
            #expect(get("/communities").text.contains("The algorithms people") == isInside)
        }
    }

    @Test("who asks is let in by a moderator, once")
    func accepted() throws {
        try withCampus { campus in
            let community = try askable(campus)
            let (asker, moderator) = (
                try campus.keeper(nil, of: community), try campus.keeper(.moderator, of: community)
            )
            for _ in 0..<2 {
                #expect(campus.post(Self.asks, [("message", "I’m in  CS 161")], as: asker.browser).status == .seeOther)
            }
            #expect(campus.get("/c/algorithms", as: asker.browser).text.contains("have not answered yet"))
            let page = campus.get("/c/algorithms/invitations", as: moderator.browser).text
            #expect(page.contains("I’m in CS 161") && page.contains("Noor Haddad"))
            #expect(campus.get("/c/algorithms", as: moderator.browser).text.contains("waiting"))
            let path = "\(Self.asks)/\(asker.id.uuidString.lowercased())/acceptance"
            for _ in 0..<2 { #expect(campus.post(path, as: moderator.browser).status == .seeOther) }
            #expect(try campus.role(of: asker.id, in: community) == "member")
            #expect(try campus.countsMembers(of: community))
            #expect(try campus.number("SELECT count(*) FROM join_asks") == 0)
            #expect(campus.post(Self.asks, as: asker.browser).status == .notFound)
        }
    }

    @Test("who was declined asks again after thirty days, and not before")
    func declined() throws {
        try withCampus { campus in
            let community = try askable(campus)
            let (asker, moderator) = (
                try campus.keeper(nil, of: community), try campus.keeper(.moderator, of: community)
            )
            _ = campus.post(Self.asks, as: asker.browser)
            let path = "\(Self.asks)/\(asker.id.uuidString.lowercased())/decline"
            #expect(campus.post(path, as: moderator.browser).status == .seeOther)
            let page = campus.get("/c/algorithms", as: asker.browser).text
            #expect(page.contains("You can ask again from") && !page.contains("Ask to join"))
            #expect(campus.post(Self.asks, as: asker.browser).status == .conflict)
            try campus.run("UPDATE join_asks SET answered_at = now() - interval '30 days 1 second'")
            #expect(campus.get("/c/algorithms", as: asker.browser).text.contains("Ask to join"))
            #expect(campus.post(Self.asks, as: asker.browser).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM join_asks WHERE state = 'waiting'") == 1)
        }
    }

    @Test("an ask is taken back, and one may ask again at once")
    func takenBack() throws {
        try withCampus { campus in
            let community = try askable(campus)
            let asker = try campus.keeper(nil, of: community)
            _ = campus.post(Self.asks, as: asker.browser)
            for _ in 0..<2 { #expect(campus.post("\(Self.asks)/end", as: asker.browser).status == .seeOther) }
            #expect(try campus.number("SELECT count(*) FROM join_asks") == 0)
            #expect(campus.post(Self.asks, as: asker.browser).status == .seeOther)
        }
    }

    @Test("nobody asks where nobody may know of the place", arguments: [Person.stranger, .banned, .member])
    func refused(person: Person) throws {
        try withCampus { campus in
            let community = try askable(campus)
            let browser =
                switch person {
                case .stranger: try campus.signIn(campus.insertStranger())
                case .banned: try campus.keeper(.banned, of: community).browser
                default: try campus.keeper(.member, of: community).browser
                }
            #expect(campus.post(Self.asks, as: browser).status == .notFound)
            #expect(try campus.number("SELECT count(*) FROM join_asks") == 0)
        }
    }

    @Test("a message too long or with invisible characters stays in the form")
    func message() throws {
        try withCampus { campus in
            _ = try askable(campus)
            let browser = try campus.signIn(campus.insertUser())
            for words in [String(repeating: "m", count: 301), "Hello\u{202E}"] {
                let answer = campus.post(Self.asks, [("message", words)], as: browser)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words))
            }
        }
    }
}
