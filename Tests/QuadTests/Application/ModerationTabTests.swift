import Testing

@testable import Quad

@Suite("The way among the pages of those who run the site")
struct ModerationTabTests {
    private static let forModerators = ["/admin/verifications", "/admin/courses"]
    private static let forAdmins = ["/admin/university", "/admin/matching", "/admin/jobs"]

    private static func tabs(of page: String) -> Substring? {
        page.firstMatch(of: #/<nav class="tabs" aria-label="Moderation">(?s:.*?)<\/nav>/#)?.output
    }

    @Test("leads admins to all of them and moderators to theirs, each page marked where it is")
    func pages() throws {
        try withCampus { campus in
            let admin = try campus.signIn(campus.insertUser("Ada", role: "admin"))
            let moderator = try campus.signIn(campus.insertUser("Mo", role: "moderator"))
            for (browser, paths) in [(admin, Self.forModerators + Self.forAdmins), (moderator, Self.forModerators)] {
                for path in paths {
                    let page = campus.get(path, as: browser).text
                    let tabs = try #require(Self.tabs(of: page), "\(path)")
                    #expect(tabs.matches(of: #/href="([^"]*)"/#).map { String($0.1) } == paths, "\(path)")
                    #expect(tabs.contains(#"href="\#(path)" aria-current="page""#), "\(path)")
                    #expect(page.contains(#"href="/admin/verifications" aria-current="page">Moderation"#), "\(path)")
                }
            }
        }
    }

    @Test("is in the masthead of those who moderate alone")
    func masthead() throws {
        try withCampus { campus in
            for (role, isThere) in [("member", false), ("moderator", true), ("admin", true)] {
                let page = campus.get("/home", as: try campus.signIn(campus.insertUser(role: role))).text
                #expect(page.contains(">Moderation</a>") == isThere, "\(role)")
            }
        }
    }
}
