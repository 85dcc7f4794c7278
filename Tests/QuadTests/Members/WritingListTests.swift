import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("All that somebody wrote")
struct WritingListTests {
    @Test("a profile with more posts than it shows leads to all of them, page by page, each once")
    func pages() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad", username: "noor")
            let place = try campus.insertCommunity()
            for number in 1...20 {
                try campus.insertPost("Post \(number).", in: place, by: author, number: number, age: number * 60)
            }
            #expect(!campus.get("/u/noor").text.contains("All by Noor"))
            for number in 21...55 {
                try campus.insertPost("Post \(number).", in: place, by: author, number: number, age: number * 60)
            }
            campus.application.pages.drop([.everything])
            #expect(campus.get("/u/noor").text.contains("href=\"/u/noor/posts\""))
            var (path, titles, pages) = ("/u/noor/posts" as String?, [String](), 0)
            while let next = path {
                let page = campus.get(next)
                #expect(page.status == .ok)
                titles += page.text.components(between: "<bdi>Post ", and: ".</bdi>")
                path = page.text.components(between: "href=\"/u/noor/posts?after=", and: "\"").first.map {
                    "/u/noor/posts?after=\($0)"
                }
                pages += 1
                guard pages < 5 else { break }
            }
            #expect(titles == (1...55).map(String.init) && pages == 3)
        }
    }

    @Test("it holds what its reader may read, and is there for who may open the profile")
    func readers() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad", username: "noor", visibility: "university")
            let member = try campus.signIn(campus.insertUser("Bo Li"))
            try campus.insertPost("Open to all", in: try campus.insertCommunity(), by: author)
            let hidden = try campus.insertCommunity("hidden", visibility: "private")
            try campus.insertPost("Canary of members", in: hidden, by: author)
            #expect(campus.get("/u/noor/posts").status == .notFound)
            let page = campus.get("/u/noor/posts", as: member)
            #expect(page.text.contains("Open to all") && !page.text.contains("Canary"))
            #expect(page.text.contains("1 post you can read"))
            try campus.block(member.member.id.rawValue, by: author)
            #expect(campus.get("/u/noor/posts", as: member).status == .notFound)
            try campus.run("UPDATE users SET is_held = true WHERE id = \(author)")
            #expect(campus.get("/u/noor/posts", as: try campus.signIn(campus.insertUser())).status == .notFound)
            #expect(campus.get("/u/nobody/posts", as: member).status == .notFound)
            #expect(campus.get("/u/noor/posts?after=nonsense", as: member).status == .notFound)
        }
    }

    @Test("search engines keep it where they may keep the profile, and its first page alone")
    func indexing() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad", username: "noor")
            let place = try campus.insertCommunity()
            for number in 1...26 { try campus.insertPost(in: place, by: author, number: number, age: number * 60) }
            let first = campus.get("/u/noor/posts")
            #expect(first["X-Robots-Tag"]?.contains("noindex") != true)
            #expect(first.text.contains("rel=\"canonical\" href=\"http://quad.test/u/noor/posts\""))
            let next = try #require(first.text.components(between: "href=\"/u/noor/posts?after=", and: "\"").first)
            #expect(campus.get("/u/noor/posts?after=\(next)")["X-Robots-Tag"]?.contains("noindex") == true)
            try campus.run("UPDATE users SET is_indexable = false")
            campus.application.pages.drop([.everything])
            #expect(campus.get("/u/noor/posts")["X-Robots-Tag"]?.contains("noindex") == true)
        }
    }

    @Test("it follows a change of the username")
    func renamed() throws {
        try withCampus { campus in
            let author = try campus.insertUser("Noor Haddad", username: "noor")
            try campus.run("INSERT INTO former_usernames (username, user_id) VALUES ('haddad', \(author))")
            let moved = campus.get("/u/haddad/posts")
            #expect(moved.status == .movedPermanently && moved["Location"] == "/u/noor/posts")
        }
    }
}

extension String {
    /// What stands between each pair of two marks.
    fileprivate func components(between start: String, and end: String) -> [String] {
        split(separator: start).dropFirst().compactMap { part in
            part.firstRange(of: end).map { String(part[..<$0.lowerBound]) }
        }
    }
}
