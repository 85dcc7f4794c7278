import FoundationEssentials
import HTTPServer
import Postgres
import Redis
import Testing

@testable import Quad

@Suite("What is new since the last visit")
struct VisitTests {
    @Test("posts published since are marked, others and one’s own are not")
    func rows() throws {
        try withCampus { campus in
            let (community, author, reader) = try campus.insertReaders()
            try campus.insertPost("Old", in: community, by: author, number: 1, age: 9_000)
            let browser = try campus.signIn(reader)
            #expect(!campus.get("/c/algorithms", as: browser).text.contains(#"class="fresh""#))
            try campus.moveVisits(of: reader, back: 7_200)
            try campus.insertPost("Since", in: community, by: author, number: 2, age: 600)
            try campus.insertPost("Own", in: community, by: reader, number: 3, age: 300)
            for list in ["/c/algorithms?order=new", "/c/algorithms"] {
                // The visit goes on: what is new stays new until it has ended.
                let page = campus.get(list, as: browser).text
                #expect(fresh(page) == ["Since"])
            }
            try campus.moveVisits(of: reader, back: 7_200)
            try campus.run("UPDATE posts SET published_at = published_at - interval '3 h'")
            #expect(fresh(campus.get("/c/algorithms", as: browser).text) == [])
            #expect(!campus.get("/c/algorithms").text.contains(#"class="fresh""#))
        }
    }

    @Test("comments since one last read a post are counted in its row and marked on its page")
    func comments() throws {
        try withCampus { campus in
            let (community, author, reader) = try campus.insertReaders()
            let post = try campus.insertPost("Read", in: community, by: author, number: 1)
            try campus.insertPost("Unread", in: community, by: author, number: 2)
            try campus.insertComment("Before", on: post, by: author, number: 1)
            try campus.run("UPDATE comments SET created_at = now() - interval '1 d'")
            let browser = try campus.signIn(reader)
            let path = "/c/algorithms/1/read"
            #expect(!campus.get(path, as: browser).text.contains(#"<span class="word">New</span>"#))
            try campus.moveVisits(of: reader, back: 7_200)
            for number in 2...3 { try campus.insertComment("After", on: post, by: author, number: number) }
            try campus.insertComment("Mine", on: post, by: reader, number: 4)
            let list = campus.get("/c/algorithms", as: browser).text
            #expect(list.contains("3 new<span"))
            #expect(list.matches(of: #/class="fresh">\d+ new/#).count == 1)
            let page = campus.get(path, as: browser).text
            #expect(page.matches(of: #/<span class="word">New<\/span>/#).count == 2)
            #expect(!campus.get("/c/algorithms", as: browser).text.contains("3 new<span"))
        }
    }

    @Test("without Redis nothing is marked and nothing fails")
    func redisAway() throws {
        let nowhere = try RedisConfiguration(url: "unix:///nowhere/redis.sock")
        try withCampus({ $0.redis = nowhere }) { campus in
            let (community, author, reader) = try campus.insertReaders()
            try campus.insertPost("Shown", in: community, by: author)
            let browser = try campus.signIn(reader)
            for _ in 0..<2 {
                let page = campus.get("/c/algorithms", as: browser)
                #expect(page.status == .ok && !page.text.contains(#"class="fresh""#))
            }
        }
    }

    @Test("what is remembered of one member has a bound, and goes after 90 days")
    func bound() throws {
        try withCampus { campus in
            let (community, author, reader) = try campus.insertReaders()
            try campus.insertPost("Shown", in: community, by: author)
            let key = VisitScript.key(of: Member.ID(rawValue: reader))
            let old = (0..<VisitScript.capacity).map {
                ("p x/\($0)", "\(1_000 + $0) \(1_000 + $0) 1" as any RedisValue)
            }
            _ = try campus.worker.redis.fetch(.hashSet(key, Dictionary(uniqueKeysWithValues: old)))
            _ = campus.get("/c/algorithms", as: try campus.signIn(reader))
            let (left, life) = try campus.worker.redis.fetch(.hashGetAll(key), .timeToLive(key))
            #expect(left.count == VisitScript.capacity * 3 / 4 + 1)
            #expect(left["c algorithms"] != nil && left["p x/0"] == nil && left["p x/1999"] != nil)
            #expect((life ?? .zero) > .seconds(89 * 86_400))
        }
    }

    private func fresh(_ page: String) -> [String] {
        page.matches(of: #/<bdi>([^<]*)<\/bdi><\/a><\/h3>\s*<p class="meta">\s*<span class="fresh">new/#)
            .map { String($0.1) }
    }
}

extension TestCampus {
    fileprivate func insertReaders() throws -> (community: TestCommunity, author: UUID, reader: UUID) {
        let (community, author, reader) = (try insertCommunity(), try insertUser(), try insertUser("Noor Haddad"))
        try add(reader, to: community)
        return (community, author, reader)
    }

    /// As if that much time had passed since.
    fileprivate func moveVisits(of user: UUID, back seconds: Int) throws {
        let key = VisitScript.key(of: Member.ID(rawValue: user))
        let visits: [String: [UInt8]] = try worker.redis.fetch(.hashGetAll(key))
        for (field, value) in visits {
            var parts = String(decoding: value, as: UTF8.self).split(separator: " ").map(String.init)
            for place in 0..<2 { parts[place] = String((Int(parts[place]) ?? 0) - seconds) }
            _ = try worker.redis.fetch(.hashSet(key, [field: parts.joined(separator: " ")]))
        }
    }
}
