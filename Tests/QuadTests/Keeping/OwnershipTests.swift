import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Handing a community over")
struct OwnershipTests {
    private static let (offers, ownership) = ("/c/algorithms/ownership/offers", "/c/algorithms/ownership")

    private func naming(_ user: UUID) -> [(name: String, value: String)] {
        [("member", user.uuidString.lowercased())]
    }

    @Test("a member who accepts becomes the owner, and the owner a moderator", arguments: ["public", "private"])
    func accepting(visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            let (owner, heir) = (try campus.keeper(.owner, of: community), try campus.keeper(.member, of: community))
            #expect(campus.post(Self.offers, naming(heir.id), as: owner.browser).status == .seeOther)
            for path in ["/home", "/communities"] {
                #expect(campus.get(path, as: heir.browser).text.contains("offers you to take over"))
            }
            #expect(try campus.role(of: heir.id, in: community) == "member")
            #expect(campus.get(Self.ownership, as: heir.browser).text.contains("You’ll be its owner"))
            for _ in 0..<2 { #expect(campus.post(Self.ownership, as: heir.browser).status == .seeOther) }
            #expect(try campus.role(of: heir.id, in: community) == "owner")
            #expect(try campus.role(of: owner.id, in: community) == "moderator")
            #expect(campus.post(Self.offers, naming(owner.id), as: owner.browser).status == .forbidden)
        }
    }

    @Test("an offer taken back or declined, and one to a member who left, changes nothing")
    func ending() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (owner, heir) = (try campus.keeper(.owner, of: community), try campus.keeper(.member, of: community))
            for who in [owner, heir] {
                _ = campus.post(Self.offers, naming(heir.id), as: owner.browser)
                #expect(campus.post("\(Self.offers)/end", as: who.browser).status == .seeOther)
                #expect(campus.post(Self.ownership, as: heir.browser).status == .forbidden)
            }
            _ = campus.post(Self.offers, naming(heir.id), as: owner.browser)
            _ = campus.post("/c/algorithms/memberships/end", as: heir.browser)
            #expect(try campus.number("SELECT count(*) FROM ownership_offers") == 0)
            #expect(campus.post(Self.ownership, as: heir.browser).status == .forbidden)
            #expect(try campus.role(of: owner.id, in: community) == "owner")
        }
    }

    @Test("nobody takes over what was offered to another, nor offers what is not theirs")
    func others() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (owner, heir) = (try campus.keeper(.owner, of: community), try campus.keeper(.member, of: community))
            let moderator = try campus.keeper(.moderator, of: community)
            let outsider = try campus.keeper(nil, of: community)
            #expect(campus.post(Self.offers, naming(moderator.id), as: moderator.browser).status == .forbidden)
            #expect(campus.post(Self.offers, naming(outsider.id), as: owner.browser).status == .notFound)
            _ = campus.post(Self.offers, naming(heir.id), as: owner.browser)
            #expect(campus.post(Self.ownership, as: moderator.browser).status == .forbidden)
            _ = campus.post("\(Self.offers)/end", as: moderator.browser)
            #expect(try campus.number("SELECT count(*) FROM ownership_offers") == 1)
        }
    }

    @Test(
        "an admin gives away what nobody owns any more, and nothing else",
        arguments: ["active", "suspended", "deleted"])
    func assigning(state: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (owner, heir) = (try campus.keeper(.owner, of: community), try campus.keeper(.moderator, of: community))
            let admin = try campus.keeper(nil, of: community, siteRole: "admin")
            try campus.run("UPDATE users SET state = \(state) WHERE id = \(owner.id)")
            let page = campus.get(memberPath(heir.id), as: admin.browser).text
            #expect(page.contains("Make the owner") == (state != "active"))
            let answer = campus.post("\(Self.ownership)/assignment", naming(heir.id), as: admin.browser)
            #expect(answer.status == (state == "active" ? .conflict : .seeOther))
            #expect(try campus.role(of: heir.id, in: community) == (state == "active" ? "moderator" : "owner"))
            #expect(try campus.number("SELECT count(*) FROM memberships WHERE role = 'owner'") == 1)
            #expect(campus.post("\(Self.ownership)/assignment", naming(heir.id), as: heir.browser).status == .notFound)
        }
    }

    @Test("a community has an owner whatever happens at once")
    func concurrent() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (owner, heir) = (try campus.keeper(.owner, of: community), try campus.keeper(.moderator, of: community))
            for _ in 0..<3 {
                try campus.run("DELETE FROM memberships")
                try campus.add(owner.id, to: community, as: .owner)
                try campus.add(heir.id, to: community, as: .moderator)
                _ = campus.post(Self.offers, naming(heir.id), as: owner.browser)
                _ = campus.postAtOnce([
                    (Self.ownership, [], heir.browser), ("/c/algorithms/memberships/end", [], heir.browser),
                    ("/c/algorithms/memberships/end", [], owner.browser),
                    (memberPath(heir.id, "/ban"), [("reason", "No"), ("days", "1")], owner.browser),
                ])
                #expect(try campus.number("SELECT count(*) FROM memberships WHERE role = 'owner'") == 1)
            }
        }
    }
}
