import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The members of a community")
struct MembersTests {
    private static let path = "/c/algorithms/members"

    enum Person: CaseIterable {
        case visitor, student, banned, member, owner, siteModerator
    }

    @Test("the list is for members and the site’s moderators", arguments: Person.allCases, ["public", "private"])
    func readers(person: Person, visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            let browser: TestBrowser? =
                switch person {
                case .visitor: nil
                case .student: try campus.keeper(nil, of: community).browser
                case .banned: try campus.keeper(.banned, of: community).browser
                case .member: try campus.keeper(.member, of: community).browser
                case .owner: try campus.keeper(.owner, of: community).browser
                case .siteModerator: try campus.keeper(nil, of: community, siteRole: "moderator").browser
                }
            guard let browser else {
                #expect(campus.get(Self.path).status == .seeOther)
                return
            }
            let isShown = [.member, .owner, .siteModerator].contains(person)
            #expect(campus.get(Self.path, as: browser).status == (isShown ? .ok : .notFound))
            let seesBans = [.owner, .siteModerator].contains(person)
            #expect(campus.get("\(Self.path)?role=banned", as: browser).status == (seesBans ? .ok : .notFound))
            #expect(campus.get("/c/algorithms", as: browser).text.contains("href=\"\(Self.path)\"") == isShown)
        }
    }

    @Test("it pages by key, and shows everyone once")
    func paging() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            for number in 0..<119 {
                let user = try campus.insertUser("Person N\(number)", username: "n.\(number)")
                try campus.add(user, to: community)
            }
            // Several joined at the very same time.
            try campus.run("UPDATE memberships SET joined_at = date_trunc('hour', joined_at)")
            var (path, names, pages) = (Optional(Self.path), [String](), 0)
            while let target = path, pages < 5 {
                let text = campus.get(target, as: owner.browser).text
                names += text.matches(of: /class="name" href="\/u\/([^"]+)"/).map { String($0.1) }
                path = text.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
                pages += 1
            }
            #expect(pages == 3 && names.count == 120 && Set(names).count == 120)
            for cursor in ["x", "1,2", "-1,\(UUID().uuidString.lowercased())"] {
                #expect(campus.get("\(Self.path)?after=\(cursor)", as: owner.browser).status == .notFound)
            }
        }
    }

    @Test("members are found by how their names begin, but nobody whose name is not shown")
    func names() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.keeper(.owner, of: community)
            for (name, username, isHeld) in [
                ("Émile Zola", "ez", false), ("Leila Farahani", "leila", false), ("Canary Held", "canary", true),
            ] {
                try campus.add(campus.insertUser(name, username: username + "1", isHeld: isHeld), to: community)
            }
            func found(_ name: String) -> String { campus.get("\(Self.path)?name=\(name)", as: owner.browser).text }
            #expect(found("fara").contains("Leila Farahani") && !found("fara").contains("Zola"))
            #expect(found("%C3%A9mi").contains("Émile Zola"))
            #expect(found("leila1").contains("Leila Farahani"))
            #expect(found("arahani").contains("Nobody of that name"))
            #expect(found("%25").contains("Nobody of that name"))
            #expect(found("canary").contains("Nobody of that name"))
            #expect(!campus.get(Self.path, as: owner.browser).text.contains("Canary Held"))
        }
    }

    @Test("a ban says why and until when, to whom it is for alone")
    func ban() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (owner, member) = (try campus.keeper(.owner, of: community), try campus.keeper(.member, of: community))
            let other = try campus.keeper(.member, of: community)
            let form = [(name: "reason", value: "Rule 2, three times"), ("days", "7")]
            #expect(
                campus.post(memberPath(member.id, "/ban"), [("reason", " ")], as: owner.browser).status
                    == .unprocessableContent)
            for _ in 0..<2 {
                #expect(campus.post(memberPath(member.id, "/ban"), form, as: owner.browser).status == .seeOther)
            }
            #expect(try campus.role(of: member.id, in: community) == "banned")
            #expect(try campus.countsMembers(of: community))
            #expect(campus.post("/c/algorithms/posts", newPost(), as: member.browser).status == .forbidden)
            #expect(campus.get("/c/algorithms/about", as: member.browser).text.contains("Rule 2, three times"))
            #expect(campus.get("\(Self.path)?role=banned", as: owner.browser).text.contains("Rule 2, three times"))
            for path in [Self.path, "/c/algorithms/about", "/c/algorithms"] {
                #expect(!campus.get(path, as: other.browser).text.contains("Rule 2, three times"))
            }
            #expect(campus.post(memberPath(member.id, "/ban/end"), as: owner.browser).status == .seeOther)
            #expect(campus.post("/c/algorithms/memberships", as: member.browser).status == .seeOther)
            #expect(try campus.role(of: member.id, in: community) == "member")
            #expect(try campus.countsMembers(of: community))
        }
    }

    @Test("a ban ends by itself when its time has come")
    func endingBan() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (over, going) = (try campus.keeper(.banned, of: community), try campus.keeper(.banned, of: community))
            let forever = try campus.keeper(.banned, of: community)
            try campus.run(
                "UPDATE memberships SET banned_until = now() - interval '1 second' WHERE user_id = \(over.id)")
            try campus.run("UPDATE memberships SET banned_until = now() + interval '1 day' WHERE user_id = \(going.id)")
            #expect(try campus.database.fetch(.endBans(limit: 10)) == 1)
            #expect(try campus.role(of: over.id, in: community) == "none")
            #expect(try campus.role(of: going.id, in: community) == "banned")
            #expect(try campus.role(of: forever.id, in: community) == "banned")
        }
    }

    enum Keeper: CaseIterable {
        case moderator, owner, siteModerator, admin
    }

    @Test(
        "moderators decide about members, the owner about moderators, and nobody about the owner",
        arguments: Keeper.allCases, [CommunityRole.owner, .moderator, .member, .banned])
    func decisions(keeper: Keeper, role: CommunityRole) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let decider =
                switch keeper {
                case .moderator: try campus.keeper(.moderator, of: community)
                case .owner: try campus.keeper(.owner, of: community)
                case .siteModerator: try campus.keeper(nil, of: community, siteRole: "moderator")
                case .admin: try campus.keeper(nil, of: community, siteRole: "admin")
                }
            let owns = keeper == .owner || keeper == .admin
            for (act, changes) in [
                ("/moderation", role == .member && owns), ("/moderation/end", role == .moderator && owns),
                ("/ban", role == .member || role == .moderator && owns),
                ("/removal", role == .member || role == .moderator && owns), ("/ban/end", role == .banned),
            ] {
                let user = try campus.insertUser()
                try campus.add(user, to: community, as: role)
                let answer = campus.post(
                    memberPath(user, act), [("reason", "Because"), ("days", "0")], as: decider.browser)
                #expect(answer.status == .seeOther)
                let after = try campus.role(of: user, in: community)
                #expect((after != role.rawValue) == changes, "\(act)")
                #expect(try campus.countsMembers(of: community))
            }
        }
    }

    @Test("nobody decides about themselves, but a moderator can lay the charge down")
    func themselves() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let moderator = try campus.keeper(.moderator, of: community)
            let form = [(name: "reason", value: "Because"), ("days", "0")]
            _ = campus.post(memberPath(moderator.id, "/ban"), form, as: moderator.browser)
            _ = campus.post(memberPath(moderator.id, "/removal"), as: moderator.browser)
            #expect(try campus.role(of: moderator.id, in: community) == "moderator")
            #expect(campus.post(memberPath(moderator.id, "/moderation/end"), as: moderator.browser).status == .seeOther)
            #expect(try campus.role(of: moderator.id, in: community) == "member")
        }
    }
}
