import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Public pages that a reader has already")
struct ConditionalPageTests {
    private static let targets = [
        "/", "/communities", "/c/algorithms", "/c/algorithms/1/shown", "/tags/trees", "/u/bo.li", "/about",
        "/robots.txt",
        "/sitemap.xml", "/sitemaps/communities.xml", "/sitemaps/c/algorithms/0.xml", "/sitemaps/people/b.xml",
        "/feed.atom", "/c/algorithms/feed.atom", "/c/algorithms/1/feed.atom", "/tags/trees/feed.atom",
    ]

    @Test("are confirmed with 304 by tag and by time, with and without a cache", arguments: [0, 1 << 20])
    func unchanged(cache: Int) throws {
        try withCampus({ $0.pageCacheBytes = cache }) { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: author, age: 90 * 86_400, tags: ["trees"])
            for target in Self.targets {
                let first = campus.get(target)
                let (tag, time) = (try #require(first["ETag"]), try #require(first["Last-Modified"], "\(target)"))
                #expect(tag.hasPrefix("\""), "the same bytes are named, so that the tag is a strong one")
                campus.application.pages.dropAll()
                for condition in [("If-None-Match", tag), ("If-None-Match", "W/\(tag)"), ("If-Modified-Since", time)] {
                    let again = campus.get(target, headers: [(name: condition.0, value: condition.1)])
                    #expect(again.status == .notModified, "\(target) \(condition)")
                    #expect(again["ETag"] == tag && again["Last-Modified"] == time && again.text.isEmpty)
                    #expect(again["Vary"] == "Cookie" && again["Cache-Control"] == "no-cache")
                }
                for condition in [
                    ("If-None-Match", "\"other\""), ("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"),
                ] {
                    #expect(campus.get(target, headers: [(name: condition.0, value: condition.1)]).status == .ok)
                }
                let head = campus.application.respond(
                    to: Request(.head, target, headers: [("If-None-Match", tag)]), on: campus.worker)
                #expect(head.status == .notModified)
            }
        }
    }

    @Test("a member’s page is never confirmed, and has nothing to confirm it by")
    func members() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            let tag = try #require(campus.get("/communities")["ETag"])
            let page = campus.get("/communities", as: browser)
            #expect(page["ETag"] == nil && page["Last-Modified"] == nil)
            let again = campus.get("/communities", headers: browser.headers + [("If-None-Match", tag)])
            #expect(again.status == .ok)
        }
    }

    @Test("what changed is sent, however it changed", arguments: ["If-None-Match", "If-Modified-Since"])
    func changed(condition: String) throws {
        try withCampus { campus in
            let post = try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser())
            let comment = try campus.insertComment("secret words", on: post, by: campus.insertUser(), number: 1)
            let first = campus.get("/c/algorithms/1/shown")
            let value = try #require(first[condition == "If-None-Match" ? "ETag" : "Last-Modified"])
            try campus.run("UPDATE comments SET state = 'removed' WHERE id = \(comment)")
            campus.application.pages.dropAll()
            let second = campus.get("/c/algorithms/1/shown", headers: [(condition, value)])
            #expect(second.status == .ok && !second.text.contains("secret words"))
        }
    }

    @Test("two contents never share their second, and what is forgotten begins anew")
    func versions() {
        let versions = PageVersions(limit: 2)
        #expect(versions.beginning(of: "/a", tag: "1", now: 100) == 100)
        #expect(versions.beginning(of: "/a", tag: "1", now: 200) == 100)
        #expect(versions.beginning(of: "/a", tag: "2", now: 200) == 200)
        #expect(versions.beginning(of: "/a", tag: "3", now: 200) == nil)
        #expect(versions.beginning(of: "/a", tag: "3", now: 201) == 201)
        for page in ["/b", "/c", "/d", "/e"] { #expect(versions.beginning(of: page, tag: "1", now: 300) == 300) }
        #expect(versions.beginning(of: "/e", tag: "1", now: 400) == 300)
        #expect(versions.beginning(of: "/a", tag: "3", now: 400) == 400)
    }
}
