import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Inviting to a community")
struct InvitationTests {
    private static let path = "/c/algorithms/invitations"

    private func invite(_ name: String, as keeper: TestWriter, _ campus: TestCampus) -> Response {
        campus.post(Self.path, [("username", name)], as: keeper.browser)
    }

    private func onlyInvitation(_ campus: TestCampus) throws -> String {
        try campus.text("SELECT id::text FROM invitations")
    }

    @Test("who is invited finds it at home and joins a private community", arguments: [true, false])
    func accepting(isStranger: Bool) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            try campus.bindToUniversity(community)
            let keeper = try campus.keeper(.moderator, of: community)
            let user = try isStranger ? campus.insertStranger(username: "bo.li") : campus.insertUser(username: "bo.li")
            let browser = try campus.signIn(user)
            #expect(invite("@Bo.Li", as: keeper, campus)["Location"] == Self.path)
            for path in ["/home", "/communities"] {
                #expect(campus.get(path, as: browser).text.contains("invites you to"))
            }
            #expect(campus.get("/c/algorithms", as: browser).status == .notFound)
            let path = "/invitations/\(try onlyInvitation(campus))/acceptance"
            for _ in 0..<2 {
                #expect(campus.post(path, [("community", "algorithms")], as: browser)["Location"] == "/c/algorithms")
            }
            #expect(try campus.role(of: user, in: community) == "member")
            #expect(try campus.countsMembers(of: community))
            #expect(!campus.get("/home", as: browser).text.contains("invites you to"))
        }
    }

    @Test("inviting tells nothing about who has an account")
    func nobody() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            let keeper = try campus.keeper(.moderator, of: community)
            _ = try campus.insertUser(username: "for.me.only", visibility: "only_me")
            _ = try campus.insertUser(username: "held.one", isHeld: true)
            _ = try campus.insertUser(username: "gone.one", state: "deleted")
            var pages: Set<String> = []
            for name in ["for.me.only", "held.one", "gone.one", "nobody.at.all"] {
                let answer = invite(name, as: keeper, campus)
                #expect(answer.status == .seeOther && answer["Set-Cookie"]?.hasPrefix("flash=invited;") == true)
                let page = campus.get(Self.path, as: keeper.browser).text
                #expect(page.contains("@\(name)"))
                pages.insert(page.replacing(name, with: "…").replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "id"))
                try campus.run("DELETE FROM invitations")
            }
            #expect(pages.count == 1)
        }
    }

    @Test("who was sent out is not invited before the ban is lifted, and members are members already")
    func refused() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let keeper = try campus.keeper(.moderator, of: community)
            let banned = try campus.keeper(.banned, of: community, username: "sent.out")
            _ = try campus.keeper(.member, of: community, username: "one.of.us")
            let first = invite("sent.out", as: keeper, campus)
            #expect(first.status == .conflict && first.text.contains("Lift the ban first"))
            let second = invite("one.of.us", as: keeper, campus)
            #expect(second.status == .conflict && second.text.contains("a member already"))
            let third = invite("not a name", as: keeper, campus)
            #expect(third.status == .unprocessableContent && third.text.contains("not a name"))
            for row in try campus.database.fetch(Query<[String]>.values("SELECT id::text FROM invitations")) {
                let answer = campus.post(
                    "/invitations/\(row)/acceptance", [("community", "algorithms")], as: banned.browser)
                #expect(answer.status == .forbidden)
            }
            #expect(try campus.role(of: banned.id, in: community) == "banned")
        }
    }

    @Test("an invitation is for whom it names, while it is good")
    func others() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            let keeper = try campus.keeper(.owner, of: community)
            let (invited, other) = (
                try campus.keeper(nil, of: community, username: "bo.li"), try campus.keeper(nil, of: community)
            )
            _ = invite("bo.li", as: keeper, campus)
            let id = try onlyInvitation(campus)
            let accept = ("/invitations/\(id)/acceptance", [(name: "community", value: "algorithms")])
            #expect(campus.post(accept.0, accept.1, as: other.browser).status == .gone)
            _ = campus.post("/invitations/\(id)/decline", as: other.browser)
            #expect(campus.get("/home", as: invited.browser).text.contains("invites you to"))
            for change in ["expires_at = now()", "is_declined = true"] {
                try campus.database.script("UPDATE invitations SET \(change)")
                #expect(!campus.get("/home", as: invited.browser).text.contains("invites you to"))
                try campus.database.script(
                    "UPDATE invitations SET expires_at = now() + interval '1 day', is_declined = false")
            }
            try campus.run("UPDATE invitations SET expires_at = now()")
            #expect(campus.post(accept.0, accept.1, as: invited.browser).status == .gone)
            #expect(campus.post("\(Self.path)/\(id)/end", as: keeper.browser).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM invitations") == 0)
        }
    }

    @Test("who declines is not asked again, and the list does not tell")
    func declining() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let keeper = try campus.keeper(.owner, of: community)
            let invited = try campus.keeper(nil, of: community, username: "bo.li")
            _ = invite("bo.li", as: keeper, campus)
            let before = campus.get(Self.path, as: keeper.browser).text
            #expect(
                campus.post("/invitations/\(try onlyInvitation(campus))/decline", as: invited.browser).status
                    == .seeOther)
            _ = invite("bo.li", as: keeper, campus)
            #expect(!campus.get("/home", as: invited.browser).text.contains("invites you to"))
            let after = campus.get(Self.path, as: keeper.browser).text
            #expect(after.contains("@bo.li") && before.contains("@bo.li"))
        }
    }

    @Test("an archived community takes nobody in")
    func archived() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let keeper = try campus.keeper(.owner, of: community)
            let invited = try campus.keeper(nil, of: community, username: "bo.li")
            _ = invite("bo.li", as: keeper, campus)
            try campus.run("UPDATE communities SET state = 'archived'")
            #expect(invite("another", as: keeper, campus).status == .conflict)
            #expect(!campus.get("/home", as: invited.browser).text.contains("invites you to"))
            let path = "/invitations/\(try onlyInvitation(campus))/acceptance"
            #expect(campus.post(path, [("community", "algorithms")], as: invited.browser).status == .gone)
        }
    }
}
