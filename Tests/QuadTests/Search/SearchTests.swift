import FoundationEssentials
import HTML
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Searching")
struct SearchTests {
    /// The paths of what was found, in order.
    private func found(_ page: String) -> [String] {
        page.matches(of: /<li class="found">\s*<h3><a href="([^"]*)"/).map { String($0.1) }
    }

    private func search(_ campus: TestCampus, _ typed: String, _ rest: String = "", as browser: TestBrowser? = nil)
        -> String
    {
        var encoded = HTMLBuffer()
        encoded.urlComponent(typed)
        let path = "/search?q=" + String(decoding: encoded.finish(), as: UTF8.self) + rest
        let page = browser.map { campus.get(path, as: $0) } ?? campus.get(path)
        #expect(page.status == .ok)
        #expect(page.text.contains(#"<meta name="robots" content="noindex">"#))
        return page.text
    }

    @Test(
        "a post is found by words of its title, tags and text, however they were typed",
        arguments: [
            "deleting nodes", "DELETE node", #""deleting a node""#, "cafe", "Café", "C++", "c++ tree", "C#",
            "self hosted",
            "self-hosted", "3.14", "trees", "graph-theory", "کتاب", "كتاب", "می شود", "میشود OR node", "۱۲۳", "123",
            "机器学习",
            "机器", "node -python", "node or nothing", "tag:trees", "tag:trees node", "in:algorithms", "by:bo.li node",
            "kind:question", "is:unanswered", "after:2020-01-01", "before:2199-01-01 node",
        ])
    func finds(typed: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Bo Li", username: "bo.li"))
            try campus.insertPost(
                "Deleting a node", in: community, by: author,
                body: "In C++ or C#, at the café, self-hosted, 3.14; این کتاب می‌شود ۱۲۳. 机器学习 too.",
                tags: ["trees", "graph-theory"])
            try campus.insertPost(
                "Unrelated", in: campus.insertCommunity("chemistry"), by: campus.insertUser(), kind: "discussion",
                body: "Acids in C.", age: 7_200)
            #expect(found(search(campus, typed)).first == "/c/algorithms/1/deleting-a-node")
        }
    }

    @Test(
        "a post is not found by what it has not",
        arguments: [
            "heap", "node -deleting", #""node deleting""#, "C++", "tag:graphs", "in:chemistry node", "by:nobody node",
            "kind:article", "is:answered", "before:2020-01-01 node", "after:2199-01-01", "tag:tree",
        ])
    func misses(typed: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Bo Li", username: "bo.li"))
            _ = try campus.insertCommunity("chemistry")
            try campus.insertPost("Deleting a node", in: community, by: author, body: "In C.", tags: ["trees"])
            let page = search(campus, typed)
            #expect(found(page).isEmpty)
            #expect(page.contains(#"class="empty""#))
        }
    }

    @Test(
        "no question is an error, and none is taken for markup or SQL",
        arguments: [
            "'", "\"", "\\", "'; DROP TABLE posts; --", "a & | ! b", "((((", ":*", "%00", "<script>alert(1)</script>",
            "-", "- -", "--heap", "or or or", "the", "\u{202E}evil", String(repeating: "\"-(", count: 500),
            String(repeating: "x", count: 5_000), "tag:' in:' by:' kind:' is:' before:' after:'", "~cabc ~kquestion",
            "\u{FFFF}",
            "👩‍👩‍👧", "a:b:c:d", "before:9999-99-99",
        ])
    func hostile(typed: String) throws {
        try withCampus { campus in
            try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser())
            for scope in SearchScope.allCases {
                let page = search(campus, typed, "&scope=\(scope.rawValue)")
                #expect(!page.contains("<script>alert"))
                #expect(!page.contains("/c/algorithms/1/"))
            }
        }
    }

    @Test("the title counts most, then tags, then the text; votes lift what fits alike")
    func order() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Body", in: community, by: author, number: 1, body: "About heaps.", age: 10)
            try campus.insertPost(
                "Tag", in: community, by: author, number: 2, body: "About it.", age: 20, tags: ["heaps"])
            try campus.insertPost("Heaps", in: community, by: author, number: 3, body: "About it.", age: 30)
            try campus.insertPost("Heaps", in: community, by: author, number: 4, body: "About it.", score: 9, age: 40)
            #expect(
                found(search(campus, "heap"))
                    == [
                        "/c/algorithms/4/heaps", "/c/algorithms/3/heaps", "/c/algorithms/2/tag", "/c/algorithms/1/body",
                    ])
        }
    }

    @Test("following “More results” meets every post once, in words and without", arguments: ["heap", "in:algorithms"])
    func pages(typed: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...60 {
                try campus.insertPost(
                    "Heap \(number)", in: community, by: author, number: number, score: number % 3, age: number)
            }
            var (met, page) = ([String](), search(campus, typed))
            while true {
                met += found(page)
                guard let next = page.firstMatch(of: #/href="([^"]*)" rel="next"/#) else { break }
                page = campus.get(String(next.1).replacing("&amp;", with: "&")).text
            }
            #expect(met.count == 60 && Set(met).count == 60)
            #expect(page.contains("That’s everything anyone can read."))
        }
    }

    @Test("a misspelled word is answered with what others write, when that finds something")
    func didYouMean() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...2 {
                try campus.insertPost("Algorithms, part \(number)", in: community, by: author, number: number)
            }
            _ = try campus.database.fetch(.countVocabulary)
            let page = search(campus, "algoritms")
            #expect(page.contains("Did you mean <a href=\"/search?q=algorithms\""))
            // Nobody is told a word that they cannot read any more.
            try campus.run("UPDATE communities SET visibility = 'private'")
            #expect(!search(campus, "algoritms").contains("Did you mean"))
        }
    }

    @Test("names are found with typing errors, and tags by their beginning, before the posts and alone")
    func names() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad", username: "noor.haddad")
            try campus.insertPost("Trees", in: campus.insertCommunity(), by: author, tags: ["graphs"])
            #expect(search(campus, "Noor").contains(#"href="/u/noor.haddad""#))
            #expect(search(campus, "hadad", "&scope=people").contains(#"href="/u/noor.haddad""#))
            #expect(search(campus, "noor.haddad", "&scope=people").contains(#"href="/u/noor.haddad""#))
            #expect(search(campus, "algoritms", "&scope=communities").contains(#"href="/c/algorithms""#))
            #expect(search(campus, "algorithms").contains(#"href="/c/algorithms""#))
            #expect(search(campus, "gra").contains(#"href="/tags/graphs""#))
            #expect(search(campus, "grphs", "&scope=tags").contains(#"href="/tags/graphs""#))
            #expect(!search(campus, "zzz", "&scope=tags").contains("/tags/"))
        }
    }

    @Test("comments are found where they stand, and lead there")
    func comments() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Bo Li", username: "bo.li"))
            let post = try campus.insertPost("Why?", in: community, by: author)
            try campus.insertComment("Because of *leaves*.", on: post, by: author, number: 1)
            let page = search(campus, "leaf or leaves by:bo.li in:algorithms", "&scope=comments")
            #expect(found(page).count == 1)
            #expect(page.contains("<mark>leaves</mark>"))
            #expect(found(search(campus, "leaves")).isEmpty)
            #expect(search(campus, "leaves tag:trees", "&scope=comments").contains("Comments have no tags"))
        }
    }

    @Test("fields beside the box say the same as filters in it, and a chip takes one away")
    func fields() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Bo Li", username: "bo.li"))
            try campus.insertPost("Heaps", in: community, by: author, tags: ["trees", "heaps"])
            let page = search(
                campus, "heaps", "&in=algorithms&by=bo.li&tag=trees+heaps&kind=question&is=unanswered&after=&before=")
            #expect(found(page).count == 1)
            #expect(page.contains("in The algorithms people"))
            #expect(
                page.contains(
                    #"href="/search?q=heaps&amp;in=algorithms&amp;by=bo.li&amp;tag=trees&amp;tag=heaps&amp;is=unanswered""#
                ))
            #expect(search(campus, "in:secret heaps").contains("There is no community “secret” that you can read."))
            #expect(search(campus, "by:who heaps").contains("There is nobody called “who”"))
        }
    }

    @Test("without a question there is the box and how to use it, and nothing else")
    func start() throws {
        try withCampus { campus in
            try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser())
            let page = search(campus, "")
            #expect(page.contains("is:unanswered") && !page.contains("More results") && found(page).isEmpty)
            #expect(campus.get("/search?scope=nowhere").status == .notFound)
            #expect(campus.get("/search?q=a&from=x").status == .notFound)
        }
    }
}
