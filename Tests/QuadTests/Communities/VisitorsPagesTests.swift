import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Visitors’ pages beside members’")
struct VisitorsPagesTests {
    /// Words that only members may meet: names of people and places, and what belongs to one reader.
    private static let canaries = [
        "Canary Person", "canary.person", "Canary Reader", "canary-private", "canary-university", "Canary in the mine",
        "aria-pressed", "memberships", "<textarea", "Ask or post", "Joined",
    ]

    @Test(
        "no page kept for visitors holds a word for members, whoever asked first",
        arguments: [Route].all.filter { if case .forVisitors = $0.keeping { true } else { false } }, [true, false])
    func canary(route: Route, memberFirst: Bool) throws {
        try withCampus { campus in
            let browser = try plant(campus)
            let path = route.pattern.split(separator: "/", omittingEmptySubsequences: false)
                .map { RouteTableTests.examples[String($0)] ?? String($0) }.joined(separator: "/")
            if memberFirst { #expect(campus.get(path, as: browser).status == .ok) }
            let fresh = campus.get(path)
            #expect(fresh.status == .ok)
            let kept = try #require(campus.application.pages.outlived(path)).text
            let member = campus.get(path, as: browser)
            #expect(member["Cache-Control"] == "private, no-store")
            #expect(campus.application.pages.outlived(path)?.text == kept)
            for text in [fresh.text, kept, campus.get(path).text] {
                for canary in Self.canaries { #expect(!text.contains(canary), "\(path) tells visitors \(canary)") }
            }
        }
    }

    @Test("the canaries are met by members, so that their absence says something")
    func canariesLive() throws {
        try withCampus { campus in
            let browser = try plant(campus)
            let pages = [
                "/communities", "/c/canary-private", "/c/algorithms/1/shown", "/c/algorithms", "/u/canary.person",
                "/u/bo.li",
            ].map { campus.get($0, as: browser).text }.joined()
            for canary in Self.canaries { #expect(pages.contains(canary), "nobody meets \(canary)") }
        }
    }

    /// - Returns: the browser of someone who sees everything planted.
    private func plant(_ campus: TestCampus) throws -> TestBrowser {
        let author = try campus.insertUser("Bo Li", username: "bo.li")
        let person = try campus.insertUser("Canary Person", username: "canary.person", visibility: "university")
        let reader = try campus.insertUser("Canary Reader", username: "canary.reader")
        let open = try campus.insertCommunity()
        let inserted = try campus.insertPost("Shown", in: open, by: author, tags: ["trees"])
        let post = try #require(RouteTableTests.examples[":post"].flatMap { UUID(uuidString: $0) })
        let comment = try #require(RouteTableTests.examples[":comment"].flatMap { UUID(uuidString: $0) })
        try campus.run("UPDATE posts SET id = \(post) WHERE id = \(inserted)")
        try campus.insertComment(on: post, by: author, number: 1)
        try campus.run("UPDATE comments SET id = \(comment)")
        try campus.add(reader, to: open)
        for kind in ["private", "university"] {
            let hidden = try campus.insertCommunity("canary-\(kind)", visibility: kind)
            try campus.insertPost("Canary in the mine", in: hidden, by: author, tags: ["trees"])
            try campus.insertPost("Canary in the mine", in: hidden, by: person, number: 2)
            for (user, role) in [(reader, CommunityRole.member), (author, .owner)] {
                try campus.add(user, to: hidden, as: role)
            }
        }
        try campus.run("INSERT INTO post_votes (user_id, post_id, value) VALUES (\(reader), \(post), 1)")
        return try campus.signIn(reader)
    }
}
