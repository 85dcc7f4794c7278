import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Other spellings of an address")
struct SpellingTests {
    @Test(
        "capitals lead to where the page is, in one step and for good",
        arguments: [
            ("/c/Algorithms", "/c/algorithms"), ("/C/ALGORITHMS?order=new", "/c/algorithms?order=new"),
            ("/About", "/about"), ("/u/Bo.Li", "/u/bo.li"), ("/c/Algorithms/1", "/c/algorithms/1/shown"),
            ("/c/algorithms/1/Shown", "/c/algorithms/1/shown"), ("/C/Algorithms/1/Other", "/c/algorithms/1/shown"),
            ("/tags/Trees", "/tags/trees"), ("/Tags/TREES", "/tags/trees"), ("/c/Algorithms/2", "/c/algorithms/2"),
            ("/Robots.txt", "/robots.txt"),
        ])
    func capitals(target: String, location: String) throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            let community = try campus.insertCommunity()
            try campus.insertPost("Shown", in: community, by: author, tags: ["trees"])
            try campus.insertPost("Gone", in: community, by: author, number: 2, state: "removed")
            let answer = campus.get(target)
            #expect(answer.status == .movedPermanently)
            #expect(answer["Location"] == location)
            #expect([.ok, .gone].contains(campus.get(location).status))
        }
    }

    @Test(
        "what is not there, or not for the reader, is not there in capitals either",
        arguments: [
            "/c/Nothing", "/c/Secret", "/c/Secret/1", "/C/SECRET/1/CANARY", "/u/Nobody", "/Nothing", "/Home", "/c/%41",
        ])
    func missing(target: String) throws {
        try withCampus { campus in
            let secret = try campus.insertCommunity("secret", visibility: "private")
            try campus.insertPost("Canary", in: secret, by: campus.insertUser())
            #expect(campus.get(target).status == .notFound)
        }
    }

    @Test("a form keeps its method when a slash too many ends its address")
    func forms() throws {
        try withCampus { campus in
            #expect(campus.post("/sign-in/").status == .permanentRedirect)
            #expect(campus.get("/about/").status == .movedPermanently)
        }
    }
}
