import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Paging through a community's posts")
struct FeedTests {
    @Test(
        "following “Older posts” meets every post once, in order, and says where the list ends",
        arguments: PostOrder.allCases)
    func everyPostOnce(order: PostOrder) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            for number in 1...60 {
                // Equal times and scores in groups, so that only the number tells them apart.
                try campus.insertPost(
                    "Post \(number)", in: community, by: author, number: number, score: number % 3,
                    age: 100 * (number / 10))
            }
            var (path, met, pages) = ("/c/algorithms?order=\(order.rawValue)", [Int](), 0)
            while true {
                let text = campus.get(path).text
                pages += 1
                met += text.matches(of: #/<h3><a href="/c/algorithms/(\d+)/post-\d+">/#).compactMap { Int($0.1) }
                guard let next = text.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#) else {
                    #expect(text.contains(FeedOrder(order).end(of: "every post")))
                    break
                }
                path = String(next.1).replacing("&amp;", with: "&")
            }
            #expect(pages == 3)
            #expect(met.count == 60)
            #expect(Set(met) == Set(1...60))
        }
    }

    @Test("pinned posts come first, and only on the first page")
    func pinned() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Read me", in: community, by: author, number: 1, age: 9_000_000, isPinned: true)
            for number in 2...30 { try campus.insertPost("Post \(number)", in: community, by: author, number: number) }
            let first = campus.get("/c/algorithms?order=new").text
            #expect(first.components(separatedBy: "Read me").count == 2)
            let firstRow = try #require(first.firstMatch(of: #/<bdi>(Read me|Post \d+)<\/bdi>/#))
            #expect(firstRow.1 == "Read me")
            let next = try #require(first.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#))
            #expect(!campus.get(String(next.1).replacing("&amp;", with: "&")).text.contains("Read me"))
        }
    }

    @Test("a space lists its own posts alone")
    func space() throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.insertPost("Here", in: community, by: author)
            try campus.run(
                "INSERT INTO spaces (id, community_id, slug, name) VALUES (gen_random_uuid(), \(community.id), 'other', 'Other')"
            )
            #expect(campus.get("/c/algorithms/s/questions").text.contains("/c/algorithms/1/here"))
            let other = campus.get("/c/algorithms/s/other")
            #expect(other.status == .ok)
            #expect(other.text.contains("Nobody has written one yet."))
        }
    }
}
