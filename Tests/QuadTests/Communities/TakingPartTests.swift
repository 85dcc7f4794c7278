import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("What a member finds on a page")
struct TakingPartTests {
    @Test("one’s own votes are pressed, and pressing them again takes them back")
    func ownVotes() throws {
        try withCampus { campus in
            let thread = try Conversation(campus)
            try campus.run(
                "INSERT INTO post_votes (user_id, post_id, value) VALUES (\(thread.reader.member.id), \(thread.post), 1)"
            )
            try campus.run(
                """
                INSERT INTO comment_votes (user_id, post_id, comment_number, value)
                VALUES (\(thread.author.member.id), \(thread.post), 1, -1)
                """)
            let page = [thread.reader, thread.author].map { campus.get(Conversation.path, as: $0).text }.joined()
            #expect(page.contains(#"value="none" aria-label="Vote up the question" aria-pressed="true""#))
            #expect(page.contains(#"value="down" aria-label="Vote down the question" aria-pressed="false""#))
            #expect(page.contains(#"value="none" aria-label="Vote down the comment by Bo Li" aria-pressed="true""#))
            let other = campus.get(Conversation.path, as: try campus.signIn(campus.insertUser())).text
            #expect(!other.contains(#"aria-pressed="true""#))
        }
    }

    @Test("edit and delete stand on one’s own words alone, history wherever something was edited")
    func ownWords() throws {
        try withCampus { campus in
            let thread = try Conversation(campus)
            try campus.run("UPDATE posts SET edited_at = now()")
            try campus.run("UPDATE comments SET edited_at = now()")
            let author = campus.get(Conversation.path, as: thread.author).text
            let reader = campus.get(Conversation.path, as: thread.reader).text
            let post = Post.ID(rawValue: thread.post)
            for path in [WritingPaths.edit(post), WritingPaths.removal(of: post)] {
                #expect(author.contains(path) && !reader.contains(path))
            }
            #expect(
                author.contains(WritingPaths.history(of: post)) && reader.contains(WritingPaths.history(of: post)))
            // The author wrote the post, and the other member the only comment.
            #expect(author.matches(of: #/\/comments\/[0-9a-f-]{36}\/edit/#).isEmpty)
            #expect(reader.matches(of: #/\/comments\/[0-9a-f-]{36}\/edit/#).count == 1)
            let visitor = campus.get(Conversation.path).text
            #expect(visitor.contains(WritingPaths.history(of: post)))
            for text in [author, reader, visitor] {
                #expect(text.contains(#/\/comments\/[0-9a-f-]{36}\/history" rel="nofollow">edited/#))
            }
            // Nobody votes on their own words.
            #expect(!author.contains("Vote up the question") && author.contains("Vote up the comment"))
            #expect(reader.contains("Vote up the question") && !reader.contains("Vote up the comment"))
        }
    }

    @Test("who takes part finds a form with an identity of its own, and a reply link on each comment")
    func composer() throws {
        try withCampus { campus in
            let thread = try Conversation(campus)
            let page = campus.get(Conversation.path, as: thread.reader).text
            let comments = WritingPaths.comments(on: Post.ID(rawValue: thread.post))
            #expect(
                page.contains(#"<form class="composer" method="post" action="\#(comments)" data-draft="\#(comments)">"#)
            )
            #expect(page.contains("\(comments)/new?parent=1"))
            let pattern = #/name="id" value="([0-9a-f-]{36})"/#
            let (one, other) = (page, campus.get(Conversation.path, as: thread.reader).text)
            #expect(try #require(one.firstMatch(of: pattern)).1 != #require(other.firstMatch(of: pattern)).1)
        }
    }

    @Test(
        "who cannot write is told why, and finds no form",
        arguments: [
            ("UPDATE posts SET is_locked = true", "a moderator closed it"),
            ("UPDATE posts SET state = 'archived'", "This post is archived"),
            ("UPDATE communities SET state = 'archived'", "This community is closed"),
            ("UPDATE memberships SET role = 'banned'", "sent you out"),
            ("DELETE FROM memberships", "Who joins this community can write here."),
            ("UPDATE users SET state = 'silenced'", "A moderator silenced your account"),
        ])
    func barred(change: String, words: String) throws {
        try withCampus { campus in
            let thread = try Conversation(campus)
            try campus.database.script(change)
            let page = campus.get(Conversation.path, as: thread.reader).text
            #expect(page.contains(words))
            #expect(!page.contains("<textarea") && !page.contains("parent="))
            // What one wrote can be taken back even so, and changed where the talk goes on.
            #expect(page.contains("/removal\">Delete"))
            #expect(page.contains("/edit\">Edit") == change.contains("DELETE"))
            // A lock closes the talk, not the votes; whoever has not joined may vote as well.
            #expect(page.contains("Vote up") == (change.contains("locked") || change.contains("DELETE")))
        }
    }

    @Test("a post that waits for a moderator has a page for its author alone")
    func inReview() throws {
        try withCampus { campus in
            let thread = try Conversation(campus)
            try campus.run("UPDATE posts SET state = 'in_review'")
            let own = campus.get(Conversation.path, as: thread.author)
            #expect(own.status == .ok && own.text.contains("waits for a moderator") && !own.text.contains("<textarea"))
            #expect(campus.get(Conversation.path, as: thread.reader).status == .notFound)
            #expect(campus.get(Conversation.path).status == .notFound)
        }
    }

    @Test("a visitor is led to sign in and back to this very page")
    func visitor() throws {
        try withCampus { campus in
            _ = try Conversation(campus)
            let page = campus.get(Conversation.path).text
            let signIn = "/sign-in?to=%2Fc%2Falgorithms%2F1%2Fshown"
            #expect(page.contains(#"href="\#(signIn)" rel="nofollow">Sign in to vote</a>"#))
            #expect(page.contains(#"href="\#(signIn)" rel="nofollow">Sign in to comment</a>"#))
            #expect(!page.contains(#"class="vote"#) && !page.contains("<textarea"))
        }
    }

    @Test("a community shows what one can do in it", arguments: CommunityRole.allCases + [nil])
    func head(role: CommunityRole?) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let user = try campus.insertUser()
            if let role { try campus.add(user, to: community, as: role) }
            let browser = try campus.signIn(user)
            for path in ["/c/algorithms", "/c/algorithms/about"] {
                let page = campus.get(path, as: browser).text
                #expect(page.contains("Ask or post") == (role?.takesPart == true))
                #expect(page.contains(#"action="/c/algorithms/memberships""#) == (role == nil))
                #expect(
                    page.contains(#"action="/c/algorithms/memberships/end""#) == (role == .member || role == .moderator)
                )
            }
            let list = campus.get("/communities", as: browser).text
            #expect(list.contains(#"<span class="word">Joined</span>"#) == (role?.takesPart == true))
            #expect(!campus.get("/c/algorithms").text.contains("memberships"))
        }
    }
}

/// A public post with one comment: its author, and a member who wrote the comment.
struct Conversation {
    static let path = "/c/algorithms/1/shown"

    let community: TestCommunity
    let post: UUID
    let author: TestBrowser
    let reader: TestBrowser

    init(_ campus: TestCampus) throws {
        community = try campus.insertCommunity()
        let (author, reader) = (try campus.insertUser("Noor Haddad"), try campus.insertUser("Bo Li"))
        for user in [author, reader] { try campus.add(user, to: community) }
        post = try campus.insertPost("Shown", in: community, by: author)
        try campus.insertComment(on: post, by: reader, number: 1)
        (self.author, self.reader) = (try campus.signIn(author), try campus.signIn(reader))
    }
}
