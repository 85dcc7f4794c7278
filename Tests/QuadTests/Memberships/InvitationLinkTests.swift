import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Inviting by a link")
struct InvitationLinkTests {
    private static let links = "/c/algorithms/invitation-links"

    /// A link's secret, as the page shows it once.
    private func link(_ keeper: TestWriter, most: String = "", id: UUID = UUIDv7.generate(), _ campus: TestCampus)
        throws
        -> String
    {
        let answer = campus.post(
            Self.links, [("id", id.uuidString.lowercased()), ("most", most)], as: keeper.browser)
        #expect(answer.status == .created)
        let found = try #require(answer.text.firstMatch(of: /\/invitation\?token=([A-Za-z0-9_-]{43})/))
        return String(found.1)
    }

    @Test("a link shows the place first, and lets in who has it", arguments: [true, false])
    func joining(isStranger: Bool) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            try campus.bindToUniversity(community)
            let keeper = try campus.keeper(.owner, of: community)
            let token = try link(keeper, campus)
            #expect(!campus.get("/c/algorithms/invitations", as: keeper.browser).text.contains(token))
            let user = try isStranger ? campus.insertStranger() : campus.insertUser()
            let browser = try campus.signIn(user)
            let page = campus.get("/invitation?token=\(token)", as: browser)
            #expect(page.text.contains("The algorithms people") && page.text.contains("noindex"))
            #expect(try campus.role(of: user, in: community) == "none")
            for _ in 0..<2 {
                #expect(campus.post("/invitation", [("token", token)], as: browser)["Location"] == "/c/algorithms")
            }
            #expect(try campus.role(of: user, in: community) == "member")
            #expect(try campus.countsMembers(of: community))
            #expect(try campus.number("SELECT use_count FROM invitation_links") == 1)
            #expect(campus.get("/invitation?token=\(token)", as: browser)["Location"] == "/c/algorithms")
        }
    }

    @Test(
        "a link ends with its time, its uses, and when it is taken back",
        arguments: ["time", "uses", "revoked", "archived"])
    func ending(how: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            let keeper = try campus.keeper(.owner, of: community)
            let token = try link(keeper, most: "1", campus)
            switch how {
            case "time": try campus.run("UPDATE invitation_links SET expires_at = now()")
            case "uses":
                _ = campus.post("/invitation", [("token", token)], as: try campus.signIn(campus.insertUser()))
            case "archived": try campus.run("UPDATE communities SET state = 'archived'")
            default:
                let id = try campus.text("SELECT id::text FROM invitation_links")
                #expect(campus.post("\(Self.links)/\(id)/end", as: keeper.browser).status == .seeOther)
            }
            let late = try campus.keeper(nil, of: community)
            let unknown = campus.get("/invitation?token=\(Token().text)", as: late.browser)
            #expect(unknown.status == .gone)
            let page = campus.get("/invitation?token=\(token)", as: late.browser)
            #expect(page.status == .gone && page.text == unknown.text)
            #expect(campus.post("/invitation", [("token", token)], as: late.browser).status == .gone)
            #expect(try campus.role(of: late.id, in: community) == "none")
        }
    }

    @Test("a link for one lets in one of many who come at once")
    func race() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            let token = try link(try campus.keeper(.owner, of: community), most: "1", campus)
            let people = try (0..<4).map { _ in try campus.signIn(campus.insertUser()) }
            let answers = campus.postAtOnce(people.map { ("/invitation", [("token", token)], $0) })
            #expect(answers.sorted() == [303, 410, 410, 410])
            #expect(try campus.number("SELECT use_count FROM invitation_links") == 1)
            #expect(try campus.countsMembers(of: community))
        }
    }

    @Test("who was sent out stays out, and no link opens a university to a stranger")
    func refused() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "university")
            try campus.bindToUniversity(community)
            let token = try link(try campus.keeper(.owner, of: community), campus)
            let banned = try campus.keeper(.banned, of: community)
            #expect(campus.post("/invitation", [("token", token)], as: banned.browser).status == .forbidden)
            let stranger = try campus.signIn(campus.insertStranger())
            #expect(campus.get("/invitation?token=\(token)", as: stranger).status == .gone)
            #expect(campus.post("/invitation", [("token", token)], as: stranger).status == .gone)
            #expect(try campus.role(of: banned.id, in: community) == "banned")
        }
    }

    @Test("sent twice, the link that is seen last is the one that works")
    func twice() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let keeper = try campus.keeper(.owner, of: community)
            let id = UUIDv7.generate()
            let first = try link(keeper, id: id, campus)
            let second = try link(keeper, id: id, campus)
            let browser = try campus.signIn(campus.insertUser())
            #expect(campus.post("/invitation", [("token", first)], as: browser).status == .gone)
            #expect(campus.post("/invitation", [("token", second)], as: browser).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM invitation_links") == 1)
            #expect(try campus.number("SELECT length(token_hash) FROM invitation_links") == 32)
        }
    }
}
