import FoundationEssentials
import HTTPServer
import Testing

@testable import Quad

@Suite("Who may open a profile")
struct ProfileVisibilityTests {
    enum Reader: CaseIterable {
        case visitor, student, stranger, moderator, owner
    }

    enum Profile: CaseIterable {
        case everyone, university, connections, owner, held, deleted

        var visibility: String {
            switch self {
            case .everyone, .held, .deleted: "public"
            case .university: "university"
            case .connections: "connections"
            case .owner: "only_me"
            }
        }

        func isOpen(to reader: Reader) -> Bool {
            switch (self, reader) {
            case (.deleted, _): false
            case (_, .owner): true
            case (.held, _): false
            case (.everyone, _), (_, .moderator): true
            case (.university, _): reader == .student
            case (.connections, _), (.owner, _): false
            }
        }
    }

    @Test(
        "it opens for those it is shown to, and only their pages lead there", arguments: Reader.allCases,
        Profile.allCases)
    func opens(reader: Reader, profile: Profile) throws {
        // Nobody signs in to an account that is deleted.
        guard (reader, profile) != (.owner, .deleted) else { return }
        try withCampus { campus in
            let owner = try campus.insertUser(
                "Canary", username: "canary", visibility: profile.visibility,
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
            func get(_ path: String) -> Response { browser.map { campus.get(path, as: $0) } ?? campus.get(path) }
            let isOpen = profile.isOpen(to: reader)
            #expect(get("/u/canary").status == (isOpen ? .ok : .notFound))
            let isNamed = profile != .held && profile != .deleted
            #expect(
                get("/c/algorithms/1/shown").text.contains(#"<a class="name" href="/u/canary">"#) == (isOpen && isNamed)
            )
            if !isOpen { #expect(get("/u/canary").text.replacing("canary", with: "nobody") == get("/u/nobody").text) }
        }
    }

    @Test(
        "one’s own says who else sees it",
        arguments: [
            ("public", "anyone, also without an account"), ("university", "everyone at Alder Bay University"),
            ("connections", "your connections"), ("only_me", "Nobody but you"),
        ])
    func own(visibility: String, words: String) throws {
        try withCampus { campus in
            let owner = try campus.insertUser(username: "owner", visibility: visibility)
            let page = campus.get("/u/owner", as: try campus.signIn(owner)).text
            #expect(page.contains(words))
            #expect(page.contains("/settings/account"))
        }
    }
}
