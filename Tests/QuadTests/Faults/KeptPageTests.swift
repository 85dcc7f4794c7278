import Postgres
import Redis
import TestSupport
import Testing

extension WholeProgram {
    @Suite("Pages kept in memory")
    struct KeptPageTests {
        @Test("what changed is told through Redis, and every process drops its copy at once")
        func invalidation() throws {
            try withInstallation { installation in
                let both = [try installation.serve(), try installation.serve()]
                let redis = try installation.redis.client()
                #expect(try eventually { try redis.send(.publish("live:pages", "nothing")) == 2 })
                for quad in both { #expect(try quad.get(Installation.community).text.contains("Why is a heap")) }
                let kept = ContinuousClock.now
                try installation.run("UPDATE posts SET title = 'A title nobody has seen'")
                for quad in both { #expect(try quad.get(Installation.community).text.contains("Why is a heap")) }
                try redis.send(.publish("live:pages", "community algorithms"))
                for quad in both {
                    #expect(
                        try eventually(within: 1) {
                            try quad.get(Installation.community).text.contains("A title nobody has seen")
                        })
                }
                // Long before the copies would have grown old by themselves.
                #expect(.now - kept < .seconds(5))
            }
        }

        @Test("a copy the browser has is confirmed with 304, HEAD has no body, and no answer sets a cookie")
        func conditions() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                let first = try quad.get(Installation.community)
                let tag = try #require(first["ETag"])
                let second = try quad.get(Installation.community)
                #expect(second["ETag"] == tag)
                #expect(second.body == first.body)
                let unchanged = try quad.get(Installation.community, "If-None-Match: \"other\", \(tag)\r\n")
                #expect(unchanged.status == 304)
                #expect(unchanged["ETag"] == tag)
                #expect(unchanged.body.isEmpty)
                #expect(try quad.get(Installation.community, "If-None-Match: \"other\"\r\n").status == 200)
                let head = try quad.get(Installation.community, method: "HEAD")
                #expect(head.status == 200)
                #expect(head["Content-Length"] == "\(first.body.count)")
                #expect(head["ETag"] == tag)
                for answer in [first, second, unchanged, head] {
                    #expect(answer["Vary"] == "Cookie")
                    #expect(answer["Cache-Control"] == "no-cache")
                }
                for target in [
                    "/", "/communities", Installation.community, Installation.rendered, Installation.post, "/nowhere",
                    "/robots.txt", "/sitemap.xml", "/healthz", "/communities/",
                ] {
                    #expect(try quad.get(target)["Set-Cookie"] == nil)
                }
            }
        }
    }
}
