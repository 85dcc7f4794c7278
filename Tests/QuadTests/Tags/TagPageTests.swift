import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Reading a tag’s posts as a visitor")
struct TagPageTests {
    @Test("a tag’s page lists the posts that carry it, newest first, with their communities")
    func page() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad")
            let (one, other) = (try campus.insertCommunity("algorithms"), try campus.insertCommunity("chemistry"))
            try campus.insertPost("Older", in: one, by: author, age: 900, tags: ["trees", "graphs"])
            try campus.insertPost("Newer", in: other, by: author, age: 60, tags: ["trees"])
            try campus.insertPost("Unrelated", in: one, by: author, number: 2, tags: ["graphs"])
            let page = campus.get("/tags/trees")
            #expect(page.status == .ok)
            #expect(page.text.contains("<title>#trees"))
            #expect(page.text.contains(#"<link rel="canonical" href="http://quad.test/tags/trees">"#))
            #expect(rows(page.text) == ["/c/chemistry/1/newer", "/c/algorithms/1/older"])
            #expect(page.text.contains("The chemistry people") && page.text.contains("Noor Haddad"))
            #expect(page.text.contains("That’s every post with this tag that anyone can read."))
        }
    }

    @Test("following “Older posts” meets every post once, in order, and says where the list ends")
    func everyPostOnce() throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let places = try ["algorithms", "chemistry"].map { try campus.insertCommunity($0) }
            var expected: [(time: Int, path: String)] = []
            for number in 1...35 {
                for place in places {
                    // Equal times in groups, so that only the id tells posts of different communities apart.
                    try campus.insertPost(
                        "Post", in: place, by: author, number: number, age: 100 * (number / 10), tags: ["trees"])
                    expected.append((number / 10, "/c/\(place.slug)/\(number)/post"))
                }
            }
            try campus.run(
                """
                UPDATE posts
                SET published_at = timestamptz '2026-03-01 12:00:00.123457+00' - (number / 10) * interval '1 s'
                """)
            var (path, met, pages) = ("/tags/trees", [String](), 0)
            while true {
                let page = campus.get(path).text
                pages += 1
                met += rows(page)
                #expect(page.contains(#"<meta name="robots" content="noindex">"#) == (pages > 1))
                #expect(page.contains(#"rel="canonical""#) == (pages == 1))
                guard let next = page.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#) else {
                    #expect(page.contains("That’s every post with this tag"))
                    break
                }
                path = String(next.1)
            }
            #expect(pages == 3)
            #expect(met.count == 70)
            #expect(Set(met) == Set(expected.map(\.path)))
            let times = met.map { path in expected.first { $0.path == path }?.time ?? -1 }
            #expect(times == times.sorted())
        }
    }

    @Test(
        "another spelling leads to the tag’s own address for good",
        arguments: [
            ("/tags/Binary_Search", "/tags/binary-search"), ("/tags/%C3%9Cbung", "/tags/%C3%BCbung"),
            ("/tags/u%CC%88bung", "/tags/%C3%BCbung"),
            (
                "/tags/TREES?after=5,0192d3a4-0000-7000-8000-000000000001",
                "/tags/trees?after=5,0192d3a4-0000-7000-8000-000000000001"
            ),
        ])
    func spelling(target: String, address: String) throws {
        try withCampus { campus in
            let response = campus.get(target)
            #expect(response.status == .movedPermanently)
            #expect(response["Location"] == address)
        }
    }

    @Test("a tag may be in any script, and its post leads to it", arguments: ["übung", "العربية", "图论"])
    func scripts(tag: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Shown", in: community, by: author, tags: [tag])
            let post = campus.get("/c/algorithms/1/shown").text
            let link = try #require(post.firstMatch(of: #/<a href="(\/tags\/[^"]*)" rel="tag">/#))
            let page = campus.get(String(link.1))
            #expect(page.status == .ok)
            #expect(page.text.contains("<bdi>\(tag)</bdi>"))
            #expect(page.text.contains(#"href="http://quad.test\#(link.1)""#))
        }
    }

    @Test("a list of fewer than three posts is not for finding", arguments: [2, 3])
    func indexing(count: Int) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...count {
                try campus.insertPost("Post", in: community, by: author, number: number, tags: ["trees"])
            }
            #expect(campus.get("/tags/trees").text.contains(#"<meta name="robots" content="noindex">"#) == (count < 3))
        }
    }

    @Test(
        "what a visitor may not know exists answers exactly like what does not exist",
        arguments: ["university", "private"])
    func hidden(visibility: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let (open, secret) = (
                try campus.insertCommunity(), try campus.insertCommunity("secret", visibility: visibility)
            )
            try campus.insertPost("Shown", in: open, by: author, tags: ["trees"])
            try campus.insertPost("Canary", in: secret, by: author, tags: ["trees", "canary"])
            #expect(rows(campus.get("/tags/trees").text) == ["/c/algorithms/1/shown"])
            #expect(!campus.get("/tags/trees").text.contains("Canary"))
            let hidden = campus.get("/tags/canary")
            #expect(hidden.status == .notFound)
            #expect(hidden.text.replacing("canary", with: "nothing") == campus.get("/tags/nothing").text)
        }
    }

    @Test("only published posts are listed", arguments: ["draft", "in_review", "archived", "removed"])
    func states(state: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Hidden", in: community, by: author, state: state, tags: ["trees"])
            #expect(campus.get("/tags/trees").status == .notFound)
        }
    }

    @Test(
        "malformed and unknown addresses answer 404",
        arguments: [
            "/tags/nothing", "/tags/12", "/tags/a%20b", "/tags/a%2Fb", "/tags/%F0%9F%A6%86", "/tags/trees-",
            "/tags/trees?order=best", "/tags/trees?period=day", "/tags/trees?after=x", "/tags/trees?after=1",
            "/tags/trees?after=1,2", "/tags/trees?after=nan,1",
            "/tags/trees?after=01,0192d3a4-0000-7000-8000-000000000001",
            "/tags/trees?after=99999999999999999999,0192d3a4-0000-7000-8000-000000000001",
            // Before the oldest post: no page of ours leads there.
            "/tags/trees?after=1,0192d3a4-0000-7000-8000-000000000001",
        ])
    func malformed(target: String) throws {
        try withCampus { campus in
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser(), tags: ["trees"])
            #expect(campus.get(target).status == .notFound)
        }
    }

    @Test("a kept page goes when its tag is said to have changed")
    func kept() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Shown", in: community, by: author, tags: ["trees"])
            _ = campus.get("/tags/trees")
            #expect(campus.application.pages.outlived("/tags/trees") != nil)
            campus.application.pages.drop([PageTag.tag("trees")])
            #expect(campus.application.pages.outlived("/tags/trees") == nil)
        }
    }

    private func rows(_ page: String) -> [String] {
        page.matches(of: #/<h3><a href="([^"]*)">/#).map { String($0.1) }
    }
}
