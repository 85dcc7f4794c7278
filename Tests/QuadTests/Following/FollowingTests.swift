import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Saving, following and muting")
struct FollowingTests {
    static let on: [(name: String, value: String)] = [("value", "1")]
    static let off: [(name: String, value: String)] = [("value", "0")]

    @Test("a saved post and comment stand in one’s own list alone, the last first, until taken out")
    func bookmarks() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let comment = try campus.insertComment("Kept *words*.", on: scene.post, by: scene.author, number: 1)
            let paths = [writingPath("posts", scene.post, "bookmarks"), writingPath("comments", comment, "bookmarks")]
            for path in paths + paths {
                #expect(campus.post(path, Self.on, as: scene.reader).status == .seeOther)
            }
            #expect(try campus.number("SELECT count(*) FROM bookmarks") == 2)
            let list = campus.get("/bookmarks", as: scene.reader).text
            #expect(list.contains("Kept *words*.") && list.contains("/c/algorithms/1/shown?comment=1#c1"))
            #expect(list.contains("That’s everything you saved."))
            let other = campus.get("/bookmarks", as: try campus.signIn(scene.author)).text
            #expect(other.contains("You haven’t saved anything yet.") && !other.contains("Kept"))
            let page = campus.get("/c/algorithms/1/shown", as: scene.reader).text
            #expect(page.matches(of: /Saved<span class="sr-only">/).count == 2)

            // Somebody else's cannot be taken out.
            let end = try #require(list.firstMatch(of: /action="(\/bookmarks\/[^"]*\/end)"/)).1
            _ = campus.post(String(end), as: try campus.signIn(scene.author))
            #expect(try campus.number("SELECT count(*) FROM bookmarks") == 2)
            _ = campus.post(String(end), as: scene.reader)
            _ = campus.post(paths[0], Self.off, as: scene.reader)
            #expect(try campus.number("SELECT count(*) FROM bookmarks") == 0)
        }
    }

    @Test("the list of what is saved goes on page by page, and leaves out what cannot be read any more")
    func bookmarkPages() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            for number in 2...31 {
                let post = try campus.insertPost(
                    "Post \(number)", in: scene.community, by: scene.author, number: number)
                _ = campus.post(writingPath("posts", post, "bookmarks"), Self.on, as: scene.reader)
            }
            let first = campus.get("/bookmarks", as: scene.reader).text
            let next = try #require(first.firstMatch(of: /href="([^"]*after=[^"]*)" rel="next"/)).1
            let second = campus.get(String(next), as: scene.reader).text
            let numbers = (first + second).matches(of: /<h3><a href="\/c\/algorithms\/(\d+)\//).compactMap { Int($0.1) }
            #expect(numbers == (2...31).reversed())
            try campus.run("UPDATE communities SET visibility = 'private'")
            #expect(campus.get("/bookmarks", as: scene.outsider).text.contains("You haven’t saved anything yet."))
            try campus.run("UPDATE memberships SET role = 'banned'")
            #expect(!campus.get("/bookmarks", as: scene.reader).text.contains("Post 31"))
            #expect(campus.get("/bookmarks?after=x", as: scene.reader).status == .notFound)
        }
    }

    @Test("what one may not read cannot be saved, followed or muted: it answers like what does not exist")
    func unreadable() throws {
        try withCampus { campus in
            let scene = try Scene(campus, visibility: "private")
            let nothing = UUIDv7.generate()
            for id in [scene.post, nothing] {
                for what in ["bookmarks", "follows", "mutes"] {
                    let answer = campus.post(writingPath("posts", id, what), Self.on, as: scene.outsider)
                    #expect(answer.status == .notFound)
                }
            }
            for path in ["/c/algorithms/follows", "/c/nothing/follows", "/tags/trees/mutes", "/u/nobody/follows"] {
                #expect(campus.post(path, Self.on, as: scene.outsider).status == .notFound)
            }
            let rows: SQL = """
                SELECT (SELECT count(*) FROM bookmarks) + (SELECT count(*) FROM follows) + (SELECT count(*) FROM mutes)
                """
            #expect(try campus.number(rows) == 0)
        }
    }

    @Test("a button’s form says what shall be: clicked twice at once it makes one, and without a value nothing")
    func twice() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let path = writingPath("posts", scene.post, "follows")
            let statuses = campus.postAtOnce((0..<6).map { _ in (path, Self.on, scene.reader) })
            #expect(statuses == Array(repeating: 303, count: 6))
            #expect(try campus.number("SELECT count(*) FROM follows WHERE user_id = \(scene.reader.member.id)") == 1)
            #expect(campus.post(path, as: scene.reader).status == .unprocessableContent)
            #expect(campus.post(path, [("value", "2")], as: scene.reader).status == .unprocessableContent)
            _ = campus.post(path, Self.off, as: scene.reader)
            #expect(try campus.number("SELECT count(*) FROM follows WHERE user_id = \(scene.reader.member.id)") == 0)
        }
    }

    @Test("nobody follows or mutes themselves", arguments: ["follows", "mutes"])
    func oneself(what: String) throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let answer = campus.post("/u/\(scene.reader.member.username)/\(what)", Self.on, as: scene.reader)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("You can’t follow or mute yourself."))
            #expect(!campus.get("/u/\(scene.reader.member.username)", as: scene.reader).text.contains("Mute<"))
        }
    }

    @Test(
        "what is muted stays out of the home page, which stays full", arguments: ["person", "tag", "community", "post"])
    func mutes(what: String) throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let (loud, other) = (
                try campus.insertUser("Loud One", username: "loud.one"), try campus.insertCommunity("noise")
            )
            try campus.add(scene.reader.member.id.rawValue, to: other)
            for number in 2...40 {
                try campus.insertPost("Calm", in: scene.community, by: scene.author, number: number, age: 80_000)
            }
            var last = UUIDv7.generate()
            for number in 1...40 {
                last = try campus.insertPost("Loud", in: other, by: loud, number: number, age: 60, tags: ["noise"])
            }
            let path =
                switch what {
                case "person": "/u/loud.one/mutes"
                case "tag": "/tags/noise/mutes"
                case "community": "/c/noise/mutes"
                default: writingPath("posts", last, "mutes")
                }
            #expect(campus.post(path, Self.on, as: scene.reader).status == .seeOther)
            for order in PostOrder.allCases {
                let page = campus.get("/home?order=\(order.rawValue)", as: scene.reader).text
                let rows = page.matches(of: /<h3><a href="([^"]*)"/).map { String($0.1) }
                #expect(rows.count == 25)
                #expect(rows.contains { $0.hasPrefix("/c/noise/") } == (what == "post"))
                #expect(!rows.contains("/c/noise/40/loud"))
            }
            let settings = campus.get("/settings/muted", as: scene.reader).text
            let end = try #require(settings.firstMatch(of: /action="(\/settings\/muted\/[^"]*\/end)"/)).1
            _ = campus.post(String(end), as: scene.outsider)
            #expect(try campus.number("SELECT count(*) FROM mutes") == 1)
            #expect(campus.post(String(end), as: scene.reader)["Location"] == "/settings/muted")
            #expect(campus.get("/home", as: scene.reader).text.contains("/c/noise/40/loud"))
        }
    }

    @Test("a muted person’s comments stay closed, for who muted them alone")
    func mutedComments() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let loud = try campus.insertUser("Loud One", username: "loud.one")
            try campus.insertComment("Noise", on: scene.post, by: loud, number: 1)
            _ = campus.post("/u/loud.one/mutes", Self.on, as: scene.reader)
            let words = "A comment by someone you muted."
            #expect(campus.get("/c/algorithms/1/shown", as: scene.reader).text.contains(words))
            for text in [
                campus.get("/c/algorithms/1/shown").text,
                campus.get("/c/algorithms/1/shown", as: try campus.signIn(loud)).text,
                campus.get("/u/loud.one", as: try campus.signIn(loud)).text,
            ] { #expect(!text.contains(words) && !text.contains("Muted")) }
        }
    }

    @Test("following shows posts by people, under tags, in communities, and what goes on in followed posts")
    func feed() throws {
        try withCampus { campus in
            let scene = try Scene(campus, joins: false)
            let friend = try campus.insertUser("A Friend", username: "a.friend")
            let (place, hidden) = (
                try campus.insertCommunity("chemistry"), try campus.insertCommunity("secret", visibility: "private")
            )
            try campus.insertPost("By friend", in: scene.community, by: friend, number: 2, age: 500)
            try campus.insertPost("Canary", in: hidden, by: friend, number: 1, age: 100, tags: ["trees"])
            try campus.insertPost("Tagged", in: scene.community, by: scene.author, number: 3, age: 400, tags: ["trees"])
            try campus.insertPost("There", in: place, by: scene.author, number: 1, age: 300)
            try campus.insertPost("Neither", in: scene.community, by: scene.author, number: 4, age: 50)
            try campus.run("UPDATE posts SET last_activity_at = now() - interval '200 s' WHERE id = \(scene.post)")
            for path in [
                "/u/a.friend/follows", "/tags/trees/follows", "/c/chemistry/follows",
                writingPath("posts", scene.post, "follows"),
            ] { #expect(campus.post(path, Self.on, as: scene.reader).status == .seeOther) }
            let page = campus.get("/home?feed=following", as: scene.reader).text
            #expect(
                page.matches(of: /<h3><a href="([^"]*)"/).map { String($0.1) } == [
                    "/c/algorithms/1/shown", "/c/chemistry/1/there", "/c/algorithms/3/tagged",
                    "/c/algorithms/2/by-friend",
                ])
            #expect(page.contains("That’s everything in what you follow."))
            #expect(campus.get("/settings/following", as: scene.reader).text.matches(of: /Unfollow</).count == 4)
            #expect(campus.get("/home?feed=other", as: scene.reader).status == .notFound)
            _ = campus.post("/tags/trees/mutes", Self.on, as: scene.reader)
            #expect(!campus.get("/home?feed=following", as: scene.reader).text.contains("/tagged"))
        }
    }

    @Test("what one follows goes on page by page without meeting a post twice")
    func feedPages() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            for number in 2...60 {
                try campus.insertPost(
                    "Post", in: scene.community, by: scene.author, number: number, age: 100 * (number / 9),
                    tags: ["trees"])
            }
            for path in ["/u/\(scene.authorName)/follows", "/tags/trees/follows", "/c/algorithms/follows"] {
                _ = campus.post(path, Self.on, as: scene.reader)
            }
            var (path, met) = ("/home?feed=following", [String]())
            while met.count < 200 {
                let text = campus.get(path, as: scene.reader).text
                met += text.matches(of: /<h3><a href="([^"]*)"/).map { String($0.1) }
                guard let next = text.firstMatch(of: /href="([^"]*after=[^"]*)" rel="next"/) else { break }
                path = String(next.1).replacing("&amp;", with: "&")
            }
            #expect(met.count == 60 && Set(met).count == 60)
        }
    }

    @Test("who writes a post follows it; who comments is asked")
    func writing() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            _ = campus.post("/c/algorithms/posts", newPost(), as: scene.reader)
            let own: SQL = "SELECT count(*) FROM follows WHERE user_id = \(scene.reader.member.id)"
            #expect(try campus.number(own) == 1)
            let page = campus.get("/c/algorithms/1/shown", as: scene.reader).text
            #expect(page.contains(#"name="follows" value="1">Follow this post"#))
            let comments = writingPath("posts", scene.post, "comments")
            _ = campus.post(comments, newComment(), as: scene.reader)
            #expect(try campus.number(own) == 1)
            _ = campus.post(comments, newComment("Once more.") + [("follows", "1")], as: scene.reader)
            #expect(try campus.number(own) == 2)
            #expect(!campus.get("/c/algorithms/1/shown", as: scene.reader).text.contains("Follow this post</label>"))
        }
    }

    @Test("there is a most that one can mute, and it is said")
    func limits() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            try campus.run(
                """
                INSERT INTO tags (slug) SELECT 'filler' || n FROM generate_series(1, \(AttentionLimit.mutes)::integer) n
                """)
            try campus.run(
                """
                INSERT INTO mutes (id, user_id, tag)
                SELECT gen_random_uuid(), \(scene.reader.member.id), slug FROM tags WHERE slug LIKE 'filler%'
                """)
            let answer = campus.post("/c/algorithms/mutes", Self.on, as: scene.reader)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("You’ve muted 500 things, the most there can be"))
            #expect(campus.get("/settings/muted", as: scene.reader).text.contains("Earlier ones"))
        }
    }

    @Test("a form goes back to the page it stood on, and to no other site")
    func back() throws {
        try withCampus { campus in
            let scene = try Scene(campus)
            let path = writingPath("posts", scene.post, "bookmarks")
            for (to, place) in [("/home?order=hot", "/home?order=hot"), ("//evil.example", "/c/algorithms/1/shown")] {
                #expect(campus.post(path, Self.on + [("to", to)], as: scene.reader)["Location"] == place)
            }
        }
    }
}

/// A community with a post, who wrote it, one of its members and someone who is none.
private struct Scene {
    let community: TestCommunity
    let author: UUID
    let authorName = "an.author"
    let post: UUID
    let reader: TestBrowser
    let outsider: TestBrowser

    init(_ campus: TestCampus, visibility: String = "public", joins: Bool = true) throws {
        community = try campus.insertCommunity(visibility: visibility)
        author = try campus.insertUser("An Author", username: authorName)
        let member = try campus.insertUser("Noor Haddad", username: "noor.haddad")
        if joins { try campus.add(member, to: community) }
        post = try campus.insertPost("Shown", in: community, by: author, number: 1, age: 9_000)
        reader = try campus.signIn(member)
        outsider = try campus.signIn(campus.insertUser("Out Sider"))
    }
}
