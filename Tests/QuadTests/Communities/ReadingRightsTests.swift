import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who may read what")
struct ReadingRightsTests {
    enum Reader: CaseIterable {
        case visitor, student, stranger, joined, banned, moderator, admin
    }

    enum Place: CaseIterable {
        case open, ofUniversity, ofAllUniversities, ofMembers

        var visibility: String {
            switch self {
            case .open: "public"
            case .ofUniversity, .ofAllUniversities: "university"
            case .ofMembers: "private"
            }
        }

        func isReadable(by reader: Reader) -> Bool {
            switch (self, reader) {
            case (.open, _), (_, .moderator), (_, .admin): true
            case (_, .visitor): false
            case (.ofUniversity, _): reader != .stranger
            case (.ofAllUniversities, _): true
            case (.ofMembers, _): reader == .joined
            }
        }
    }

    private static let paths = [
        "/c/place", "/c/place/about", "/c/place/s/questions", "/c/place/1/canary", "/c/place/1",
    ]

    @Test(
        "a place is read by those it is for; for the rest it does not exist", arguments: Reader.allCases,
        Place.allCases)
    func places(reader: Reader, place: Place) throws {
        try withCampus { campus in
            let author = try campus.insertUser("The Author", username: "author")
            let community = try campus.insertCommunity("place", visibility: place.visibility)
            if place == .ofUniversity { try campus.bindToUniversity(community) }
            let post = try campus.insertPost("Canary", in: community, by: author)
            try campus.insertComment("canary", on: post, by: author, number: 1)
            let browser = try browser(of: reader, in: community, campus)
            let isReadable = place.isReadable(by: reader)
            for path in Self.paths {
                let page = get(path, as: browser, campus)
                #expect(page.status == (isReadable ? path == "/c/place/1" ? .movedPermanently : .ok : .notFound))
                if !isReadable {
                    let missing = get(path.replacing("place", with: "nothing"), as: browser, campus)
                    #expect(
                        page.text.replacing("place", with: "nothing")
                            == missing.text.replacing("place", with: "nothing"))
                }
            }
            for list in ["/communities", "/communities?order=name"] {
                #expect(get(list, as: browser, campus).text.contains("The place people") == isReadable)
            }
            let profile = get("/u/author", as: browser, campus).text
            #expect(profile.contains("/c/place/1/canary") == isReadable)
            #expect(profile.contains(isReadable ? "1 post " : "0 posts "))
        }
    }

    @Test("what is not public is for no crawler", arguments: [Place.ofUniversity, .ofMembers])
    func unindexed(place: Place) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity("place", visibility: place.visibility)
            try campus.insertPost("Canary", in: community, by: campus.insertUser())
            let browser = try #require(try browser(of: .joined, in: community, campus))
            for path in ["/c/place", "/c/place/about", "/c/place/s/questions", "/c/place/1/canary"] {
                let page = campus.get(path, as: browser)
                #expect(page.text.contains(#"<meta name="robots" content="noindex">"#))
                #expect(page["Cache-Control"] == "private, no-store")
                #expect(!page.text.contains("anyone can read"))
            }
        }
    }

    private func browser(of reader: Reader, in community: TestCommunity, _ campus: TestCampus) throws -> TestBrowser? {
        switch reader {
        case .visitor: return nil
        case .student: return try campus.signIn(campus.insertUser())
        case .stranger: return try campus.signIn(campus.insertStranger())
        case .moderator: return try campus.signIn(campus.insertUser(role: "moderator"))
        case .admin: return try campus.signIn(campus.insertUser(role: "admin"))
        case .joined, .banned:
            let user = try campus.insertUser()
            try campus.add(user, to: community, as: reader == .joined ? .member : .banned)
            return try campus.signIn(user)
        }
    }

    private func get(_ path: String, as browser: TestBrowser?, _ campus: TestCampus) -> Response {
        browser.map { campus.get(path, as: $0) } ?? campus.get(path)
    }
}
