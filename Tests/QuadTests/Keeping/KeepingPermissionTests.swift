import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who may keep a community")
struct KeepingPermissionTests {
    enum Person: CaseIterable {
        case visitor, student, stranger, member, banned, moderator, owner, siteModerator, admin

        /// What answers them on a page for moderators; 404 where they may not know of the place.
        func status(in visibility: String, forOwner: Bool) -> Int {
            switch self {
            case .visitor: 303
            case .owner, .admin: 200
            case .moderator, .siteModerator: forOwner ? 403 : 200
            case .member: 403
            case .student, .banned: visibility == "private" ? 404 : 403
            case .stranger: visibility == "public" ? 403 : 404
            }
        }
    }

    private static let pages = [
        ("settings", false), ("settings/spaces", false), ("settings/spaces/questions", false),
        ("settings/spaces/questions/removal", false), ("invitations", false), ("review", false), ("archive", true),
    ]

    @Test(
        "each page is for those in charge; who reads is told so, and for the rest there is nothing",
        arguments: Person.allCases, ["public", "university", "private"])
    func pages(person: Person, visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            try campus.bindToUniversity(community)
            let browser = try browser(of: person, in: community, campus)
            for (page, forOwner) in Self.pages {
                let path = "/c/algorithms/\(page)"
                let answer = browser.map { campus.get(path, as: $0) } ?? campus.get(path)
                #expect(answer.status.code == person.status(in: visibility, forOwner: forOwner), "\(page)")
                if answer.status == .notFound, let browser {
                    let missing = campus.get(path.replacing("algorithms", with: "nothing"), as: browser)
                    #expect(answer.text.replacing("algorithms", with: "nothing") == missing.text)
                }
                #expect(answer.status != .ok || answer.text.contains(#"<meta name="robots" content="noindex">"#))
            }
        }
    }

    @Test(
        "nobody else changes anything", arguments: [Person.student, .stranger, .member, .banned],
        ["public", "university", "private"])
    func changes(person: Person, visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            try campus.bindToUniversity(community)
            let other = try campus.keeper(.member, of: community)
            try campus.run("UPDATE spaces SET is_reviewed = true")
            let post = try campus.insertPost("Waits", in: community, by: other.id, state: "in_review")
            let browser = try #require(try browser(of: person, in: community, campus))
            let before = try fingerprint(campus)
            let status = person.status(in: visibility, forOwner: false)
            let id = other.id.uuidString.lowercased()
            for (path, fields) in [
                ("settings", newCommunity("Taken over", slug: "algorithms") + [("revision", "1")]),
                ("archive", []), ("archive/end", []), ("settings/spaces", [("id", id), ("name", "Mine")]),
                ("settings/spaces/questions", [("name", "Mine")]), ("settings/spaces/questions/removal", []),
                ("settings/spaces/questions/moves", [("place", "1"), ("step", "up")]),
                ("invitations", [("username", "somebody")]), ("invitation-links", [("id", id)]),
                ("members/\(id)/ban", [("reason", "Because"), ("days", "7")]), ("members/\(id)/removal", []),
                ("members/\(id)/moderation", []), ("members/\(id)/moderation/end", []), ("members/\(id)/ban/end", []),
                ("asks/\(id)/acceptance", []), ("asks/\(id)/decline", []), ("ownership/offers", [("member", id)]),
                ("review/\(post.uuidString.lowercased())/approval", []),
                ("review/\(post.uuidString.lowercased())/refusal", [("reason", "No")]),
            ] as [(String, [(name: String, value: String)])] {
                let answer = campus.post("/c/algorithms/\(path)", fields, as: browser)
                #expect(answer.status.code == status, "\(path)")
            }
            #expect(try fingerprint(campus) == before)
        }
    }

    /// Everything that these forms could change.
    private func fingerprint(_ campus: TestCampus) throws -> String {
        try campus.text(
            """
            SELECT md5(concat((SELECT string_agg(c::text, '|' ORDER BY c.id) FROM communities c),
                (SELECT string_agg(m::text, '|' ORDER BY m.user_id) FROM memberships m),
                (SELECT string_agg(s::text, '|' ORDER BY s.id) FROM spaces s),
                (SELECT string_agg(p.state, '|' ORDER BY p.id) FROM posts p),
                (SELECT count(*) FROM invitations), (SELECT count(*) FROM invitation_links),
                (SELECT count(*) FROM ownership_offers)))
            """)
    }

    private func browser(of person: Person, in community: TestCommunity, _ campus: TestCampus) throws -> TestBrowser? {
        switch person {
        case .visitor: nil
        case .student: try campus.signIn(campus.insertUser())
        case .stranger: try campus.signIn(campus.insertStranger())
        case .member: try campus.keeper(.member, of: community).browser
        case .banned: try campus.keeper(.banned, of: community).browser
        case .moderator: try campus.keeper(.moderator, of: community).browser
        case .owner: try campus.keeper(.owner, of: community).browser
        case .siteModerator: try campus.keeper(nil, of: community, siteRole: "moderator").browser
        case .admin: try campus.keeper(nil, of: community, siteRole: "admin").browser
        }
    }
}
