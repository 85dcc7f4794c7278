import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Tags as things of their own")
struct TagSettingsTests {
    @Test("all tags are listed by posts or by name, page by page, and none that only hidden places use")
    func list() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            let hidden = try campus.insertCommunity("secret", visibility: "private")
            try campus.insertPost("Canary", in: hidden, by: author, tags: ["canary", "tag1"])
            for number in 1...60 {
                try campus.insertPost(in: community, by: author, number: number, tags: ["all", "tag\(number)"])
            }
            for order in TagOrder.allCases {
                var (path, met) = ("/tags?order=\(order.rawValue)", [String]())
                while met.count < 200 {
                    let text = campus.get(path).text
                    #expect(!text.contains("canary") && text.contains("61 tags of posts that anyone can read."))
                    met += text.matches(of: #/<h3><a href="\/tags\/([^"]*)">/#).map { String($0.1) }
                    guard let next = text.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#) else { break }
                    path = String(next.1).replacing("&amp;", with: "&")
                }
                #expect(met.count == 61 && Set(met).count == 61)
                #expect(met.first == "all" && met == (order == .name ? met.sorted() : met))
            }
            #expect(campus.get("/tags").text.contains("60 posts"))
            for query in ["order=x", "after=x", "after=-1,a", "after=1"] {
                #expect(campus.get("/tags?\(query)").status == .notFound)
            }
        }
    }

    @Test("moderators of the site describe a tag; nobody else finds the page")
    func describing() throws {
        try withCampus { campus in
            try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser(), tags: ["trees"])
            let moderator = try campus.signIn(campus.insertUser(role: "moderator"))
            let member = try campus.signIn(campus.insertUser())
            for path in ["/tags/trees/settings", "/tags/trees/synonym"] {
                #expect(campus.post(path, [("description", "No"), ("into", "b")], as: member).status == .notFound)
            }
            _ = campus.get("/tags/trees")
            let form = [("description", "  Trees, and\twhat <b>grows</b> on them. ")].map { (name: $0.0, value: $0.1) }
            #expect(campus.post("/tags/trees/settings", form, as: moderator)["Location"] == "/tags/trees")
            #expect(campus.get("/tags/trees").text.contains("Trees, and what &lt;b&gt;grows&lt;/b&gt; on them."))
            for (typed, words) in [
                (String(repeating: "x", count: 301), "That’s 301 characters"), ("a\u{202E}b", "invisible characters"),
            ] {
                let answer = campus.post("/tags/trees/settings", [("description", typed)], as: moderator)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words))
            }
            #expect(campus.post("/tags/none/settings", [("description", "x")], as: moderator).status == .notFound)
            #expect(campus.get("/tags/none/settings", as: moderator).status == .notFound)
        }
    }

    @Test("a merged tag leads to the other, and what is written with it is stored with the other")
    func merging() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("One", in: community, by: author, number: 1, tags: ["tree", "x"])
            try campus.insertPost("Two", in: community, by: author, number: 2, tags: ["trees", "tree"])
            let writer = try campus.insertWriter(in: community)
            _ = campus.post("/tags/tree/follows", [("value", "1")], as: writer.browser)
            let moderator = try campus.signIn(campus.insertUser(role: "moderator"))
            #expect(campus.post("/tags/tree/synonym", [("into", "#Trees")], as: moderator).status == .seeOther)
            let old = campus.get("/tags/tree?order=top")
            #expect(old.status == .movedPermanently && old["Location"] == "/tags/trees?order=top")
            #expect(!campus.get("/tags").text.contains(#"href="/tags/tree""#))
            #expect(try campus.number("SELECT count(*) FROM follows WHERE tag = 'trees'") == 1)

            _ = campus.post("/c/algorithms/posts", newPost("Three", tags: "tree new"), as: writer.browser)
            #expect(try campus.text("SELECT tags::text FROM posts WHERE title = 'Three'") == "{trees,new}")
            try campus.retag("tree")
            #expect(try campus.text("SELECT tags::text FROM posts WHERE title = 'One'") == "{trees,x}")
            #expect(try campus.text("SELECT tags::text FROM posts WHERE title = 'Two'") == "{trees}")
            #expect(try campus.number("SELECT post_count FROM tags WHERE slug = 'trees'") == 3)
            #expect(try campus.number("SELECT post_count FROM tags WHERE slug = 'tree'") == 0)
            #expect(campus.get("/tags/tree")["Location"] == "/tags/trees")
            // For posts that were on their way: once more, later.
            let later: SQL = """
                SELECT count(*) FROM jobs WHERE kind = 'retag_posts' AND run_at > now() + interval '1 min'
                """
            #expect(try campus.number(later) == 1)

            #expect(campus.post("/tags/tree/synonym/end", as: moderator).status == .seeOther)
            _ = campus.post("/c/algorithms/posts", newPost("Four", tags: "tree"), as: writer.browser)
            #expect(campus.get("/tags/tree").text.contains("/four"))
        }
    }

    @Test("a chain of merges is one step long, and a circle is refused")
    func chains() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost(in: community, by: author, tags: ["a", "b", "c", "d"])
            let moderator = try campus.signIn(campus.insertUser(role: "moderator"))
            func merge(_ tag: String, _ other: String) -> Response {
                campus.post("/tags/\(tag)/synonym", [("into", other)], as: moderator)
            }
            #expect(merge("a", "b").status == .seeOther)
            #expect(merge("b", "c").status == .seeOther)
            #expect(try campus.text("SELECT synonym_of FROM tags WHERE slug = 'a'") == "c")
            // Into a synonym is into what it leads to.
            #expect(merge("d", "a").status == .seeOther)
            #expect(try campus.text("SELECT synonym_of FROM tags WHERE slug = 'd'") == "c")
            for (tag, other, words) in [
                ("c", "a", "merged into this tag already"), ("c", "c", "That’s this tag itself"),
                ("c", "never", "No post that anyone can read"), ("c", "12 34", "isn’t a tag"), ("c", "", "Say which"),
            ] {
                let answer = merge(tag, other)
                #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(tag) into \(other)")
            }
            #expect(try campus.number("SELECT count(*) FROM tags WHERE synonym_of IS NOT NULL") == 3)
            #expect(campus.get("/tags/c/settings", as: moderator).text.contains("Merged into this one"))
        }
    }

    @Test("posts of hidden places are retagged as well, and do not show that they are there")
    func hidden() throws {
        try withCampus { campus in
            let (open, author) = (try campus.insertCommunity(), try campus.insertUser())
            let secret = try campus.insertCommunity("secret", visibility: "private")
            try campus.insertPost(in: open, by: author, tags: ["tree", "trees"])
            try campus.insertPost("Hidden", in: secret, by: author, tags: ["tree"])
            let moderator = try campus.signIn(campus.insertUser(role: "moderator"))
            _ = campus.post("/tags/tree/synonym", [("into", "trees")], as: moderator)
            try campus.retag("tree")
            #expect(try campus.text("SELECT tags::text FROM posts WHERE title = 'Hidden'") == "{trees}")
            #expect(try campus.number("SELECT post_count FROM tags WHERE slug = 'trees'") == 1)
            #expect(!campus.get("/tags/trees").text.contains("Hidden"))
        }
    }
}

extension TestCampus {
    /// Does the job of a merge.
    fileprivate func retag(_ tag: String) throws {
        try RetagPosts(tag: tag).run(
            JobContext(
                database: database, redis: worker.redis, now: .now, settings: application.settings,
                log: AccessLog(.none), isStopping: { false }))
    }
}
