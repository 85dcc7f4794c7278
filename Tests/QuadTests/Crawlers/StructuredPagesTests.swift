import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("What pages say in the vocabulary of schema.org")
struct StructuredPagesTests {
    @Test("a question is a QAPage with the chosen answer apart from the others, replies below them")
    func question() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let asker = try campus.insertUser("Noor Haddad", username: "noor")
            let helper = try campus.insertUser("Bo Li", username: "bo.li", visibility: "university")
            let post = try campus.insertPost(
                "Why a heap?", in: community, by: asker, body: "I **wonder** </script>.", score: 3)
            try campus.insertComment("Because.", on: post, by: helper, number: 1, score: 2)
            try campus.insertComment("Thanks", on: post, by: asker, number: 2, parent: 1)
            try campus.insertComment("Another way", on: post, by: helper, number: 3, score: 9)
            try campus.insertComment("secret words", on: post, by: helper, number: 4, state: "removed")
            try campus.run("UPDATE posts SET answer_number = 1, answered_at = now() WHERE id = \(post)")
            let graph = try campus.get("/c/algorithms/1/why-a-heap").graph()
            #expect(graph.map(\.type) == ["QAPage", "BreadcrumbList"])
            let question = graph[0]["mainEntity"]
            #expect(question["name"].text == "Why a heap?")
            #expect(question["text"].text == "I wonder </script>.")
            #expect(question["answerCount"].number == 2 && question["upvoteCount"].number == 3)
            #expect(question["author"]["url"].text == "http://quad.test/u/noor")
            let answer = question["acceptedAnswer"]
            #expect(answer.type == "Answer" && answer["text"].text == "Because.")
            #expect(answer["url"].text == "http://quad.test/c/algorithms/1/why-a-heap#c1")
            #expect(answer["author"]["name"].text == "Bo Li" && answer["author"]["url"] == .nothing)
            #expect(answer["comment"][0].type == "Comment" && answer["comment"][0]["text"].text == "Thanks")
            #expect(question["suggestedAnswer"].list.map { $0["text"].text } == ["Another way"])
            let places = graph[1]["itemListElement"].list
            #expect(places.map { $0["position"].number } == [1, 2, 3, 4])
            #expect(places.last?["item"]["@id"].text == "http://quad.test/c/algorithms/1/why-a-heap")
        }
    }

    @Test(
        "anything else is a DiscussionForumPosting with its comments and counts", arguments: ["discussion", "article"])
    func discussion(kind: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let post = try campus.insertPost(
                "Shown", in: campus.insertCommunity(), by: author, kind: kind, score: -2, tags: ["trees", "heaps"])
            try campus.insertComment("First", on: post, by: author, number: 1)
            try campus.run("UPDATE posts SET edited_at = '2026-10-18 21:31:00Z' WHERE id = \(post)")
            let page = campus.get("/c/algorithms/1/shown")
            let posting = try page.graph()[0]
            #expect(posting.type == "DiscussionForumPosting" && posting["headline"].text == "Shown")
            #expect(posting["dateModified"].text == "2026-10-18T21:31:00Z")
            #expect(posting["keywords"].text == "trees, heaps")
            #expect(posting["interactionStatistic"].list.map { $0["userInteractionCount"].number } == [0, 1])
            #expect(posting["comment"][0]["text"].text == "First")
            #expect(page.text.contains(#"<meta property="og:type" content="article">"#))
            #expect(page.text.contains(#"<meta property="article:modified_time" content="2026-10-18T21:31:00Z">"#))
            #expect(page.text.contains(#"<meta property="og:image" content="http://quad.test/assets/"#))
        }
    }

    @Test("who is held or deleted has no name and no address there", arguments: [(true, "active"), (false, "deleted")])
    func unnamed(isHeld: Bool, state: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser("Canary Name", username: "canary", state: state, isHeld: isHeld)
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: author, kind: "discussion")
            let posting = try campus.get("/c/algorithms/1/shown").graph()[0]
            #expect(posting["author"]["name"].text == "A member" && posting["author"]["url"] == .nothing)
        }
    }

    @Test("a long thread says what is best in it, and stays small")
    func bounded() throws {
        try withCampus { campus in
            let author = try campus.insertUser()
            let post = try campus.insertPost("Shown", in: campus.insertCommunity(), by: author, kind: "discussion")
            for number in 1...60 {
                let words = String(repeating: "word ", count: 400)
                try campus.insertComment(
                    "\(number) \(words)", on: post, by: author, number: number, parent: number > 30 ? number - 1 : nil,
                    score: number)
            }
            let comments = try campus.get("/c/algorithms/1/shown").graph()[0]["comment"].list
            #expect(comments.count == 20)
            #expect(comments[0]["text"].text?.hasPrefix("30 word") == true)
            #expect(comments[0]["comment"][0]["text"].text?.hasPrefix("31 word") == true)
            #expect(comments.allSatisfy { ($0["text"].text ?? "").count <= 501 })
        }
    }

    @Test("members’ pages, and pages that crawlers may not keep, say nothing")
    func silent() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            let community = try campus.insertCommunity()
            try campus.insertPost("Shown", in: community, by: author)
            try campus.insertPost("Shown", in: campus.insertCommunity("closed", indexing: "closed"), by: author)
            let member = try campus.signIn(author)
            for path in ["/", "/c/algorithms", "/c/algorithms/1/shown", "/u/bo.li"] {
                #expect(try !campus.get(path).graph().isEmpty, "\(path)")
                #expect(try campus.get(path, as: member).graph().isEmpty, "\(path)")
            }
            for path in ["/c/closed", "/c/closed/1/shown", "/c/algorithms?order=new", "/sign-in"] {
                let page = campus.get(path)
                #expect(page.status == .ok)
                #expect(try page.graph().isEmpty, "\(path)")
            }
        }
    }

    @Test("a profile says whose it is, and the front page where it is searched")
    func others() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            try campus.insertPost("Shown", in: campus.insertCommunity(), by: author)
            let profile = try campus.get("/u/bo.li").graph()[0]
            #expect(profile.type == "ProfilePage" && profile["mainEntity"]["name"].text == "Bo Li")
            #expect(profile["mainEntity"]["alternateName"].text == "bo.li")
            let front = try campus.get("/").graph()[0]
            #expect(front.type == "WebSite")
            #expect(
                front["potentialAction"]["target"]["urlTemplate"].text
                    == "http://quad.test/search?q={search_term_string}")
        }
    }
}
