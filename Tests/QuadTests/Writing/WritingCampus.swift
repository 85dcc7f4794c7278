import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

/// Someone who is a member of a community and signed in.
struct TestWriter {
    let id: UUID
    let browser: TestBrowser
}

extension TestCampus {
    /// - Parameter role: in the community; `nil` for an outsider.
    func insertWriter(
        _ name: String = "Noor Haddad", in community: TestCommunity, role: String? = "member",
        siteRole: String = "member", state: String = "active", joined: Date = Date(timeIntervalSinceNow: -30 * 86_400)
    ) throws -> TestWriter {
        let id = try insertUser(name, state: state, role: siteRole, joined: joined)
        if let role {
            try run(
                "INSERT INTO memberships (community_id, user_id, role) VALUES (\(community.id), \(id), \(role))")
        }
        return TestWriter(id: id, browser: try signIn(id))
    }

    func text(_ sql: SQL) throws -> String { try database.fetch(Query<String>.value(sql)) }

    /// Counts what was put there by hand.
    func settle() throws {
        try run("UPDATE spaces s SET post_count = (SELECT count(*) FROM posts WHERE space_id = s.id)")
        try run(
            """
            UPDATE users u SET post_count = (SELECT count(*) FROM posts WHERE author_id = u.id),
                comment_count = (SELECT count(*) FROM comments WHERE author_id = u.id)
            """)
    }

    /// How many counters differ from what they count.
    func wrongCounters() throws -> Int {
        try number(
            """
            SELECT (SELECT count(*) FROM communities c WHERE (post_count, last_post_number) <>
                    (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                        FROM posts p WHERE p.community_id = c.id))
                + (SELECT count(*) FROM spaces s WHERE post_count <>
                    (SELECT count(*) FROM posts p WHERE p.space_id = s.id AND state = 'published'))
                + (SELECT count(*) FROM users u WHERE (post_count, comment_count) <>
                    (SELECT (SELECT count(*) FROM posts WHERE author_id = u.id AND state = 'published'),
                        (SELECT count(*) FROM comments WHERE author_id = u.id AND state = 'published')))
                + (SELECT count(*) FROM posts p WHERE (comment_count, last_comment_number) <>
                    (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                        FROM comments k WHERE k.post_id = p.id))
            """)
    }
}

/// An address below a post or comment.
func writingPath(_ kind: String, _ id: UUID, _ rest: String) -> String {
    "/\(kind)/\(id.uuidString.lowercased())/\(rest)"
}

func newPost(
    _ title: String = "Deleting a node", body: String = "It loses **half**.", tags: String = "",
    space: String = "questions", kind: String = "question", act: String = "post", id: UUID = UUIDv7.generate()
) -> [(name: String, value: String)] {
    [
        ("id", id.uuidString.lowercased()), ("space", space), ("kind", kind), ("title", title), ("body", body),
        ("tags", tags), ("act", act),
    ]
}

func newComment(
    _ body: String = "Draw it on *paper*.", parent: Int? = nil, act: String = "post", id: UUID = UUIDv7.generate()
) -> [(name: String, value: String)] {
    [("id", id.uuidString.lowercased()), ("body", body), ("act", act)]
        + (parent.map { [("parent", String($0))] } ?? [])
}

/// Runs `body` on threads of their own at the same time.
func inParallel(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<count).map { number in TestThread { body(number) } }
    for thread in threads { thread.join() }
}

extension Application {
    /// How many of these forms were answered with 303.
    func acceptedForms(_ forms: [(path: String, fields: [(name: String, value: String)], browser: TestBrowser)]) -> Int
    {
        let worker = makeWorker(number: 1)
        return forms.count { form in
            let request = Request(
                .post, form.path, headers: [("Sec-Fetch-Site", "same-origin")] + form.browser.headers,
                body: .form(FormFields(form.fields)))
            return respond(to: request, on: worker).status == .seeOther
        }
    }
}
