import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who may write where")
struct WritingPermissionTests {
    /// What someone is, in the community and on the site.
    struct Who: Sendable, CustomStringConvertible {
        let role: String?
        var siteRole = "member"
        var isElsewhere = false

        var description: String { "\(role ?? "outsider") \(siteRole)\(isElsewhere ? " elsewhere" : "")" }
    }

    static let everyone = [
        Who(role: nil), Who(role: nil, siteRole: "moderator"), Who(role: nil, isElsewhere: true), Who(role: "member"),
        Who(role: "moderator"), Who(role: "owner"), Who(role: "banned"), Who(role: "member", siteRole: "moderator"),
    ]

    @Test(
        "a post and a comment follow from community, membership and space", arguments: everyone,
        ["public", "university", "private"])
    func matrix(who: Who, visibility: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: visibility)
            let author = try campus.insertUser()
            let post = try campus.insertPost("Shown", in: community, by: author)
            let writer = try campus.insertWriter(in: community, role: who.role, siteRole: who.siteRole)
            try campus.run("UPDATE communities SET university_id = \(campus.university)")
            if who.isElsewhere { try campus.moveElsewhere(writer.id) }
            let browser = try campus.signIn(writer.id)

            let mayRead =
                switch visibility {
                case "public": true
                case "university": !who.isElsewhere
                default: who.siteRole == "moderator" || who.role != nil && who.role != "banned"
                }
            let mayWrite = mayRead && who.role != nil && who.role != "banned"
            let moderates = mayWrite && (["owner", "moderator"].contains(who.role) || who.siteRole == "moderator")
            func status(_ may: Bool) -> HTTPStatus { !mayRead ? .notFound : may ? .seeOther : .forbidden }

            let posted = campus.post("/c/algorithms/posts", newPost(), as: browser)
            #expect(posted.status == status(mayWrite))
            let announced = campus.post(
                "/c/algorithms/posts", newPost(kind: "announcement"), as: browser)
            #expect(announced.status == status(moderates))
            try campus.run("UPDATE spaces SET posting = 'moderators'")
            #expect(campus.post("/c/algorithms/posts", newPost(), as: browser).status == status(moderates))
            let comments = writingPath("posts", post, "comments")
            #expect(campus.post(comments, newComment(), as: browser).status == status(mayWrite))
            #expect(
                campus.get(comments + "/new", as: browser).status == (mayRead ? mayWrite ? .ok : .forbidden : .notFound)
            )
            #expect(
                campus.get(writingPath("posts", post, "history"), as: browser).status == (mayRead ? .ok : .notFound))
            let edit = campus.get(writingPath("posts", post, "edit"), as: browser)
            #expect(edit.status == (mayRead ? .forbidden : .notFound))
            #expect(mayRead || !edit.text.contains("Shown"))
            try campus.run("UPDATE communities SET state = 'archived'")
            #expect(campus.post("/c/algorithms/posts", newPost(), as: browser).status == status(false))
            #expect(campus.post(comments, newComment(), as: browser).status == status(false))
            #expect(try campus.number("SELECT count(*) FROM comments") == (mayWrite ? 1 : 0))
        }
    }

    @Test("who has not joined is told how, with the words")
    func joinFirst() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community, role: nil)
            let answer = campus.post("/c/algorithms/posts", newPost(body: "My words."), as: writer.browser)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("Join The algorithms people first"))
            #expect(answer.text.contains("href=\"/c/algorithms\"") && answer.text.contains("My words."))
        }
    }

    @Test("who is silenced may not write")
    func silenced() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community, state: "silenced")
            #expect(campus.post("/c/algorithms/posts", newPost(), as: writer.browser).status == .forbidden)
            #expect(try campus.number("SELECT count(*) FROM posts") == 0)
        }
    }

    @Test(
        "what is locked, archived or gone takes no comment and says so, with the words",
        arguments: ["is_locked = true", "state = 'archived'", "state = 'removed', removal_reason = 'rule 2'"])
    func closed(change: String) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let post = try campus.insertPost(in: community, by: campus.insertUser())
            try campus.database.script("UPDATE posts SET \(change)")
            let answer = campus.post(
                writingPath("posts", post, "comments"), newComment("My words."), as: writer.browser)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("My words."))
            #expect(try campus.number("SELECT count(*) FROM comments") == 0)
        }
    }

    @Test("newcomers write three posts and ten comments, with two links each")
    func newcomers() throws {
        try withCampus {
            $0.limits.newcomerPosts = 3
            $0.limits.newcomerComments = 10
            $0.limits.newcomerLinks = 2
        } _: { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community, joined: Date())
            let links = "https://a.example https://b.example https://c.example"
            let answer = campus.post("/c/algorithms/posts", newPost(body: links), as: writer.browser)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("on your first day"))
            let forms = (0..<4).map { newPost("Post \($0)") }
            let statuses = forms.map { campus.post("/c/algorithms/posts", $0, as: writer.browser).status }
            #expect(statuses == [.seeOther, .seeOther, .seeOther, .tooManyRequests])
            // What is there already is not one more.
            #expect(campus.post("/c/algorithms/posts", forms[0], as: writer.browser).status == .seeOther)
            let preview = campus.post("/c/algorithms/posts", newPost(act: "preview"), as: writer.browser)
            #expect(preview.status == .ok)
            let settled = try campus.insertWriter(in: community)
            #expect(
                campus.post("/c/algorithms/posts", newPost(body: links), as: settled.browser).status == .seeOther
            )
        }
    }

    @Test("who writes too quickly gets the words back and is told when to go on")
    func tooQuick() throws {
        try withCampus {
            $0.limits.postsPerMinute = 2
        } _: { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            for _ in 0..<2 { _ = campus.post("/c/algorithms/posts", newPost(), as: writer.browser) }
            let answer = campus.post("/c/algorithms/posts", newPost(body: "My words."), as: writer.browser)
            #expect(answer.status == .tooManyRequests)
            #expect(answer["Retry-After"] != nil && answer.text.contains("My words."))
        }
    }
}

extension TestCampus {
    fileprivate func moveElsewhere(_ user: UUID) throws {
        let other = UUIDv7.generate()
        try run(
            """
            INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
            VALUES (\(other), 'elsewhere', 'Elsewhere', 'Elsewhere', 'Europe/Berlin', 'Fall 2026')
            """)
        try run("UPDATE users SET university_id = \(other) WHERE id = \(user)")
    }
}
