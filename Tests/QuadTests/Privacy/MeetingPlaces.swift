import FoundationEssentials
import HTTPServer
import Testing

@testable import Quad

extension Meeting {
    /// A page where one person can come upon another.
    struct Place {
        /// Its route.
        let pattern: String
        /// As which of the two one is named to the other there.
        var sides = Set(Side.allCases)
        /// Whether it shows what somebody wrote, or answers for: that stays, under the name alone.
        var isWords = false
        /// Whether it is there again once a block is lifted; what ended stays ended.
        var comesBack = true
        let path: (Meeting, _ reader: TestPerson, _ other: TestPerson) throws -> String

        init(
            _ pattern: String, _ sides: Set<Side> = Set(Side.allCases), isWords: Bool = false, comesBack: Bool = true,
            _ path: @escaping (Meeting, TestPerson, TestPerson) throws -> String
        ) {
            (self.pattern, self.sides, self.isWords, self.comesBack, self.path) = (
                pattern, sides, isWords, comesBack, path
            )
        }
    }

    /// Every page that can name somebody to somebody else.
    static var places: [Place] {
        [
            Place("/home", [.none, .connected]) { _, _, _ in "/home" },
            Place("/home", [.isAsked], comesBack: false) { _, _, _ in "/home" },
            Place("/home", [.none, .connected], comesBack: false) { _, _, _ in "/home?feed=following" },
            Place("/c/:community", isWords: true) { _, _, _ in "/c/algorithms" },
            Place("/c/:community/s/:space", isWords: true) { _, _, _ in "/c/algorithms/s/questions" },
            Place("/c/:community/about", isWords: true) { meeting, _, other in
                "/c/\(meeting.community(of: other))/about"
            },
            Place("/c/:community/members") { _, _, _ in "/c/algorithms/members" },
            Place("/c/:community/:number/:slug", isWords: true) { _, _, other in
                "/c/algorithms/\(number(of: other))/shown"
            },
            Place("/c/:community/:number/:slug", isWords: true) { _, reader, _ in
                "/c/algorithms/\(number(of: reader))/shown"
            },
            Place("/posts/:post/history", isWords: true) { meeting, _, other in
                "/posts/\(text(meeting.post(of: other)))/history"
            },
            Place("/comments/:comment/history", isWords: true) { meeting, _, other in
                "/comments/\(text(meeting.comment(of: other)))/history"
            },
            Place("/tags/:tag", isWords: true) { _, _, _ in "/tags/trees" },
            Place("/bookmarks", isWords: true) { _, _, _ in "/bookmarks" },
            Place("/settings/following", [.none, .connected], comesBack: false) { _, _, _ in "/settings/following" },
            Place("/settings/muted", [.hasAsked, .isAsked], comesBack: false) { _, _, _ in "/settings/muted" },
            Place("/search") { _, _, _ in "/search?scope=people&q=canary" },
            Place("/search", isWords: true) { _, _, _ in "/search?q=shown" },
            Place("/completions/people") { _, _, _ in "/completions/people?q=canary" },
            Place("/u/:username/posts") { _, _, other in "/u/\(other.username)/posts" },
            Place("/u/:username") { _, _, other in "/u/\(other.username)" },
            // "You both know", and who endorses a skill.
            Place("/u/:username", comesBack: false) { meeting, _, _ in "/u/\(meeting.third.username)" },
            Place("/courses/:course") { meeting, _, _ in CoursePaths.course(meeting.course) },
            Place("/welcome/matches") { _, _, _ in "/welcome/matches" },
            Place("/matches") { _, _, _ in "/matches" },
            Place("/matches/:course") { meeting, _, _ in "/matches/\(text(meeting.course.rawValue))" },
            Place("/groups/proposals") { meeting, _, _ in "/groups/proposals?course=\(text(meeting.course.rawValue))" },
            Place("/groups/:group", comesBack: false) { meeting, _, other in "/groups/\(text(meeting.group(of: other)))"
            },
            Place("/groups/:group", comesBack: false) { meeting, reader, _ in
                "/groups/\(text(meeting.group(of: reader)))"
            },
            Place("/groups/:group", comesBack: false) { meeting, _, other in
                "/groups/\(text(meeting.invitation(by: other)))"
            },
            Place("/connections", [.connected], comesBack: false) { _, _, _ in "/connections" },
            Place("/connections/requests", [.isAsked], comesBack: false) { _, _, _ in "/connections/requests" },
            Place("/connections/sent", [.hasAsked], comesBack: false) { _, _, _ in "/connections/sent" },
            Place("/connections/mutual", [.connected], comesBack: false) { _, _, _ in "/connections/mutual?with=third"
            },
            Place("/connections/new", [.none]) { _, _, other in "/connections/new?to=\(other.username)" },
            Place("/connections/mutual", [.connected], comesBack: false) { _, _, other in
                "/connections/mutual?with=\(other.username)"
            },
            Place("/connections", [.connected], comesBack: false) { _, _, other in
                "/connections?order=newest&name=\(other.username.suffix(2) == "bo" ? "bon" : "ada")"
            },
            Place("/c/:community/members") { _, _, _ in "/c/algorithms/members?name=canary" },
            Place("/matches") { _, _, _ in "/matches?sort=newest&hours=1&style=quiet" },
            Place("/connections/:connection", [.hasAsked, .isAsked, .connected], comesBack: false) { meeting, _, _ in
                try meeting.connection
            },
            Place("/connections/:connection/end", [.connected], comesBack: false) { meeting, _, _ in
                try meeting.connection + "/end"
            },
            Place("/connections/suggestions", [.none]) { _, _, _ in "/connections/suggestions" },
            Place("/blocks/new") { _, _, other in "/blocks/new?to=\(other.username)" },
        ]
    }

    /// The live connection of the two.
    var connection: String {
        get throws { try campus.connection(between: ada.id, and: bo.id) }
    }

    private static func number(of person: TestPerson) -> Int { person.username == "canary.ada" ? 1 : 2 }
    private static func text(_ id: UUID) -> String { id.uuidString.lowercased() }
}

extension Meeting {
    /// Pages that show everyone the same, or somebody to who decides about them; each with the reason.
    static let open: [String: String] = [
        "/": "a visitor’s page, whoever looks",
        "/feed.atom": "as a visitor reads it", "/c/:community/feed.atom": "as a visitor reads it",
        "/c/:community/:number/feed.atom": "as a visitor reads it", "/tags/:tag/feed.atom": "as a visitor reads it",
        "/u/:username/feed.atom": "as a visitor reads it", "/sitemaps/people/:letter": "as a visitor reads it",
        "/c/:community/members/:member": "who keeps a community decides about its members",
        "/c/:community/invitations": "who keeps a community sees whom it invited",
        "/c/:community/review": "who keeps a community decides about its posts",
        "/c/:community/ownership": "who owns a community gives it to whom they choose",
        "/posts/:post/moderation": "who keeps a community decides about its posts",
        "/comments/:comment/moderation": "who keeps a community decides about its comments",
        "/connections/blocked": "who blocked somebody can lift it",
        "/admin/verifications": "for moderators", "/verifications/:id/document": "for moderators",
        "/admin/courses": "for moderators", "/admin/courses/:suggestion": "for moderators",
        "/admin/matching": "for admins", "/admin/university": "for admins", "/admin/jobs": "for admins",
        "/tags/:tag/settings": "for moderators",
        "/dev/components": "samples", "/dev/mail": "the demonstration’s mails",
        "/dev/mail/:mail": "the demonstration’s mails", "/dev/mail/:mail/html": "the demonstration’s mails",
        "/metrics": "for the operator",
    ]

    /// Pages that name nobody but their reader; looked at all the same.
    static let nameless: Set<String> = [
        "/communities", "/communities/new", "/c/:community/:number", "/c/:community/settings", "/c/:community/archive",
        "/c/:community/settings/spaces", "/c/:community/settings/spaces/:space",
        "/c/:community/settings/spaces/:space/removal", "/c/:community/icon", "/c/:community/new",
        "/posts/:post/edit", "/posts/:post/removal", "/posts/:post/comments/new", "/comments/:comment/edit",
        "/comments/:comment/removal", "/drafts", "/drafts/:draft", "/drafts/:draft/removal", "/invitation", "/tags",
        "/completions/tags",
        "/sign-up", "/sign-up/sent", "/verify-email", "/sign-in", "/forgot-password", "/forgot-password/sent",
        "/reset-password", "/not-me", "/confirm-address", "/set-up", "/welcome",
        "/settings/account", "/settings/account/email", "/settings/account/personal-email",
        "/settings/account/personal-email/removal", "/settings/account/deactivation", "/settings/account/deletion",
        "/settings/privacy", "/settings/security", "/settings/security/password",
        "/settings/profile", "/settings/profile/username", "/settings/profile/about",
        "/settings/profile/details/:type", "/settings/profile/skills", "/settings/profile/links",
        "/settings/profile/photo", "/settings/profile/visibility", "/settings/verification", "/settings/courses",
        "/settings/availability", "/settings/availability/zone", "/settings/study-habits",
        "/attachments/new", "/attachments/:id/:name", "/courses", "/courses/suggestion", "/groups",
        "/groups/:group/dissolution",
        "/about", "/rules", "/privacy", "/robots.txt", "/sitemap.xml", "/sitemaps/communities.xml",
        "/sitemaps/c/:community/:part", "/sitemaps/tags.xml", "/healthz", "/readyz",
    ]

    /// Where a page that names nobody but its reader is looked at: in the reader's communities, at the other's words.
    func address(of pattern: String, by reader: TestPerson) -> String {
        let other = other(than: reader)
        let own = [
            ":community": community(of: reader), ":post": Self.text(post(of: other)),
            ":id": Self.text(photo(of: other)),
            ":comment": Self.text(comment(of: other)), ":name": "photo",
        ]
        return pattern.split(separator: "/", omittingEmptySubsequences: false)
            .map { own[String($0)] ?? RouteTableTests.examples[String($0)] ?? String($0) }.joined(separator: "/")
    }
}
