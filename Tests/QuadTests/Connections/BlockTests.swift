import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A block")
struct BlockTests {
    /// Where one of two people meets the other, and the page or answer that shows it.
    private struct Place {
        let name: String
        /// Whether it is there again once the block is lifted; what ended stays ended.
        var comesBack = true
        let meets: (_ campus: TestCampus, _ reader: TestPerson, _ other: TestPerson) throws -> Bool
    }

    private static func shows(_ path: @escaping (TestPerson) -> String, _ sign: @escaping (TestPerson) -> String)
        -> (TestCampus, TestPerson, TestPerson) throws -> Bool
    {
        { campus, reader, other in campus.get(path(other), as: reader.browser).text.contains(sign(other)) }
    }

    private static var places: [Place] {
        [
            Place(name: "profile") { $0.get("/u/\($2.username)", as: $1.browser).status == .ok },
            Place(name: "names of authors") { campus, reader, other in
                campus.get(
                    "/c/algorithms/\(other.username == "ada" ? 1 : 2)/shown-by\(other.username.prefix(2))",
                    as: reader.browser
                ).text
                    .contains(##"class="name" href="/u/\##(other.username)""##)
            },
            Place(
                name: "search for people",
                meets: shows({ "/search?scope=people&q=\($0.username)" }, { "/u/\($0.username)" })),
            Place(
                name: "search by author",
                meets: shows({ "/search?q=Shown+by%3A\($0.username)" }, { "by\($0.username.prefix(2))" })),
            Place(name: "completion", meets: shows({ "/completions/people?q=\($0.username)" }, { $0.username })),
            Place(
                name: "members of a community", meets: shows({ _ in "/c/algorithms/members" }, { "/u/\($0.username)" })),
            Place(name: "home", meets: shows({ _ in "/home" }, { "by\($0.username.prefix(2))" })),
            Place(
                name: "what one follows", comesBack: false,
                meets: shows({ _ in "/home?feed=following" }, { "by\($0.username.prefix(2))" })),
            Place(
                name: "whom one follows", comesBack: false,
                meets: shows({ _ in "/settings/following" }, { $0.username })),
            Place(
                name: "connections", comesBack: false, meets: shows({ _ in "/connections" }, { "/u/\($0.username)" })),
            Place(name: "the connection’s page") { campus, reader, other in
                let path = try campus.connection(between: reader.id, and: other.id)
                return campus.get(path, as: reader.browser).status == .ok
            },
            Place(name: "suggestions") { campus, reader, other in
                let shown: SQL = """
                    SELECT EXISTS (SELECT FROM users u
                        WHERE u.username = \(other.username) AND \(SQL.isShown(to: reader.browser.member)))
                    """
                return try campus.database.fetch(Query<Bool>.value(shown))
            },
            Place(name: "whom a third knows", comesBack: false) { campus, reader, other in
                campus.get("/connections/mutual?with=third", as: reader.browser).text.contains("/u/\(other.username)")
            },
            Place(name: "whom one asks") { campus, reader, other in
                campus.get("/connections/new?to=\(other.username)", as: reader.browser).status != .notFound
            },
            Place(name: "following") { campus, reader, other in
                campus.post("/u/\(other.username)/mutes", [("value", "0")], as: reader.browser).status != .notFound
            },
            Place(name: "invitations of the other") { campus, reader, other in
                try campus.run("DELETE FROM invitations")
                _ = campus.post(
                    "/c/of-\(other.username.prefix(2))/invitations", [("username", reader.username)], as: other.browser)
                return campus.get("/home", as: reader.browser).text.contains("invites you to")
            },
        ]
    }

    private static func meet(_ campus: TestCampus) throws -> (TestPerson, TestPerson) {
        let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
        let third = try campus.person("Third", "third")
        let community = try campus.insertCommunity()
        try campus.bindToUniversity(community)
        for (number, person) in [ada, bo].enumerated() {
            try campus.add(person.id, to: community)
            try campus.insertPost(
                "Shown by\(person.username.prefix(2))", in: community, by: person.id, number: number + 1)
            let own = try campus.insertCommunity("of-\(person.username.prefix(2))")
            try campus.add(person.id, to: own, as: .owner)
            try campus.connect(person.id, third.id)
        }
        for (one, other) in [(ada, bo), (bo, ada)] {
            _ = campus.post("/u/\(other.username)/follows", [("value", "1")], as: one.browser)
        }
        try campus.connect(ada.id, bo.id)
        return (ada, bo)
    }

    @Test("hides each from the other everywhere")
    func everywhere() throws {
        try withCampus { campus in
            let (ada, bo) = try Self.meet(campus)
            func check(_ expected: Bool, onlyLasting: Bool = false) throws {
                for place in Self.places where !onlyLasting || place.comesBack {
                    for (reader, other) in [(ada, bo), (bo, ada)] {
                        #expect(
                            try place.meets(campus, reader, other) == expected,
                            "\(place.name), \(reader.username) \(expected ? "meets" : "does not meet") \(other.username)"
                        )
                    }
                }
            }
            try check(true)
            #expect(campus.get("/blocks/new?to=bo.li", as: ada.browser).text.contains("Block Bo Li?"))
            for _ in 0..<2 {
                #expect(campus.post("/blocks", [("to", "bo.li")], as: ada.browser).status == .seeOther)
            }
            #expect(campus.get("/connections/blocked", as: ada.browser).text.contains("Bo Li"))
            #expect(!campus.get("/connections/blocked", as: bo.browser).text.contains("Ada Park"))
            try check(false)
            // Who is blocked cannot lift it, nor learn of it: it is as if there were nobody.
            _ = campus.post("/blocks/\(ada.id.uuidString.lowercased())/end", as: bo.browser)
            try check(false)
            #expect(campus.post("/blocks", [("to", "ada")], as: bo.browser).status == .notFound)
            #expect(campus.ask("ada", as: bo).status == .notFound)
            #expect(
                campus.get("/u/ada", as: bo.browser).text.replacing("ada", with: "x")
                    == campus.get("/u/nobody", as: bo.browser).text.replacing("nobody", with: "x"))
            for _ in 0..<2 {
                _ = campus.post("/blocks/\(bo.id.uuidString.lowercased())/end", as: ada.browser)
            }
            try check(true, onlyLasting: true)
            #expect(try campus.number("SELECT count(*) FROM blocks") == 0)
        }
    }

    @Test("leaves words in a talk, closed for who blocked, and tells the other nothing")
    func words() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let community = try campus.insertCommunity()
            let post = try campus.insertPost("Shown", in: community, by: ada.id)
            try campus.insertComment("Of Bo", on: post, by: bo.id, number: 1)
            try campus.insertComment("Of Ada", on: post, by: ada.id, number: 2)
            _ = campus.post("/blocks", [("to", "bo.li")], as: ada.browser)
            let own = campus.get("/c/algorithms/1/shown", as: ada.browser).text
            #expect(own.contains("A comment by someone you blocked.") && own.contains("Of Bo"))
            #expect(!own.contains("/u/bo.li"))
            let theirs = campus.get("/c/algorithms/1/shown", as: bo.browser).text
            #expect(!theirs.contains("someone you blocked") && theirs.contains("Of Ada"))
            #expect(!theirs.contains(#"href="/u/ada""#))
        }
    }

    @Test("does not hide members from who keeps the community, nor profiles from site moderators")
    func keepers() throws {
        try withCampus { campus in
            let bo = try campus.person("Bo Li", "bo.li")
            let keeper = try campus.person("Kim", "kim.k")
            let moderator = try campus.person("Mo", "mo.mo", role: "moderator")
            let community = try campus.insertCommunity()
            try campus.add(keeper.id, to: community, as: .owner)
            try campus.add(bo.id, to: community)
            for person in [keeper, moderator] {
                _ = campus.post("/blocks", [("to", person.username)], as: bo.browser)
            }
            #expect(try campus.number("SELECT count(*) FROM blocks WHERE is_own") == 2)
            #expect(campus.get("/c/algorithms/members", as: keeper.browser).text.contains("Bo Li"))
            #expect(!campus.get("/c/algorithms/members", as: bo.browser).text.contains("Kim"))
            #expect(campus.get("/u/bo.li", as: moderator.browser).status == .ok)
            #expect(campus.get("/u/bo.li", as: keeper.browser).status == .notFound)
            #expect(campus.ask("bo.li", as: moderator).status == .notFound)
        }
    }

    @Test("by both stays until both lift it, and both at once make one")
    func both() throws {
        try withCampus { campus in
            for round in 0..<8 {
                let ada = try campus.person("Ada Park", "ada\(round)")
                let bo = try campus.person("Bo Li", "bo\(round)")
                _ = campus.postAtOnce([
                    ("/blocks", [("to", bo.username)], ada.browser), ("/blocks", [("to", ada.username)], bo.browser),
                ])
                #expect(try campus.number("SELECT count(*) FROM blocks WHERE user_id IN (\(ada.id), \(bo.id))") == 2)
                try campus.run("UPDATE blocks SET is_own = true WHERE user_id IN (\(ada.id), \(bo.id))")
                if round % 2 == 1 {
                    // Both at the same moment.
                    _ = campus.postAtOnce([
                        ("/blocks/\(bo.id.uuidString.lowercased())/end", [], ada.browser),
                        ("/blocks/\(ada.id.uuidString.lowercased())/end", [], bo.browser),
                    ])
                    #expect(
                        try campus.number("SELECT count(*) FROM blocks WHERE user_id IN (\(ada.id), \(bo.id))") == 0)
                    continue
                }
                _ = campus.post("/blocks/\(bo.id.uuidString.lowercased())/end", as: ada.browser)
                #expect(campus.get("/u/\(ada.username)", as: bo.browser).status == .notFound)
                _ = campus.post("/blocks/\(ada.id.uuidString.lowercased())/end", as: bo.browser)
                #expect(campus.get("/u/\(ada.username)", as: bo.browser).status == .ok)
            }
        }
    }
}
