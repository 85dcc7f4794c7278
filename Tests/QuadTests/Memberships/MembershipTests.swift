import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Joining and leaving a community")
struct MembershipTests {
    private static let (join, leave) = ("/c/algorithms/memberships", "/c/algorithms/memberships/end")

    @Test("joining counts once however often it is sent, and so does leaving")
    func twice() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let browser = try campus.signIn(campus.insertUser())
            for _ in 0..<2 {
                let answer = campus.post(Self.join, as: browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms")
                #expect(answer["Set-Cookie"]?.hasPrefix("flash=joined;") == true)
                #expect(try count(campus) == 2 && members(of: community, campus) == 1)
            }
            for _ in 0..<2 {
                let answer = campus.post(Self.leave, as: browser)
                #expect(answer.status == .seeOther && answer["Location"] == "/c/algorithms")
                #expect(answer["Set-Cookie"]?.hasPrefix("flash=left;") == true)
                #expect(try count(campus) == 1 && members(of: community, campus) == 0)
            }
        }
    }

    @Test("one is led back to the page the button stood on, and to no other site")
    func back() throws {
        try withCampus { campus in
            _ = try campus.insertCommunity()
            let browser = try campus.signIn(campus.insertUser())
            #expect(
                campus.post(Self.join, [("to", "/c/algorithms/1/x#talk")], as: browser)["Location"]
                    == "/c/algorithms/1/x#talk")
            #expect(campus.post(Self.join, [("to", "//elsewhere.example")], as: browser)["Location"] == "/c/algorithms")
        }
    }

    @Test(
        "who may not join is told so, or finds nothing there",
        arguments: [
            ("UPDATE communities SET visibility = 'private'", 404),
            (
                "UPDATE communities SET visibility = 'university', university_id = (SELECT id FROM universities WHERE name = 'Elsewhere')",
                404
            ),
            ("UPDATE communities SET state = 'archived'", 409),
            ("INSERT INTO memberships SELECT c.id, u.id, 'banned' FROM communities c, users u", 403),
            ("UPDATE communities SET visibility = 'university'", 303),
            ("UPDATE users SET state = 'silenced'", 303),
        ])
    func refused(change: String, status: Int) throws {
        try withCampus { campus in
            _ = try campus.insertCommunity()
            let browser = try campus.signIn(campus.insertUser())
            _ = try campus.insertStranger()
            try campus.database.script(change)
            #expect(campus.post(Self.join, as: browser).status.code == status)
            #expect(try count(campus) == (status == 303 ? 2 : 1))
        }
    }

    @Test("a moderator of the site reads a private community, and joins it by invitation like everyone")
    func byInvitation() throws {
        try withCampus { campus in
            _ = try campus.insertCommunity(visibility: "private")
            let browser = try campus.signIn(campus.insertUser(role: "moderator"))
            #expect(campus.post(Self.join, as: browser).text.contains("by invitation"))
            #expect(try count(campus) == 1)
        }
    }

    @Test("an owner hands over first, and who was sent out stays out", arguments: [CommunityRole.owner, .banned])
    func staying(role: CommunityRole) throws {
        try withCampus { campus in
            let (community, user) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.add(user, to: community, as: role)
            let before = try count(campus)
            let answer = campus.post(Self.leave, as: try campus.signIn(user))
            #expect(answer.status == (role == .owner ? .conflict : .seeOther))
            if role == .owner { #expect(answer.text.contains("Hand it over to another member first")) }
            #expect(try count(campus) == before && members(of: community, campus) == 1)
        }
    }

    @Test("who leaves a private community is led to those that are left")
    func leavingPrivate() throws {
        try withCampus { campus in
            let (community, user) = (try campus.insertCommunity(visibility: "private"), try campus.insertUser())
            try campus.add(user, to: community)
            let browser = try campus.signIn(user)
            #expect(campus.post(Self.leave, as: browser)["Location"] == "/communities")
            #expect(campus.get("/c/algorithms", as: browser).status == .notFound)
            #expect(campus.post(Self.leave, as: browser).status == .notFound)
            #expect(try count(campus) == 1)
        }
    }

    @Test("many who join and leave at once are counted exactly")
    func concurrent() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let people = try (0..<6).map { _ in try campus.signIn(campus.insertUser()) }
            for _ in 0..<4 {
                let forms = people.enumerated().flatMap { index, person in
                    let other = index % 3 == 0 ? Self.leave : Self.join
                    return [(Self.join, [(name: String, value: String)](), person), (other, [], person)]
                }
                #expect(campus.postAtOnce(forms) == forms.map { _ in 303 })
                #expect(try count(campus) == members(of: community, campus) + 1)
            }
        }
    }

    @Test("visitors see the new number of members at once")
    func keptPages() throws {
        try withCampus { campus in
            _ = try campus.insertCommunity()
            let browser = try campus.signIn(campus.insertUser())
            for path in ["/c/algorithms", "/communities"] {
                #expect(campus.get(path).text.contains("1 member<") || campus.get(path).text.contains("1 member ·"))
            }
            _ = campus.post(Self.join, as: browser)
            for path in ["/c/algorithms", "/communities"] {
                #expect(campus.application.pages.outlived(path) == nil)
                #expect(campus.get(path).text.contains("2 members"))
            }
        }
    }

    private func count(_ campus: TestCampus) throws -> Int { try campus.number("SELECT member_count FROM communities") }

    private func members(of community: TestCommunity, _ campus: TestCampus) throws -> Int {
        try campus.number("SELECT count(*) FROM memberships WHERE community_id = \(community.id)")
    }
}
