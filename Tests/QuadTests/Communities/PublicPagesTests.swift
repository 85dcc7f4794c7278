import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Reading communities as a visitor")
struct PublicPagesTests {
    @Test("a community's page lists its published posts and names their authors")
    func communityPage() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let author = try campus.insertUser("Noor Haddad", username: "noor.haddad")
            try campus.insertPost("Deleting a node loses half of my tree", in: community, by: author)
            let page = campus.get("/c/algorithms")
            #expect(page.status == .ok)
            #expect(page.text.contains("Deleting a node loses half of my tree"))
            #expect(page.text.contains("Noor Haddad"))
            #expect(page.text.contains("/c/algorithms/1/deleting-a-node-loses-half-of-my-tree"))
        }
    }

    @Test(
        "what a visitor may not know exists answers exactly like what does not exist",
        arguments: ["/c/secret", "/c/secret/about", "/c/secret/s/questions", "/c/secret/1/canary", "/c/secret/1"])
    func hiddenPlaces(path: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let secret = try campus.insertCommunity("secret", visibility: "private")
            let post = try campus.insertPost("Canary", in: secret, by: author)
            try campus.insertComment("canary", on: post, by: author, number: 1)
            let hidden = campus.get(path)
            let missing = campus.get(path.replacing("secret", with: "nothing"))
            #expect(hidden.status == .notFound)
            #expect(hidden.text.replacing("secret", with: "nothing") == missing.text)
        }
    }

    @Test(
        "no list, sitemap or front page mentions a university's or a private community",
        arguments: [
            "/", "/communities", "/communities?order=name", "/sitemap.xml", "/sitemaps/communities.xml", "/robots.txt",
            "/u/canary.author",
        ])
    func hiddenInLists(path: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser(username: "canary.author")
            for (number, visibility) in ["university", "private"].enumerated() {
                let hidden = try campus.insertCommunity("canary-\(number)", visibility: visibility)
                try campus.insertPost("Canary in the mine", in: hidden, by: author)
            }
            let page = campus.get(path)
            #expect(page.status == .ok)
            #expect(!page.text.contains("canary-"))
            #expect(!page.text.contains("Canary in the mine"))
        }
    }

    @Test("a post is a page of its own at its number and title", arguments: ["draft", "in_review"])
    func states(state: String) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Shown", in: community, by: author, number: 1)
            try campus.insertPost("Hidden", in: community, by: author, number: 2, state: state)
            #expect(campus.get("/c/algorithms/1/shown").status == .ok)
            #expect(campus.get("/c/algorithms/2/hidden").status == .notFound)
            #expect(campus.get("/c/algorithms/2").status == .notFound)
        }
    }

    @Test("a wrong title in the address leads to the right one for good")
    func wrongSlug() throws {
        try withCampus { campus in
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser())
            for path in ["/c/algorithms/1", "/c/algorithms/1/an-older-title"] {
                let response = campus.get(path)
                #expect(response.status == .movedPermanently)
                #expect(response["Location"] == "/c/algorithms/1/shown")
            }
        }
    }

    @Test("a removed post answers 410 with the reason, and shows none of its words")
    func removed() throws {
        try withCampus { campus in
            let id = try campus.insertPost(
                "Gone", in: campus.insertCommunity(), by: campus.insertUser(), body: "secret words")
            try campus.run(
                "UPDATE posts SET state = 'removed', removal_reason = 'rule 2, no solutions' WHERE id = \(id)")
            let page = campus.get("/c/algorithms/1/gone")
            #expect(page.status == .gone)
            #expect(page.text.contains("rule 2, no solutions"))
            #expect(!page.text.contains("secret words"))
            #expect(campus.get("/c/algorithms/1").status == .gone)
            #expect(!campus.get("/sitemaps/c/algorithms/0.xml").text.contains("/1/"))
        }
    }

    @Test("a removed comment leaves one quiet line and none of its words")
    func removedComment() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            let post = try campus.insertPost("Shown", in: community, by: author)
            try campus.insertComment("secret words", on: post, by: author, number: 1, state: "removed")
            try campus.insertComment("an answer to it", on: post, by: author, number: 2, parent: 1)
            let page = campus.get("/c/algorithms/1/shown")
            #expect(!page.text.contains("secret words"))
            #expect(page.text.contains("A comment was removed"))
            #expect(page.text.contains("an answer to it"))
        }
    }

    @Test(
        "malformed and unknown addresses answer 404",
        arguments: [
            "/c/algorithms/0/x", "/c/algorithms/-1/x", "/c/algorithms/01/x", "/c/algorithms/99999999999999999999/x",
            "/c/algorithms/2147483648/x", "/c/algorithms/x/y", "/c/algorithms?after=nonsense",
            "/c/algorithms?after=1e999,1",
            "/c/algorithms?after=nan,1", "/c/algorithms?after=5.50,3", "/c/algorithms?after=0x1p3,7",
            "/c/algorithms?order=random", "/c/algorithms?after=1,99999999999",
            "/c/algorithms/1/shown?after=7", "/c/algorithms/1/shown?after=-200", "/c/algorithms/1/shown?after=0,1",
            "/c/algorithms/1/shown?order=best", "/c/algorithms/1/shown?order=hot", "/c/algorithms/1/shown?comment=1",
            "/c/algorithms/1/shown?comment=0", "/c/algorithms/1/shown?comment=+1",
            "/c/algorithms/1/shown?order=new&after=1",
            "/c/algorithms/1?comment=x",
            "/c/algorithms/s/nowhere", "/communities?after=x", "/u/nobody", "/u/%F0%9F%A6%86",
            "/sitemaps/c/algorithms/7.xml",
            "/sitemaps/c/algorithms/00.xml", "/sitemaps/c/algorithms/0", "/c/NOTHING", "/nothing/here",
        ])
    func malformed(target: String) throws {
        try withCampus { campus in
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: campus.insertUser())
            #expect(campus.get(target).status == .notFound)
        }
    }

    @Test("who is held or deleted is not named beside their words", arguments: [(true, "active"), (false, "deleted")])
    func unnamed(isHeld: Bool, state: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser("Canary Name", username: "canary.name", state: state, isHeld: isHeld)
            let community = try campus.insertCommunity()
            let post = try campus.insertPost("Shown", in: community, by: author)
            try campus.insertComment("Words", on: post, by: author, number: 1)
            for path in ["/", "/c/algorithms", "/c/algorithms/1/shown", "/sitemap.xml"] {
                let text = campus.get(path).text
                #expect(!text.contains("Canary Name"))
                #expect(!text.contains("canary.name"))
            }
            #expect(campus.get("/u/canary.name").status == .notFound)
        }
    }

    @Test("only a public profile can be opened", arguments: ["university", "connections", "only_me"])
    func profiles(visibility: String) throws {
        try withCampus { campus in
            _ = try campus.insertUser("Bo Li", username: "bo.li")
            _ = try campus.insertUser("Canary", username: "canary", visibility: visibility)
            #expect(campus.get("/u/bo.li").status == .ok)
            #expect(campus.get("/u/bo.li").text.contains("0 posts anyone can read"))
            let hidden = campus.get("/u/canary").text
            #expect(hidden.replacing("canary", with: "nobody") == campus.get("/u/nobody").text)
        }
    }
}
