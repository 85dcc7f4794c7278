import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Being on hold")
struct HoldTests {
    /// Pages that name people, or could.
    private static let pages = [
        "/", "/communities", "/c/algorithms", "/c/algorithms/about", "/c/algorithms/members", "/c/algorithms/1/shown",
        "/c/algorithms/1/shown/history", "/u/canary.person", "/u/other", "/search?q=canary",
        "/search?q=canary&scope=people",
        "/completions/people?q=canary", "/tags", "/tags/trees", "/home", "/home?feed=following", "/sitemap.xml",
        "/sitemaps/people/c.xml", "/c/algorithms/feed.atom", "/u/canary.person/feed.atom", "/feed.atom",
        "/settings/following", "/admin/verifications", "/bookmarks", "/welcome", "/welcome/matches",
    ]

    @Test("at once nobody finds, reads or opens who it is, whoever looks", arguments: ProfileReader.allCases)
    func canary(reader: ProfileReader) throws {
        guard reader != .owner else { return }
        try withCampus { campus in
            let owner = try campus.insertUser("Canary Person", username: "canary.person")
            try campus.fillProfile(of: owner)
            let community = try campus.insertCommunity()
            try campus.add(owner, to: community, as: .owner)
            try campus.insertPost("Shown", in: community, by: owner, tags: ["trees"])
            let other = try campus.insertUser("Other", username: "other")
            try campus.connect(owner, other)
            try campus.run("INSERT INTO user_skills (user_id, skill, level) VALUES (\(other), 'canary-skills', 3)")
            try campus.run(
                "INSERT INTO endorsements (user_id, skill, endorser_id) VALUES (\(other), 'canary-skills', \(owner))")
            let browser = try campus.reader(reader, of: owner)
            if let browser {
                try campus.add(browser.member.id.rawValue, to: community)
                if reader != .blocked { try campus.connect(browser.member.id.rawValue, other) }
            }
            // Kept pages, too.
            for path in Self.pages { _ = campus.get(path, as: browser) }
            let own = try campus.signIn(owner)
            #expect(campus.post(ProfilePaths.hold, [("hold", "on")], as: own).status == .seeOther)
            for path in Self.pages {
                let text = campus.get(path, as: browser).text
                #expect(!text.contains("Canary Person"), "\(path) to \(reader)")
                #expect(path.contains("canary.person") || !text.contains("canary.person"), "\(path) to \(reader)")
                // Their endorsement isn't counted either.
                #expect(!text.contains("One person says so"))
            }
            #expect(campus.get("/u/canary.person", as: own).text.contains("on hold"))
            #expect(campus.post(ProfilePaths.hold, [("hold", "off")], as: own).status == .seeOther)
            #expect(campus.get("/u/canary.person", as: browser).status == (reader == .blocked ? .notFound : .ok))
        }
    }
}
