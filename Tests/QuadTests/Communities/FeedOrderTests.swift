import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The orders of a list of posts")
struct FeedOrderTests {
    @Test(
        "top posts are those of a period, by votes, of equal votes the newest",
        arguments: ["/c/algorithms", "/c/algorithms/s/questions", "/tags/trees", "/home"])
    func periods(list: String) throws {
        try withCampus { campus in
            let (community, reader) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.add(reader, to: community)
            let posts = [
                ("Hour", 3_600, 1), ("Day", 2 * 86_400, 4), ("Same", 2 * 86_400 + 60, 4), ("Week", 10 * 86_400, 150),
                ("Month", 100 * 86_400, 7), ("Year", 1_000 * 86_400, 120),
            ]
            let author = try campus.insertUser()
            for (number, post) in posts.enumerated() {
                try campus.insertPost(
                    post.0, in: community, by: author, number: number + 1, score: post.2, age: post.1, tags: ["trees"])
            }
            let browser = try campus.signIn(reader)
            let expected: [(String, [String])] = [
                ("day", ["Hour"]), ("week", ["Day", "Same", "Hour"]), ("month", ["Week", "Day", "Same", "Hour"]),
                ("year", ["Week", "Month", "Day", "Same", "Hour"]),
                ("all", ["Week", "Year", "Month", "Day", "Same", "Hour"]),
            ]
            for (period, titles) in expected {
                let page = campus.get("\(list)?order=top&period=\(period)", as: browser)
                #expect(page.status == .ok)
                #expect(self.titles(page.text) == titles, "\(period)")
                #expect(page.text.contains("those with the most votes first"))
            }
            #expect(titles(campus.get("\(list)?order=top", as: browser).text) == ["Day", "Same", "Hour"])
        }
    }

    @Test(
        "unanswered are questions without an accepted answer, the newest first",
        arguments: ["/c/algorithms", "/c/algorithms/s/questions", "/tags/trees", "/home"])
    func unanswered(list: String) throws {
        try withCampus { campus in
            let (community, reader) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.add(reader, to: community)
            for (number, kind) in ["question", "discussion", "question", "question"].enumerated() {
                try campus.insertPost(
                    "Post \(number)", in: community, by: reader, number: number + 1, kind: kind,
                    age: 1_000 * (number + 1), tags: ["trees"])
            }
            let answered = try campus.database.fetch(Query<UUID>.value("SELECT id FROM posts WHERE number = 3"))
            try campus.insertComment(on: answered, by: reader, number: 1)
            try campus.run("UPDATE posts SET answer_number = 1, answered_at = now() WHERE id = \(answered)")
            let browser = try campus.signIn(reader)
            let page = campus.get("\(list)?order=unanswered", as: browser).text
            #expect(titles(page) == ["Post 0", "Post 3"])
            #expect(page.contains("nobody has an accepted answer for"))
            // The answer is taken back.
            try campus.run("UPDATE posts SET answer_number = NULL, answered_at = NULL WHERE id = \(answered)")
            #expect(titles(campus.get("\(list)?order=unanswered", as: browser).text) == ["Post 0", "Post 2", "Post 3"])
        }
    }

    @Test(
        "following “Older posts” meets every post once, in order, wherever and however it is ordered",
        arguments: PostOrder.allCases, ["/home", "/tags/trees"])
    func everyPostOnce(order: PostOrder, list: String) throws {
        try withCampus { campus in
            let (author, reader) = (try campus.insertUser(), try campus.insertUser())
            for slug in ["algorithms", "chemistry"] {
                let place = try campus.insertCommunity(slug)
                try campus.add(reader, to: place)
                for number in 1...40 {
                    try campus.insertPost("Post", in: place, by: author, number: number, tags: ["trees"])
                }
            }
            // Equal times and scores in groups, scores on both sides of 100, and ages on both sides of ten days.
            try campus.run(
                """
                UPDATE posts
                SET score = ('{0,-3,5,99,100,101,250,0}'::integer[])[number % 8 + 1],
                    published_at = timestamptz '2026-03-01 12:00:00.123457+00' - (number / 4) * interval '2 days'
                """)
            let browser = try campus.signIn(reader)
            var path = "\(list)?order=\(order.rawValue)\(order == .top ? "&period=all" : "")"
            var met = [String]()
            while met.count < 200 {
                let text = campus.get(path, as: browser).text
                met += text.matches(of: #/<h3><a href="([^"]*)">/#).map { String($0.1) }
                guard let next = text.firstMatch(of: #/href="([^"]*after=[^"]*)" rel="next"/#) else { break }
                path = String(next.1).replacing("&amp;", with: "&")
            }
            let place: SQL =
                switch order {
                case .hot: "p.hot DESC, p.id DESC"
                case .new, .unanswered: "p.published_at DESC, p.id DESC"
                case .top: "p.score DESC, p.published_at DESC, p.id DESC"
                }
            let expected = try campus.database.fetch(
                Query<[String]>.values(
                    """
                    SELECT '/c/' || c.slug || '/' || p.number || '/post'
                    FROM posts p JOIN communities c ON c.id = p.community_id
                    ORDER BY \(place)
                    LIMIT 200
                    """))
            #expect(met == expected)
        }
    }

    @Test("each list says why it is in its order, and its chips lead to the others", arguments: PostOrder.allCases)
    func reasons(order: PostOrder) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            try campus.insertPost(in: community, by: campus.insertUser(), tags: ["trees"])
            for (list, usual) in [("/c/algorithms", PostOrder.hot), ("/tags/trees", .new)] {
                let page = campus.get("\(list)?order=\(order.rawValue)")
                #expect(page.status == .ok)
                #expect(page.text.contains(FeedOrder(order).reason))
                for other in PostOrder.allCases {
                    let path = other == usual ? list : "\(list)?order=\(other.rawValue)"
                    let current = other == order ? #" aria-current="true""# : ""
                    #expect(page.text.contains(#"<a class="chip" href="\#(path)"\#(current)>"#))
                }
                #expect(page.text.contains("All time") == (order == .top))
            }
        }
    }

    @Test(
        "orders, periods and places that no list of ours has answer 404",
        arguments: [
            "order=best", "period=day", "order=new&period=day", "order=top&period=decade", "order=top&after=5,1",
            "order=top&after=5,5,x", "order=top&after=99999999999,5,1", "order=unanswered&after=1.5,1",
            "order=hot&after=nan,1",
        ])
    func malformed(query: String) throws {
        try withCampus { campus in
            let (community, reader) = (try campus.insertCommunity(), try campus.insertUser())
            try campus.add(reader, to: community)
            try campus.insertPost(in: community, by: reader, tags: ["trees"])
            let browser = try campus.signIn(reader)
            for list in ["/c/algorithms", "/home", "/tags/trees"] {
                #expect(campus.get("\(list)?\(query)", as: browser).status == .notFound)
            }
        }
    }

    private func titles(_ page: String) -> [String] {
        page.matches(of: #/<h3><a href="[^"]*"><bdi>([^<]*)<\/bdi>/#).map { String($0.1) }
    }
}
