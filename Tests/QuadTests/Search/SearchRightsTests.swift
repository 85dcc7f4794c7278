import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who finds what")
struct SearchRightsTests {
    enum Reader: String, CaseIterable {
        case visitor, student, stranger, member, banned, moderator
    }

    /// Everyone who could look, and the places a word could be in.
    private func withReaders(
        _ visibility: String, _ body: (TestCampus, TestCommunity, [Reader: TestBrowser]) throws -> Void
    ) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity("place", visibility: visibility)
            try campus.bindToUniversity(community)
            var browsers: [Reader: TestBrowser] = [:]
            browsers[.student] = try campus.signIn(campus.insertUser())
            browsers[.stranger] = try campus.signIn(campus.insertStranger())
            let (member, banned) = (try campus.insertUser(), try campus.insertUser())
            try campus.add(member, to: community)
            try campus.add(banned, to: community, as: .banned)
            browsers[.member] = try campus.signIn(member)
            browsers[.banned] = try campus.signIn(banned)
            browsers[.moderator] = try campus.signIn(campus.insertUser(role: "moderator"))
            try body(campus, community, browsers)
        }
    }

    private func pages(_ campus: TestCampus, _ browser: TestBrowser?, _ typed: String) -> [String] {
        SearchScope.allCases.map { scope in
            let path = "/search?q=\(typed)&scope=\(scope.rawValue)"
            return (browser.map { campus.get(path, as: $0) } ?? campus.get(path)).text
        }
    }

    @Test("words of a place are found by those alone who may read it", arguments: ["public", "university", "private"])
    func visibility(visibility: String) throws {
        try withReaders(visibility) { campus, community, browsers in
            let author = try campus.insertUser("An Author", username: "an.author")
            let post = try campus.insertPost(
                "Xylophone", in: community, by: author, body: "Canaryword inside.", tags: ["xylotag"])
            try campus.insertComment("Canaryword again.", on: post, by: author, number: 1)
            for reader in Reader.allCases {
                let mayRead =
                    switch (visibility, reader) {
                    case ("public", _), (_, .moderator), (_, .member): true
                    case ("university", .student), ("university", .banned): true
                    default: false
                    }
                let found = pages(campus, browsers[reader], "canaryword")
                #expect(found[0].contains("Xylophone") == mayRead, "\(reader) posts")
                #expect(found[1].contains("Xylophone") == mayRead, "\(reader) comments")
                for typed in [
                    "tag:xylotag", "kind:question", "in:place", "by:an.author", "xylophone", "place", "xylotag",
                ] {
                    let seen = pages(campus, browsers[reader], typed)
                    #expect(
                        seen.contains { $0.contains("Xylophone") }
                            == (mayRead && typed != "place"),
                        "\(reader) \(typed)")
                    #expect(mayRead || !seen.contains { $0.contains("The place people") }, "\(reader) \(typed)")
                }
                let tags = pages(campus, browsers[reader], "xylo")[4]
                #expect(tags.contains("/tags/xylotag") == (visibility == "public"))
            }
        }
    }

    @Test(
        "what has no page for everyone is found by nobody",
        arguments: ["draft", "in_review", "removed"])
    func states(state: String) throws {
        try withReaders("public") { campus, community, browsers in
            let author = try campus.insertUser()
            let post = try campus.insertPost("Canaryword", in: community, by: author, state: state, tags: ["canarytag"])
            try campus.insertComment("Canaryword too.", on: post, by: author, number: 1)
            let shown = try campus.insertPost("Shown", in: community, by: author, number: 2)
            for (number, state) in ["in_review", "removed"].enumerated() {
                try campus.insertComment("Canaryword there.", on: shown, by: author, number: number + 1, state: state)
            }
            var everyone = Array(browsers.values.map(Optional.some)) + [nil]
            everyone.append(try campus.signIn(author))
            for browser in everyone {
                for typed in ["canaryword", "tag:canarytag", "in:place+canaryword"] {
                    // The question itself stands in the box and the title.
                    let text = pages(campus, browser, typed).joined()
                    #expect(!text.contains("<mark>Canaryword</mark>") && !text.contains("/c/place/1/"))
                }
            }
            #expect(try campus.number("SELECT count(*) FROM post_search") == 1)
        }
    }

    @Test("what is taken down or closed is found no more at once, and again when it comes back")
    func changes() throws {
        try withReaders("public") { campus, community, browsers in
            let author = try campus.insertUser()
            let post = try campus.insertPost("Canaryword", in: community, by: author)
            let comment = try campus.insertComment("Canaryword too.", on: post, by: author, number: 1)
            func isFound(_ scope: Int) -> Bool {
                pages(campus, nil, "canaryword")[scope].contains("<mark>Canaryword</mark>")
            }
            #expect(isFound(0) && isFound(1))
            try campus.run("UPDATE posts SET state = 'removed' WHERE id = \(post)")
            #expect(!isFound(0) && !isFound(1))
            try campus.run("UPDATE posts SET state = 'archived' WHERE id = \(post)")
            #expect(isFound(0) && isFound(1))
            try campus.run("UPDATE comments SET state = 'removed' WHERE id = \(comment)")
            #expect(isFound(0) && !isFound(1))
            try campus.run("UPDATE communities SET visibility = 'private'")
            #expect(!isFound(0))
        }
    }

    @Test(
        "nobody is found, completed or searched by whose profile one may not open",
        arguments: ProfileVisibilityTests.Reader.allCases, ProfileVisibilityTests.Profile.allCases)
    func people(reader: ProfileVisibilityTests.Reader, profile: ProfileVisibilityTests.Profile) throws {
        guard (reader, profile) != (.owner, .deleted) else { return }
        try withCampus { campus in
            let owner = try campus.insertUser(
                "Canary Bird", username: "canary", visibility: profile.visibility,
                state: profile == .deleted ? "deleted" : "active", isHeld: profile == .held)
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: owner)
            let browser: TestBrowser? =
                switch reader {
                case .visitor: nil
                case .student: try campus.signIn(campus.insertUser())
                case .stranger: try campus.signIn(campus.insertStranger())
                case .moderator: try campus.signIn(campus.insertUser(role: "moderator"))
                case .owner: try campus.signIn(owner)
                }
            func get(_ path: String) -> String { (browser.map { campus.get(path, as: $0) } ?? campus.get(path)).text }
            let isOpen = profile.isOpen(to: reader)
            #expect(get("/search?q=bird&scope=people").contains(#"<bdi>Canary Bird</bdi>"#) == isOpen)
            #expect(get("/search?q=canary").contains(#"<a class="name" href="/u/canary">"#) == isOpen)
            #expect(get("/search?q=by:canary").contains(">Shown<") == isOpen)
            if browser != nil, reader != .owner {
                #expect(get("/completions/people?q=can").contains("canary") == isOpen)
            }
        }
    }
}
