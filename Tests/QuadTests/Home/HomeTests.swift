import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A member’s home page")
struct HomeTests {
    @Test("it greets, says the day, and lists what is new where one has joined, newest first")
    func news() throws {
        try withCampus { campus in
            let (author, reader) = (try campus.insertUser(), try campus.insertUser("Leila Farahani"))
            let joined = try ["algorithms", "chemistry"].map { try campus.insertCommunity($0) }
            let other = try campus.insertCommunity("housing")
            let hidden = try campus.insertCommunity("secret", visibility: "private")
            for place in joined + [hidden] { try campus.add(reader, to: place) }
            try campus.insertPost("Older", in: joined[0], by: author, age: 900)
            try campus.insertPost("Newer", in: joined[1], by: author, age: 60)
            try campus.insertPost("Inside", in: hidden, by: author, age: 600)
            try campus.insertPost("Elsewhere", in: other, by: author)
            try campus.insertPost("Draft", in: joined[0], by: author, number: 2, state: "draft")
            let page = campus.get("/home", as: try campus.signIn(reader))
            #expect(page.status == .ok)
            #expect(page.text.contains("Hello Leila<"))
            #expect(page.text.contains(campus.wordingNow.today))
            #expect(rows(page.text) == ["/c/chemistry/1/newer", "/c/secret/1/inside", "/c/algorithms/1/older"])
            #expect(page.text.contains("The chemistry people"))
            #expect(page.text.contains(#"<p class="the-end">That’s everything since yesterday.</p>"#))
            #expect(page.text.contains("noindex"))
        }
    }

    @Test("following “Older posts” meets every post once, in order")
    func everyPostOnce() throws {
        try withCampus { campus in
            let (author, reader) = (try campus.insertUser(), try campus.insertUser())
            let places = try ["algorithms", "chemistry", "housing"].map { try campus.insertCommunity($0) }
            for place in places {
                try campus.add(reader, to: place)
                for number in 1...30 { try campus.insertPost("Post", in: place, by: author, number: number) }
            }
            // Equal times in groups larger than a page, so that only the ids tell posts apart.
            try campus.run(
                """
                UPDATE posts
                SET published_at = timestamptz '2026-03-01 12:00:00.123457+00' - (number / 16) * interval '1 s'
                """)
            let browser = try campus.signIn(reader)
            var (path, met) = ("/home", [String]())
            while met.count < 200 {
                let text = campus.get(path, as: browser).text
                met += rows(text)
                guard let next = text.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#) else { break }
                path = String(next.1)
            }
            let expected = try campus.database.fetch(
                Query<[String]>.values(
                    """
                    SELECT '/c/' || c.slug || '/' || p.number || '/post'
                    FROM posts p JOIN communities c ON c.id = p.community_id
                    ORDER BY p.published_at DESC, p.id DESC
                    LIMIT 200
                    """))
            #expect(met == expected)
        }
    }

    @Test("the list ends where posts from before yesterday begin, and those are one page further")
    func sinceYesterday() throws {
        try withCampus { campus in
            let (author, reader) = (try campus.insertUser(), try campus.signIn(campus.insertUser()))
            let place = try campus.insertCommunity("algorithms")
            try campus.add(reader.member.id.rawValue, to: place)
            try campus.insertPost("Fresh", in: place, by: author, number: 3, age: 600)
            for number in 1...2 {
                try campus.insertPost("Old", in: place, by: author, number: number, age: 200_000 + number)
            }
            let first = campus.get("/home", as: reader).text
            #expect(rows(first) == ["/c/algorithms/3/fresh"])
            #expect(first.contains("That’s everything since yesterday. Older posts are one page further."))
            let next = try #require(first.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#)).1
            let second = campus.get(String(next), as: reader).text
            #expect(rows(second) == ["/c/algorithms/1/old", "/c/algorithms/2/old"])
            #expect(second.contains("That’s everything in your communities.") && !second.contains("since yesterday"))
            // Other orders go on as they are, and a quiet day shows what there was before.
            #expect(rows(campus.get("/home?order=hot", as: reader).text).count == 3)
            try campus.run("UPDATE posts SET published_at = published_at - interval '5 days' WHERE number = 3")
            let quiet = campus.get("/home", as: reader).text
            #expect(rows(quiet).count == 3 && !quiet.contains("since yesterday"))
        }
    }

    @Test("who was sent out, or whose university a place is no more, hears nothing of it")
    func unreadable() throws {
        try withCampus { campus in
            let (author, reader) = (try campus.insertUser(), try campus.insertStranger())
            let banned = try campus.insertCommunity("banned")
            let former = try campus.insertCommunity("former", visibility: "university")
            try campus.bindToUniversity(former)
            try campus.add(reader, to: banned, as: .banned)
            try campus.add(reader, to: former)
            try campus.add(reader, to: try campus.insertCommunity("left"))
            for place in [banned, former] { try campus.insertPost("Canary", in: place, by: author) }
            let page = campus.get("/home", as: try campus.signIn(reader)).text
            #expect(
                !page.contains("canary") && !page.contains("The banned people") && !page.contains("The former people"))
            #expect(page.contains("The left people") && page.contains("Nobody has written there yet."))
        }
    }

    @Test("before one has joined anything it offers the largest communities, each with a button")
    func firstVisit() throws {
        try withCampus { campus in
            let reader = try campus.signIn(campus.insertUser())
            #expect(campus.get("/home", as: reader).text.contains("No communities yet"))
            _ = try campus.insertCommunity("algorithms")
            _ = try campus.insertCommunity("secret", visibility: "private")
            let page = campus.get("/home", as: reader).text
            #expect(page.contains(#"action="/c/algorithms/memberships""#) && !page.contains("secret"))
            let answer = campus.post("/c/algorithms/memberships", [("to", "/home")], as: reader)
            #expect(answer["Location"] == "/home")
            #expect(campus.get("/home", as: reader).text.contains("New in your communities"))
        }
    }

    @Test(
        "places that no page of ours wrote are not found",
        arguments: ["x", "1,2", "-1,0198c2a0-0000-7000-8000-000000000001"])
    func malformed(after: String) throws {
        try withCampus { campus in
            let reader = try campus.signIn(campus.insertUser())
            #expect(campus.get("/home?after=\(after)", as: reader).status == .notFound)
        }
    }

    @Test("the front page leads members home and visitors to the communities")
    func front() throws {
        try withCampus { campus in
            let reader = try campus.signIn(campus.insertUser())
            #expect(campus.get("/", as: reader).text.contains(#"<a class="button" href="/home">Your home page</a>"#))
            #expect(campus.get("/").text.contains(#"<a class="button" href="/communities">Find your communities</a>"#))
        }
    }

    private func rows(_ text: String) -> [String] {
        text.matches(of: #/<h3><a href="([^"]*)">/#).map { String($0.1) }
    }
}

extension TestCampus {
    fileprivate var wordingNow: Wording { Wording(now: .now, zone: application.campus.zone) }
}
