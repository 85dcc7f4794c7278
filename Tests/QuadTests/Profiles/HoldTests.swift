import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Being away from sight")
struct HoldTests {
    /// What takes somebody out of others' sight.
    enum Absence: String, CaseIterable {
        case held, deleted, suspended, deactivated, silenced

        /// Whether the name alone may stand on a page: over what somebody wrote and takes part in, while
        /// the account is still theirs; and among those who know them, while they can still read.
        func leavesName(on page: Page) -> Bool {
            switch self {
            case .held, .deleted: false
            case .suspended, .deactivated: page.isByline
            case .silenced: page.isByline || page.isAmongAcquaintances
            }
        }

        /// Whether a page may tell more, to people who know them.
        func leavesAll(on page: Page) -> Bool { self == .silenced && page.isAmongAcquaintances }

        /// Whether staff go on seeing who it is: they decide about it. A hold is nobody’s to decide about.
        var isForStaff: Bool { ![.held, .deleted].contains(self) }

        func begin(_ meeting: Meeting) throws {
            let (campus, person) = (meeting.campus, meeting.bo)
            guard self != .held else {
                #expect(campus.post(ProfilePaths.hold, [("hold", "on")], as: person.browser).status == .seeOther)
                return
            }
            try campus.run("UPDATE users SET state = \(rawValue) WHERE id = \(person.id)")
            campus.application.pages.dropAll()
        }
    }

    /// Where people stand under what they wrote, founded, joined or are followed for.
    private static let bylines: Set = [
        "/", "/home", "/communities", "/settings/following", "/c/:community/members", "/c/:community/members/:member",
        "/posts/:post/moderation", "/comments/:comment/moderation", "/feed.atom", "/c/:community/feed.atom",
        "/c/:community/:number/feed.atom", "/tags/:tag/feed.atom",
    ]
    /// Where those stand whom one knows.
    private static let acquaintances: Set = [
        "/groups/:group", "/blocks/new", "/connections", "/connections/mutual", "/connections/:connection",
        "/connections/:connection/end", "/connections/requests", "/connections/sent",
        "/connections/suggestions",
    ]

    struct Page {
        let pattern: String
        let path: String
        var isWords = false

        var isByline: Bool { isWords || HoldTests.bylines.contains(pattern) }
        var isAmongAcquaintances: Bool { HoldTests.acquaintances.contains(pattern) }
    }

    private struct Reader {
        let name: String
        /// `nil` for a visitor.
        let browser: TestBrowser?

        var isStaff: Bool { browser?.member.role.moderates == true }
    }

    /// Whoever could look.
    private static func readers(_ meeting: Meeting) throws -> [Reader] {
        let campus = meeting.campus
        let keeper = try campus.person("Keeper", "keeper", visibility: "public")
        for slug in ["algorithms", meeting.community(of: meeting.bo)] {
            try campus.run(
                """
                INSERT INTO memberships (community_id, user_id, role)
                SELECT id, \(keeper.id), 'moderator' FROM communities WHERE slug = \(slug)
                """)
        }
        return [
            Reader(name: "visitor", browser: nil),
            Reader(name: "stranger", browser: try campus.signIn(campus.insertStranger())),
            Reader(name: "student", browser: try campus.signIn(campus.insertUser("Student"))),
            Reader(name: "the other", browser: meeting.ada.browser),
            Reader(name: "connection and course mate", browser: meeting.third.browser),
            Reader(name: "keeper of the community", browser: keeper.browser),
            Reader(name: "moderator", browser: try campus.signIn(campus.insertUser("Moderator", role: "moderator"))),
            Reader(name: "admin", browser: try campus.signIn(campus.insertUser("Admin", role: "admin"))),
        ]
    }

    /// Every page there is, each where it would tell of the one who goes.
    private static func pages(_ meeting: Meeting) throws -> [Page] {
        let (bo, places) = (
            meeting.bo, Meeting.places.filter { meeting.tie != .none || !$0.pattern.contains("/:conn") }
        )
        let found = try places.map { place in
            Page(pattern: place.pattern, path: try place.path(meeting, meeting.ada, bo), isWords: place.isWords)
        }
        let rest = Meeting.nameless.union(Meeting.open.keys).sorted()
            .map { Page(pattern: $0, path: meeting.address(of: $0, by: bo)) }
        let more = [
            ("/c/:community/feed.atom", "/c/algorithms/feed.atom"), ("/search", "/search?scope=people&q=Bonifaz"),
            ("/c/:community/:number/feed.atom", "/c/algorithms/2/feed.atom"), ("/search", "/search?q=headline"),
            ("/u/:username/feed.atom", "/u/canary.bo/feed.atom"),
            ("/sitemaps/people/:letter", "/sitemaps/people/c.xml"),
            ("/c/:community/members/:member", "/c/algorithms/members/\(bo.id.uuidString.lowercased())"),
            ("/search", "/search?q=by%3Acanary.bo"),
            ("/posts/:post/moderation", "/posts/\(meeting.post(of: bo))/moderation"),
        ]
        return found + rest + more.map { Page(pattern: $0, path: $1) }
    }

    static let cells = [(Absence.held, Meeting.Tie.none), (.held, .asked)] + Absence.allCases.map { ($0, .connected) }

    @Test("at once nobody finds, reads or opens who it is, on any page, whoever looks", arguments: cells)
    func canary(absence: Absence, tie: Meeting.Tie) throws {
        try withCampus { campus in
            let meeting = try Meeting(campus, tie: tie)
            let (readers, pages) = (try Self.readers(meeting), try Self.pages(meeting))
            let photo = AttachmentPaths.photo(Attachment.ID(rawValue: meeting.photo(of: meeting.bo)))
            // A username of before leads to the one of now.
            try campus.run("INSERT INTO former_usernames (username, user_id) VALUES ('before', \(meeting.bo.id))")
            for reader in readers {
                #expect(campus.get("/u/before", as: reader.browser)["Location"] == "/u/canary.bo")
                #expect(campus.get(photo, as: reader.browser).status == .ok)
            }
            // Kept pages, too.
            var named = Set<String>()
            for reader in readers {
                for page in pages where !Meeting.nameless.contains(page.pattern) {
                    if !Self.signs(meeting, page.path, reader.browser).isEmpty { named.insert(reader.name) }
                }
            }
            #expect(named.count == readers.count)
            try absence.begin(meeting)
            for reader in readers where !(absence.isForStaff && reader.isStaff) {
                #expect(campus.get(photo, as: reader.browser).status == .notFound, "the photo to \(reader.name)")
                #expect(campus.get("/u/before", as: reader.browser).status == .notFound)
                for page in pages where !absence.leavesAll(on: page) {
                    let found = Self.signs(meeting, page.path, reader.browser)
                        .filter { $0 != "Bonifaz" || !absence.leavesName(on: page) }
                    #expect(found.isEmpty, "\(page.path) to \(reader.name), \(absence): \(found)")
                }
            }
            guard absence == .held else { return }
            #expect(campus.get("/u/canary.bo", as: meeting.bo.browser).text.contains("on hold"))
            #expect(campus.post(ProfilePaths.hold, [("hold", "off")], as: meeting.bo.browser).status == .seeOther)
            for reader in readers { #expect(campus.get("/u/canary.bo", as: reader.browser).status == .ok) }
        }
    }

    private static func signs(_ meeting: Meeting, _ path: String, _ browser: TestBrowser?) -> [String] {
        let response = meeting.campus.get(path, as: browser)
        let text = response.text + (response["Location"] ?? "")
        return Meeting.signs(of: meeting.bo).filter { !path.contains($0) && text.contains($0) }
    }
}
