import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A thread of several pages")
struct LongThreadTests {
    @Test("its first page holds at most 200 comments, and each page after it others", arguments: CommentOrder.allCases)
    func pages(order: CommentOrder) throws {
        try withCampus { campus in
            let thread = try LongThread(campus)
            for reader in [nil, thread.reader] {
                var path: String? = ThreadView(order: order).path(on: LongThread.path)
                var (seen, count) = (Set<Int>(), 0)
                while let next = path {
                    let page = reader.map { campus.get(next, as: $0) } ?? campus.get(next)
                    #expect(page.status == .ok)
                    let shown = page.comments
                    #expect(shown.count <= ThreadPart.pageSize && Set(shown).count == shown.count)
                    #expect(seen.isDisjoint(with: shown))
                    seen.formUnion(shown)
                    count += shown.count + page.leftOut
                    path = page.nextPath
                }
                #expect(count == LongThread.size)
            }
        }
    }

    @Test(
        "a link to any comment opens one page with it, what it answers and its replies", arguments: [4_900, 17, 4_950])
    func deepLink(number: Int) throws {
        try withCampus { campus in
            let thread = try LongThread(campus)
            let path = CommunityPaths.comment(number, on: LongThread.path, last: LongThread.size)
            #expect(path == "\(LongThread.path)?comment=\(number)#c\(number)")
            let page = campus.get(String(path.prefix { $0 != "#" }), as: thread.reader)
            #expect(page.status == .ok && page.comments.contains(number))
            // Numbers of the fifties were removed: their place remains, without words.
            #expect(page.text.contains("word \(number)<") == (number % 50 != 0))
            #expect(page.text.contains("Show all comments"))
            let parent = try campus.number(
                "SELECT coalesce(parent_number, 0) FROM comments WHERE number = \(number)::integer")
            #expect(parent == 0 || page.comments.contains(parent))
            let replies = try campus.database.fetch(
                Query<[Int]>.values("SELECT number FROM comments WHERE parent_number = \(number)::integer LIMIT 200"))
            #expect(Set(replies).isSubset(of: page.comments))
        }
    }

    @Test("the conversation’s usual pages are for crawlers; the others name the post as theirs")
    func crawlers() throws {
        try withCampus { campus in
            _ = try LongThread(campus)
            let origin = "http://quad.test"
            let first = campus.get(LongThread.path)
            let second = try #require(first.nextPath)
            for (path, canonical, isIndexed) in [
                (LongThread.path, LongThread.path, true), (second, second, true),
                (LongThread.path + "?order=new", LongThread.path, false),
                (LongThread.path + "?comment=4900", LongThread.path, false),
            ] {
                let page = campus.get(path).text
                #expect(page.contains(#"<link rel="canonical" href="\#(origin + canonical)">"#), "\(path)")
                #expect(page.contains(#"<meta name="robots" content="noindex">"#) != isIndexed, "\(path)")
            }
        }
    }

    @Test("what never was, and what no page of ours links to, is not found")
    func absent() throws {
        try withCampus { campus in
            _ = try LongThread(campus)
            for query in [
                "comment=5001", "comment=99999999999", "after=-1000,5000", "order=old&after=5000", "after=200",
                "order=new&after=1,1", "comment=4900&after=-1000,1",
            ] {
                #expect(campus.get("\(LongThread.path)?\(query)").status == .notFound, "\(query)")
            }
            try campus.run("UPDATE comments SET state = 'in_review' WHERE number = 4900")
            #expect(campus.get(LongThread.path + "?comment=4900").status == .notFound)
        }
    }

    @Test("who may not read the post finds none of its parts", arguments: ["private", "university"])
    func hidden(visibility: String) throws {
        try withCampus { campus in
            let thread = try LongThread(campus)
            try campus.run("UPDATE communities SET visibility = \(visibility)")
            let stranger = try campus.signIn(campus.insertStranger())
            for query in ["", "?order=new", "?comment=4900"] {
                let path = LongThread.path + query
                #expect(campus.get(path).status == .notFound)
                #expect((campus.get(path, as: stranger).status == .notFound) == (visibility == "private"))
                #expect(campus.get(path, as: thread.reader).status == .ok)
            }
            try campus.run("UPDATE posts SET state = 'removed'")
            #expect(campus.get(LongThread.path + "?comment=4900", as: thread.reader).status == .gone)
        }
    }

    @Test("one’s own votes are pressed on every page, and those on other comments are not looked at")
    func votes() throws {
        try withCampus { campus in
            let thread = try LongThread(campus)
            try campus.run(
                """
                INSERT INTO comment_votes (user_id, post_id, comment_number, value)
                VALUES (\(thread.reader.member.id), \(thread.post), 4901, 1),
                    (\(thread.reader.member.id), \(thread.post), 3, -1)
                """)
            let page = campus.get(LongThread.path + "?comment=4901", as: thread.reader).text
            #expect(page.matches(of: /aria-pressed="true"/).count == 1)
            #expect(page.contains("to\" value=\"\(LongThread.path)?comment=4901#c4901\""))
        }
    }

    @Test("who writes in it is led to a page that shows the new comment")
    func ownComment() throws {
        try withCampus { campus in
            let thread = try LongThread(campus)
            for parent in [nil, 4_901] {
                let answer = campus.post(
                    writingPath("posts", thread.post, "comments"), newComment("Mine alone.", parent: parent),
                    as: thread.reader)
                let path = try #require(answer["Location"])
                #expect(path.contains("?comment=500"))
                let page = campus.get(String(path.prefix { $0 != "#" }), as: thread.reader)
                #expect(page.text.contains("Mine alone."))
            }
        }
    }

    @Test("a wrong title in the address leads to the right one, to the same part of the thread")
    func wrongSlug() throws {
        try withCampus { campus in
            _ = try LongThread(campus)
            for path in ["/c/algorithms/1/older", "/c/algorithms/1"] {
                let response = campus.get(path + "?comment=4900")
                #expect(response.status == .movedPermanently)
                #expect(response["Location"] == LongThread.path + "?comment=4900")
            }
        }
    }

    @Test("a chain of a thousand can be followed to its end")
    func chain() throws {
        try withCampus { campus in
            let thread = try LongThread(campus, count: 1_000, parent: "nullif(n - 1, 0)")
            var (path, steps) = (LongThread.path, 0)
            while true {
                let page = campus.get(path, as: thread.reader)
                #expect(page.status == .ok && page.text.ranges(of: "<details class=\"folds replies\"").count <= 8)
                steps += 1
                guard let next = page.onwardPath else {
                    #expect(page.leftOut == 0 && page.comments.contains(1_000))
                    break
                }
                path = next
            }
            #expect((5...7).contains(steps))
        }
    }

    @Test("in a thread of one page a comment’s own address leads to its place there")
    func shortThread() throws {
        try withCampus { campus in
            let thread = try LongThread(campus, count: 200, parent: "CASE WHEN n > 7 THEN nullif(n % 7, 0) END")
            let page = campus.get(LongThread.path, as: thread.reader)
            #expect(page.comments.count == 200 && page.leftOut == 0 && page.nextPath == nil)
            for path in [LongThread.path, LongThread.path + "?order=old"] {
                let address = path + (path.contains("?") ? "&" : "?") + "comment=150"
                let response = campus.get(address)
                #expect(response.status == .seeOther && response["Location"] == path + "#c150")
            }
            #expect(campus.get(LongThread.path + "?comment=201").status == .notFound)
            #expect(campus.get(LongThread.path + "?order=new").comments.first == 196)
        }
    }

    @Test("the accepted answer stands first however low its score, and its link works from every page")
    func answer() throws {
        try withCampus { campus in
            _ = try LongThread(campus)
            let number = try campus.number("SELECT max(number) FROM comments WHERE parent_number IS NULL")
            try campus.run("UPDATE comments SET score = -9 WHERE number = \(number)::integer")
            try campus.run("UPDATE posts SET answer_number = \(number)::integer, answered_at = now()")
            let first = campus.get(LongThread.path)
            #expect(first.comments.first == number && first.text.contains(##"href="#c\##(number)">Answered</a>"##))
            let other = campus.get(LongThread.path + "?comment=17").text
            #expect(other.contains("href=\"\(LongThread.path)?comment=\(number)#c\(number)\">Answered</a>"))
        }
    }
}

/// A public question with 5,000 comments, of which every fiftieth was removed.
private struct LongThread {
    static let size = 5_000
    static let path = "/c/algorithms/1/long"

    let post: UUID
    let reader: TestBrowser

    /// - Parameter parent: what the comment `n` answers.
    init(
        _ campus: TestCampus, count: Int = size,
        parent: SQL = "CASE WHEN n > 3 AND n % 10 > 2 THEN greatest(1, n - 1 - (n * 7919 % 97)) END"
    ) throws {
        let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Asker Name"))
        post = try campus.insertPost("Long", in: community, by: author)
        try campus.run(
            """
            INSERT INTO comments (id, post_id, number, parent_number, author_id, state, body_source, body_html,
                body_version, score)
            SELECT gen_random_uuid(), \(post), n, \(parent), \(author),
                CASE WHEN n % 50 = 0 THEN 'removed' ELSE 'published' END, 'word ' || n, '<p>word ' || n || '</p>', 1,
                n * 31 % 23 - 3
            FROM generate_series(1, \(count)::integer) n
            """)
        try campus.run(
            """
            UPDATE posts SET last_comment_number = \(count)::integer,
                comment_count = (SELECT count(*) FROM comments WHERE state = 'published')
            """)
        let member = try campus.insertUser("Bo Li")
        try campus.add(member, to: community)
        reader = try campus.signIn(member)
    }
}

extension Response {
    /// The numbers of the comments on the page, in its order.
    fileprivate var comments: [Int] {
        pieces(after: #"<article class="comment"#, until: ">").compactMap { tag in
            tag.firstRange(of: "id=\"c").flatMap { Int(tag[$0.upperBound...].prefix { $0 != "\"" }) }
        }
    }

    /// How many comments it leaves to other pages.
    fileprivate var leftOut: Int {
        pieces(after: "Continue this thread (", until: " ").reduce(0) { sum, count in
            sum + (Int(count.replacing(",", with: "")) ?? 0)
        }
    }

    fileprivate var nextPath: String? {
        pieces(after: "<a class=\"button second\" href=\"", until: ">").first { $0.hasSuffix("rel=\"next\"") }
            .map { String($0.prefix { $0 != "#" }).replacing("&amp;", with: "&") }
    }

    /// Where the first branch that is cut goes on.
    fileprivate var onwardPath: String? {
        pieces(after: "<p class=\"onward\"><a href=\"", until: "<").first { $0.contains(">Continue") }
            .map { String($0.prefix { $0 != "#" }).replacing("&amp;", with: "&") }
    }

    /// What follows each `start` up to the next `end`. By bytes: these pages are long, and read many times here.
    private func pieces(after start: String, until end: Character) -> [String] {
        guard case .bytes(let bytes) = body, let last = end.asciiValue else { return [] }
        let (start, count) = (Array(start.utf8), bytes.count)
        var (found, place) = ([String](), 0)
        while place + start.count <= count {
            guard bytes[place] == start[0], bytes[place..<place + start.count].elementsEqual(start) else {
                place += 1
                continue
            }
            place += start.count
            let piece = bytes[place...].prefix { $0 != last }
            found.append(String(decoding: piece, as: UTF8.self))
            place += piece.count
        }
        return found
    }
}
