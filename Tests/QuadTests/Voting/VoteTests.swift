import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Voting")
struct VoteTests {
    enum Target: CaseIterable {
        case post, comment
    }

    @Test("a vote is what was sent last, however often it is sent", arguments: Target.allCases)
    func absolute(target: Target) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            for (value, score) in [
                ("up", 1), ("up", 1), ("down", -1), ("down", -1), ("none", 0), ("none", 0), ("down", -1), ("up", 1),
            ] {
                let answer = campus.post(scene.path, [("value", value)], as: scene.voter)
                #expect(answer.status == .seeOther)
                #expect(answer["Location"] == scene.page)
                #expect(try scene.score(campus) == score)
                #expect(try scene.sum(campus) == score)
            }
        }
    }

    @Test("a script is answered in figures")
    func figures() throws {
        try withCampus { campus in
            let scene = try Scene(campus, .post)
            for (value, body) in [
                ("up", #"{"score":1,"vote":1}"#), ("down", #"{"score":-1,"vote":-1}"#),
                ("none", #"{"score":0,"vote":0}"#),
            ] {
                let answer = campus.post(
                    scene.path, [("value", value)], as: scene.voter, headers: [("Accept", "application/json")])
                #expect(answer.status == .ok && answer["Content-Type"] == "application/json")
                #expect(answer.text == body)
            }
        }
    }

    @Test(
        "one is led back to where one voted, and nowhere else",
        arguments: [
            ("/c/algorithms/1/shown?after=7,201#c201", "/c/algorithms/1/shown?after=7,201#c201"),
            ("https://elsewhere.example/", "/c/algorithms/1/shown"), ("//elsewhere.example", "/c/algorithms/1/shown"),
        ])
    func back(to: String, expected: String) throws {
        try withCampus { campus in
            let scene = try Scene(campus, .post)
            let answer = campus.post(scene.path, [("value", "up"), ("to", to)], as: scene.voter)
            #expect(answer["Location"] == expected)
        }
    }

    @Test(
        "what cannot be voted on is refused with a reason, and counts nothing", arguments: Target.allCases,
        [
            ("UPDATE posts SET state = 'archived'", 409), ("UPDATE posts SET state = 'removed'", 409),
            ("UPDATE communities SET state = 'archived'", 409), ("UPDATE communities SET visibility = 'private'", 404),
            ("UPDATE posts SET state = 'draft'", 404), ("UPDATE users SET state = 'silenced'", 403),
            ("INSERT INTO memberships SELECT c.id, u.id, 'banned' FROM communities c, users u", 403),
            ("UPDATE posts SET is_locked = true", 303),
        ])
    func refused(target: Target, change: (script: String, status: Int)) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            try campus.database.script(change.script)
            #expect(campus.post(scene.path, [("value", "up")], as: scene.voter).status.code == change.status)
            #expect(try scene.score(campus) == (change.status == 303 ? 1 : 0))
            #expect(try scene.sum(campus) == (change.status == 303 ? 1 : 0))
        }
    }

    @Test("nobody votes on their own words", arguments: Target.allCases)
    func own(target: Target) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            let answer = campus.post(scene.path, [("value", "up")], as: scene.author)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("You can’t vote on what you wrote yourself"))
            #expect(try scene.score(campus) == 0 && scene.sum(campus) == 0)
        }
    }

    @Test("other values, unknown posts and visitors are refused")
    func malformed() throws {
        try withCampus { campus in
            let scene = try Scene(campus, .post)
            for value in ["", "2", "UP", "up "] {
                #expect(campus.post(scene.path, [("value", value)], as: scene.voter).status == .unprocessableContent)
            }
            #expect(campus.post(scene.path, [("value", "up")]).status == .forbidden)
            for path in ["/posts/\(Post.ID().text)/votes", "/posts/1/votes", "/comments/\(Post.ID().text)/votes"] {
                #expect(campus.post(path, [("value", "up")], as: scene.voter).status == .notFound)
            }
        }
    }

    @Test("fifty voters at once are counted to the last", arguments: Target.allCases)
    func concurrent(target: Target) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            let voters = try (0..<50).map { _ in try campus.signIn(campus.insertUser()) }
            // Ten at a time: each has connections of its own.
            for (round, value) in ["up", "down", "up", "none"].enumerated() {
                for start in stride(from: 0, to: 50, by: 10) {
                    let forms = voters[start..<start + 10].enumerated().map { index, voter in
                        (scene.path, [(name: "value", value: index < 7 || round == 3 ? value : "up")], voter)
                    }
                    #expect(campus.postAtOnce(forms) == forms.map { _ in 303 })
                }
                #expect(try scene.score(campus) == [50, 15 - 35, 50, 0][round])
                #expect(try scene.sum(campus) == [50, 15 - 35, 50, 0][round])
            }
        }
    }

    @Test("votes counted together are decided each by itself", arguments: Target.allCases)
    func mixed(target: Target) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            let people = try (0..<4).map { _ in try campus.insertUser() }
            let voters = people.map { Member.ID(rawValue: $0) } + [scene.author.member.id]
            let subject = try campus.database.fetch(
                Query<UUID>.value(target == .post ? "SELECT id FROM posts" : "SELECT id FROM comments"))
            try campus.run(
                "INSERT INTO memberships SELECT c.id, \(people[3]), 'banned' FROM communities c")
            func cast(_ ballots: [Ballot]) throws -> CountedVotes {
                let entries = zip(ballots, voters).map { VoteGathering.Entry($0, by: $1) }
                let counted: CountedVotes? =
                    switch target {
                    case .post: try campus.database.fetch(.cast(entries, on: Post.ID(rawValue: subject)))
                    case .comment: try campus.database.fetch(.cast(entries, on: Quad.Comment.ID(rawValue: subject)))
                    }
                return try #require(counted)
            }
            let rounds: [(ballots: [Ballot], score: Int, changes: Int)] = [
                ([.vote(.up), .vote(.up), .vote(.down), .vote(.up), .vote(.up)], 1, 3),
                ([.vote(.up), .vote(.down), .none, .none, .none], 0, 2),
                ([.vote(.down), .vote(.up), .none, .vote(.up), .vote(.up)], 0, 2),
                ([.none, .none, .none, .none, .none], 0, 2),
            ]
            for (ballots, score, changes) in rounds {
                let counted = try cast(ballots)
                #expect(counted.score == score && counted.changed.count == changes)
                // Neither who was sent out nor the author.
                #expect(Set(counted.accepted) == Set(voters[0..<3]))
                #expect(try scene.score(campus) == score && scene.sum(campus) == score)
            }
        }
    }

    @Test("one voter who clicks many times at once is counted once", arguments: Target.allCases)
    func doubleClick(target: Target) throws {
        try withCampus { campus in
            let scene = try Scene(campus, target)
            for (value, score) in [("up", 1), ("down", -1), ("none", 0)] {
                let forms = (0..<8).map { _ in (scene.path, [(name: "value", value: value)], scene.voter) }
                #expect(campus.postAtOnce(forms) == forms.map { _ in 303 })
                #expect(try scene.score(campus) == score && scene.sum(campus) == score)
            }
        }
    }

    @Test("visitors see the new score at once, and it moves the post in its list")
    func keptPages() throws {
        try withCampus { campus in
            let scene = try Scene(campus, .post)
            let (page, list) = ("/c/algorithms/1/shown", "/c/algorithms")
            let before = try campus.database.fetch(Query<Double>.value("SELECT hot FROM posts"))
            for path in [page, list] { _ = campus.get(path) }
            for voter in 0..<2 {
                let browser = voter == 0 ? scene.voter : try campus.signIn(campus.insertUser())
                _ = campus.post(scene.path, [("value", "up")], as: browser)
            }
            for path in [page, list] { #expect(campus.application.pages.outlived(path) == nil) }
            #expect(campus.get(page).text.contains("<b>2</b> votes"))
            #expect(try campus.database.fetch(Query<Double>.value("SELECT hot FROM posts")) > before)
        }
    }

    @Test("more votes than the limit in a minute are refused for a while")
    func limit() throws {
        try withCampus {
            $0.limits.votesPerMinute = 3
        } _: { campus in
            let scene = try Scene(campus, .post)
            let statuses = (0..<4).map { _ in campus.post(scene.path, [("value", "up")], as: scene.voter) }
            #expect(statuses.map(\.status.code) == [303, 303, 303, 429])
            #expect(statuses.last?["Retry-After"] != nil)
        }
    }

    /// A post with a comment, both by one author, and someone who votes.
    private struct Scene {
        let target: Target
        let path: String
        let page: String
        let author: TestBrowser
        let voter: TestBrowser

        init(_ campus: TestCampus, _ target: Target) throws {
            self.target = target
            let author = try campus.insertUser()
            let post = try campus.insertPost("Shown", in: campus.insertCommunity(), by: author)
            try campus.insertComment(on: post, by: author, number: 1)
            let comment = try campus.database.fetch(Query<UUID>.value("SELECT id FROM comments"))
            switch target {
            case .post: (path, page) = ("/posts/\(ID<Post>(rawValue: post).text)/votes", "/c/algorithms/1/shown")
            case .comment:
                (path, page) = ("/comments/\(ID<Post>(rawValue: comment).text)/votes", "/c/algorithms/1/shown#c1")
            }
            self.author = try campus.signIn(author)
            voter = try campus.signIn(campus.insertUser())
        }

        func score(_ campus: TestCampus) throws -> Int {
            try campus.number(target == .post ? "SELECT score FROM posts" : "SELECT score FROM comments")
        }

        /// Of all votes, which the score must be.
        func sum(_ campus: TestCampus) throws -> Int {
            try campus.number(
                target == .post
                    ? "SELECT coalesce(sum(value), 0) FROM post_votes"
                    : "SELECT coalesce(sum(value), 0) FROM comment_votes")
        }
    }
}
