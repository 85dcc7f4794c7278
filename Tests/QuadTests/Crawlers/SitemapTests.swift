import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Sitemaps")
struct SitemapTests {
    @Test("tags are listed from three posts on, people once they wrote where anyone reads")
    func tagsAndPeople() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Bo Li", username: "bo.li")
            _ = try campus.insertUser("Quiet", username: "quiet")
            _ = try campus.insertUser("Hidden", username: "hidden", visibility: "university")
            let community = try campus.insertCommunity()
            for number in 1...3 {
                try campus.insertPost(
                    "Shown \(number)", in: community, by: author, number: number,
                    tags: number < 3 ? ["graphs", "trees"] : ["graphs", "größe"])
            }
            let index = campus.get("/sitemap.xml").text
            for map in ["communities.xml", "c/algorithms/0.xml", "tags.xml", "people/b.xml"] {
                #expect(index.contains("<loc>http://quad.test/sitemaps/\(map)</loc>"))
            }
            #expect(!index.contains("people/q.xml") && !index.contains("people/h.xml"))
            let tags = campus.get("/sitemaps/tags.xml").text
            #expect(tags.contains("<loc>http://quad.test/tags/graphs</loc><lastmod>") && !tags.contains("trees"))
            let people = campus.get("/sitemaps/people/b.xml").text
            #expect(people.contains("<loc>http://quad.test/u/bo.li</loc><lastmod>"))
        }
    }

    @Test("a part that holds nothing is not listed, and is not there")
    func emptyParts() throws {
        try withCampus { campus in
            let post = try campus.insertPost("Gone", in: campus.insertCommunity(), by: campus.insertUser())
            try campus.run("UPDATE posts SET state = 'removed' WHERE id = \(post)")
            let index = campus.get("/sitemap.xml").text
            #expect(!index.contains("/sitemaps/c/") && !index.contains("tags.xml") && !index.contains("people"))
            #expect(campus.get("/sitemaps/c/algorithms/0.xml").status == .notFound)
        }
    }

    @Test(
        "only an address we write is a part",
        arguments: ["bb.xml", "b", "B.xml", "%C3%A9.xml", ".xml", "-.xml", "b.xml.xml", "%25.xml"])
    func addresses(part: String) throws {
        try withCampus { campus in
            try campus.insertPost(in: campus.insertCommunity(), by: campus.insertUser("Bo Li", username: "bo.li"))
            let status = campus.get("/sitemaps/people/\(part)").status
            #expect(status == (part == "B.xml" ? .movedPermanently : .notFound))
        }
    }
}
