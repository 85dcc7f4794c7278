import Testing

@testable import Quad

@Suite("What crawlers are told")
struct RobotsTests {
    @Test("forms and members’ own pages are for no crawler, those that train machines included")
    func neverRead() throws {
        try withCampus { campus in
            _ = try campus.insertCommunity("closed", indexing: "closed")
            _ = try campus.insertCommunity("searchable", indexing: "search")
            let groups = campus.get("/robots.txt").text.split(separator: "\n\n")
            for group in groups.prefix(2) {
                for path in [
                    "/comments/", "/dev/", "/forgot-password", "/home", "/posts/", "/settings", "/sign-in", "/sign-up",
                    "/c/closed/",
                ] {
                    #expect(group.split(separator: "\n").contains("Disallow: \(path)"))
                }
            }
            #expect(!groups[0].contains("searchable") && groups[1].contains("Disallow: /c/searchable/"))
        }
    }
}
