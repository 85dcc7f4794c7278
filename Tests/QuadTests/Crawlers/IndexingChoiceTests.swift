import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who lets crawlers keep what")
struct IndexingChoiceTests {
    private static let noindex = #"<meta name="robots" content="noindex">"#

    @Test("an author who does not want to be found is in no sitemap, no site-wide feed and no structured data")
    func author() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let shy = try campus.insertUser("Shy Writer", username: "shy.writer")
            let other = try campus.insertUser("Bo Li", username: "bo.li")
            try campus.insertPost("Canary title", in: community, by: shy, number: 1)
            let open = try campus.insertPost("Shown", in: community, by: other, number: 2, kind: "discussion")
            try campus.insertComment("canary comment", on: open, by: shy, number: 1)
            let browser = try campus.signIn(shy)
            #expect(campus.get("/sitemaps/people/s.xml").text.contains("/u/shy.writer"))
            #expect(campus.get("/feed.atom").text.contains("Canary title"))

            let answer = campus.post("/settings/privacy/indexing", [("indexing", "off")], as: browser)
            #expect(answer.status == .seeOther && answer["Location"] == "/settings/privacy")
            #expect(campus.get("/settings/privacy", as: browser).text.contains("asked to leave out"))
            campus.application.pages.dropAll()
            for path in ["/u/shy.writer", "/c/algorithms/1/canary-title"] {
                let page = campus.get(path)
                #expect(page.status == .ok && page.text.contains(Self.noindex))
                #expect(page["X-Robots-Tag"] == "noindex")
                #expect(try page.graph().isEmpty)
            }
            #expect(campus.get("/sitemaps/people/s.xml").status == .notFound)
            #expect(!campus.get("/sitemap.xml").text.contains("people/s.xml"))
            #expect(!campus.get("/sitemaps/c/algorithms/0.xml").text.contains("canary"))
            #expect(!campus.get("/feed.atom").text.contains("Canary title"))
            #expect(campus.get("/c/algorithms/feed.atom").text.contains("Canary title"))
            let page = campus.get("/c/algorithms/2/shown")
            #expect(page.text.contains("canary comment") && !page.text.contains(Self.noindex))
            #expect(try page.graph()[0]["comment"] == .nothing)

            _ = campus.post("/settings/privacy/indexing", [("indexing", "on")], as: browser)
            campus.application.pages.dropAll()
            #expect(!campus.get("/u/shy.writer").text.contains(Self.noindex))
            #expect(campus.get("/sitemaps/c/algorithms/0.xml").text.contains("canary-title"))
        }
    }

    @Test("the choice is said twice without harm, and anything else changes nothing")
    func form() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            let browser = try campus.signIn(user)
            for choice in ["off", "off", "maybe", ""] {
                #expect(
                    campus.post("/settings/privacy/indexing", [("indexing", choice)], as: browser).status == .seeOther)
                #expect(try campus.database.fetch(.isIndexable(Member.ID(rawValue: user))) == false)
            }
            #expect(campus.post("/settings/privacy/indexing", as: browser).status == .seeOther)
            #expect(campus.post("/settings/privacy/indexing", [("indexing", "on")]).status == .forbidden)
        }
    }

    @Test(
        "a community’s choice stands in its pages’ heads and headers",
        arguments: [("open", nil), ("search", "noai, noimageai"), ("closed", "noindex, noai, noimageai")]
            as [(String, String?)])
    func community(indexing: String, header: String?) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity("place", indexing: indexing)
            try campus.insertPost("Shown", in: community, by: campus.insertUser())
            for path in ["/c/place", "/c/place/about", "/c/place/1/shown"] {
                let page = campus.get(path)
                #expect(page["X-Robots-Tag"] == header, "\(path)")
                #expect(page.text.contains(Self.noindex) == (indexing == "closed"))
                #expect(page.text.contains(#"<meta name="robots" content="noai, noimageai">"#) == (indexing != "open"))
                // Feeds are for readers.
                #expect(page.text.contains(#"href="/c/place/feed.atom""#))
            }
        }
    }

    @Test("an operator keeps those who train machines from the whole site")
    func operatorsChoice() throws {
        try withCampus({ $0.allowsTraining = false }) { campus in
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser(), tags: ["trees"])
            let groups = campus.get("/robots.txt").text.split(separator: "\n\n")
            #expect(groups[1].hasSuffix("\nDisallow: /"))
            #expect(groups[0].contains("User-agent: *") && !groups[0].contains("Disallow: /\n"))
            for path in ["/", "/c/algorithms/1/shown", "/tags/trees", "/about", "/sitemap.xml"] {
                #expect(campus.get(path)["X-Robots-Tag"]?.contains("noai, noimageai") == true, "\(path)")
            }
            #expect(campus.get("/").text.contains(#"content="noai, noimageai""#))
        }
    }

    @Test("thin, further and signed-in pages are not for keeping")
    func thin() throws {
        try withCampus { campus in
            let user = try campus.insertUser("Bo Li", username: "bo.li")
            let community = try campus.insertCommunity()
            let hidden = try campus.insertCommunity("hidden", visibility: "private")
            try campus.insertPost("Canary", in: hidden, by: user)
            for path in ["/u/bo.li", "/c/algorithms", "/c/algorithms/about", "/c/algorithms/s/questions"] {
                #expect(campus.get(path)["X-Robots-Tag"] == "noindex", "\(path) has nothing to find")
            }
            #expect(campus.get("/sitemaps/people/b.xml").status == .notFound)
            #expect(!campus.get("/sitemaps/communities.xml").text.contains("/c/algorithms"))
            try campus.insertPost("Shown", in: community, by: user)
            campus.application.pages.dropAll()
            for path in ["/u/bo.li", "/c/algorithms", "/c/algorithms/about"] {
                #expect(campus.get(path)["X-Robots-Tag"] == nil, "\(path)")
                #expect(campus.get(path, as: try campus.signIn(user))["X-Robots-Tag"] == "noindex")
            }
            #expect(campus.get("/sitemaps/people/b.xml").text.contains("<loc>http://quad.test/u/bo.li</loc>"))
        }
    }

    @Test("every public page has a description of at most 200 characters")
    func descriptions() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            try campus.run("UPDATE communities SET description = \(String(repeating: "words and ", count: 49))")
            try campus.insertPost(
                "Shown", in: community, by: campus.insertUser("Bo Li", username: "bo.li"),
                tags: ["trees"])
            try campus.run("UPDATE posts SET excerpt = ''")
            for path in [
                "/", "/communities", "/c/algorithms", "/c/algorithms/about", "/c/algorithms/s/questions",
                "/c/algorithms/1/shown", "/u/bo.li", "/tags/trees", "/about", "/rules", "/privacy",
            ] {
                let text = campus.get(path).text
                let opening = "<meta name=\"description\" content=\""
                let start = try #require(text.firstRange(of: opening)?.upperBound, "\(path) has none")
                let words = text[start...].prefix { $0 != "\"" }
                #expect((10...200).contains(words.count), "\(path): \(words)")
                #expect(text.contains("<meta property=\"og:description\" content=\"\(words)\">"))
            }
        }
    }
}
