import FoundationEssentials
import HTML
import Testing

@testable import Quad

@Suite("Which comments a page shows")
struct ThreadPartTests {
    @Test(
        "all pages of an order together show each comment once, or lead to it",
        arguments: Thicket.all, CommentOrder.allCases)
    func everyComment(thicket: Thicket, order: CommentOrder) throws {
        let outline = thicket.outline
        let answer = outline.numbers.count / 2
        var (reached, seen) = (Set<Int>(), Set<Int>())
        var views = [ThreadView(order: order)]
        var opened = Set<String>()
        while let view = views.popLast() {
            guard opened.insert(view.path(on: "")).inserted else { continue }
            let part = try #require(ThreadPart(view, of: outline, answer: answer))
            #expect(part.shown.count <= ThreadPart.pageSize + 1 && part.line.count <= ThreadPart.lineLength)
            if view.comment == nil {
                #expect(seen.isDisjoint(with: part.shown), "twice on the pages of the conversation")
                seen.formUnion(part.shown)
            }
            reached.formUnion(part.shown)
            if let next = part.next { views.append(view.goingOn(after: next)) }
            for rest in part.rests.values { views.append(view.around(rest.below)) }
        }
        #expect(reached == Set(outline.numbers))
    }

    @Test("a page is as full as its branches allow, and says exactly what it leaves out", arguments: Thicket.all)
    func counts(thicket: Thicket) throws {
        let outline = thicket.outline
        var view = ThreadView()
        var total = 0
        while true {
            let part = try #require(ThreadPart(view, of: outline, answer: nil))
            total += part.shown.count + part.rests.values.reduce(0) { $0 + $1.count }
            guard let next = part.next else { break }
            #expect(part.shown.count > ThreadPart.pageSize - 2 * ThreadPart.branchSize)
            view = view.goingOn(after: next)
        }
        #expect(total == outline.numbers.count)
    }

    @Test("what is shown of a branch is what one reads first of it", arguments: Thicket.all, CommentOrder.allCases)
    func beginning(thicket: Thicket, order: CommentOrder) throws {
        let outline = thicket.outline
        let part = try #require(ThreadPart(ThreadView(order: order), of: outline, answer: 7))
        let whole = thicket.read(outline.numbers, order: order, answer: 7)
        let shown = thicket.read(part.shown, order: order, answer: 7, toAnswer: part.toAnswer)
        #expect(shown.count > 0)
        for (branch, words) in shown { #expect(Array((whole[branch] ?? []).prefix(words.count)) == words) }
    }

    @Test("votes between two pages neither repeat nor lose a comment whose own score stays")
    func moving() throws {
        let thicket = Thicket.forest
        let first = try #require(ThreadPart(ThreadView(), of: thicket.outline, answer: nil))
        let cursor = try #require(first.next)
        let next = ThreadView(after: cursor)
        var moved = thicket
        for place in stride(from: 0, to: moved.scores.count, by: 5) { moved.scores[place] += place % 2 == 0 ? 30 : -30 }
        let second = try #require(ThreadPart(next, of: moved.outline, answer: nil))
        let before = try #require(ThreadPart(next, of: thicket.outline, answer: nil))
        let still = { (numbers: [Int]) in
            numbers.filter { number in
                thicket.parents[number - 1] == 0 && (number - 1) % 5 != 0
            }
        }
        #expect(Set(still(second.shown)).isDisjoint(with: first.shown))
        // Those that moved may take room, so what follows may begin later, never earlier.
        let kept = still(second.shown)
        #expect(Set(kept).isSubset(of: still(before.shown)) || kept.count > still(before.shown).count)
    }

    @Test("the branch that holds the answer stands on the first page, with the answer in sight", arguments: Thicket.all)
    func answer(thicket: Thicket) throws {
        let outline = thicket.outline
        let answer = try #require(
            outline.numbers.indices.last { outline.line(above: $0).count == 1 } ?? outline.numbers.indices.last)
        let part = try #require(ThreadPart(ThreadView(), of: outline, answer: outline.numbers[answer]))
        #expect(part.shown.contains(outline.numbers[answer]))
        let flat = Thicket.flat.outline
        #expect(try #require(ThreadPart(ThreadView(), of: flat, answer: 4_999)).shown.contains(4_999))
    }

    @Test("a page about a comment shows it with the nearest of what it answers, and with its replies")
    func focus() throws {
        let outline = Thicket.chain.outline
        let part = try #require(ThreadPart(ThreadView(comment: 500), of: outline, answer: nil))
        #expect(part.line == [495, 496, 497, 498, 499])
        #expect(part.beyond == 494 && part.above == 494)
        #expect(part.shown == Array(500...700))
        #expect(part.rests == [501: ThreadPart.Rest(count: 300, below: 700)])
        let top = try #require(ThreadPart(ThreadView(comment: 1), of: outline, answer: nil))
        #expect(top.line.isEmpty && top.beyond == nil && top.above == 0)
        #expect(try #require(ThreadPart(ThreadView(comment: 1_000), of: outline, answer: nil)).shown == [1_000])
    }

    @Test("many replies to one comment have pages of their own")
    func replies() throws {
        let outline = Thicket.star.outline
        let first = try #require(ThreadPart(ThreadView(order: .old, comment: 1), of: outline, answer: nil))
        #expect(first.shown == Array(1...201))
        let next = try #require(first.next)
        let second = try #require(
            ThreadPart(ThreadView(order: .old, comment: 1, after: next), of: outline, answer: nil))
        #expect(second.shown == [1] + Array(202...401))
    }

    @Test("nothing is shown of what is not there")
    func absent() {
        let outline = ThreadOutline(numbers: [1, 2, 5], parentNumbers: [0, 1, 2], scores: [0, 0, 0])
        for number in [3, 4, 6, 1_000_000] {
            #expect(ThreadPart(ThreadView(comment: number), of: outline, answer: nil) == nil)
        }
        let end = ThreadView(order: .old, after: ThreadCursor(score: nil, number: 5))
        #expect(ThreadPart(end, of: outline, answer: nil) == nil)
    }
}

@Suite("A thread’s outline")
struct ThreadOutlineTests {
    @Test("holes in the numbers, and rows in any order, change nothing")
    func holes() {
        let outline = ThreadOutline(
            numbers: [9, 2, 5, 1, 12], parentNumbers: [2, 0, 2, 0, 9], scores: [1, 2, 3, 4, 5])
        #expect(outline.numbers == [1, 2, 5, 9, 12] && outline.scores == [4, 2, 3, 1, 5])
        #expect(outline.parents == [-1, -1, 1, 1, 3] && outline.sizes == [0, 3, 0, 1, 0])
        #expect(Array(outline.replies(to: -1)) == [0, 1] && Array(outline.replies(to: 1)) == [2, 3])
        #expect(outline.everything(below: 1) == [2, 3, 4] && outline.line(above: 4) == [3, 1])
        #expect(outline.position(of: 9) == 3 && outline.position(of: 3) == nil && outline.position(of: 13) == nil)
    }

    @Test("a reply to what is not there stands at the top")
    func orphan() {
        let outline = ThreadOutline(numbers: [3, 4], parentNumbers: [2, 3], scores: [0, 0])
        #expect(Array(outline.replies(to: -1)) == [0] && outline.sizes == [1, 0])
    }

    @Test("an empty one has nothing at the top")
    func empty() {
        #expect(ThreadOutline(numbers: [], parentNumbers: [], scores: []).replies(to: -1).isEmpty)
    }
}

@Suite("Addresses of parts of a thread")
struct ThreadViewTests {
    @Test("each view has one address")
    func addresses() {
        #expect(ThreadView().path(on: "/p") == "/p")
        #expect(ThreadView(order: .new).path(on: "/p") == "/p?order=new")
        let cursor = ThreadCursor(score: -3, number: 12)
        #expect(ThreadView(comment: 7, after: cursor).path(on: "/p") == "/p?comment=7&after=-3,12")
    }

    @Test("a cursor is read as it was written", arguments: ["7,311", "-3,1", "0,2147483647"])
    func roundTrip(text: String) {
        #expect(ThreadCursor(text, order: .best)?.description == text)
        #expect(ThreadCursor(text, order: .new) == nil)
    }

    @Test(
        "nothing else is read",
        arguments: ["", ",", "1", "1,", ",1", "1,0", "1,-1", "+1,1", "01,1", "1,1,1", "99999999999,1"])
    func malformed(text: String) {
        #expect(ThreadCursor(text, order: .best) == nil)
        #expect(text == "1" || ThreadCursor(text, order: .old) == nil)
    }

    @Test("a comment is found on its thread’s only page, or on a page of its own")
    func comments() {
        #expect(CommunityPaths.comment(3, on: "/p", last: 200) == "/p#c3")
        #expect(CommunityPaths.comment(3, on: "/p", last: 201) == "/p?comment=3#c3")
        #expect(CommunityPaths.comment(3, on: "/p") == "/p?comment=3#c3")
    }
}

/// Threads of several shapes, the same in every run.
struct Thicket: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let parents: [Int]
    var scores: [Int]

    /// - Parameter parent: of a number, given chance; 0 for the top.
    private init(_ name: String, _ count: Int, parent: (Int, inout Chance) -> Int) {
        var chance = Chance(seed: 7)
        testDescription = name
        parents = (1...count).map { $0 == 1 ? 0 : parent($0, &chance) }
        scores = (0..<count).map { _ in Int.random(in: -6...40, using: &chance) }
    }

    static let chain = Thicket("a chain", 1_000) { number, _ in number - 1 }
    static let flat = Thicket("a list", 5_000) { _, _ in 0 }
    static let star = Thicket("one with many replies", 1_000) { _, _ in 1 }
    static let forest = Thicket("many branches", 1_500) { number, chance in
        Int.random(in: 0..<10, using: &chance) < 3 ? 0 : max(1, number - Int.random(in: 1...300, using: &chance))
    }
    static let bush = Thicket("one bush", 1_000) { number, chance in Int.random(in: 1..<number, using: &chance) }
    static let small = Thicket("a few", 30) { number, chance in Int.random(in: 0..<number, using: &chance) }
    static let all = [chain, flat, star, forest, bush, small]

    var outline: ThreadOutline {
        ThreadOutline(numbers: Array(1...parents.count), parentNumbers: parents, scores: scores)
    }

    /// The comments of these numbers as they are read from the top of the page, by the branch they stand in.
    func read(
        _ numbers: [Int], order: CommentOrder, answer: Int, toAnswer: Set<Int> = []
    ) -> [String: [String]] {
        let author = Author(name: "Bo Li", username: "bo.li", isOpen: false, face: .pattern)
        let comments = numbers.map { number in
            Quad.Comment(
                id: nil, number: number, parentNumber: parents[number - 1] == 0 ? nil : parents[number - 1],
                isRemoved: false, body: .empty, score: scores[number - 1], removalReason: nil, createdAt: .now,
                isEdited: false, author: author)
        }
        let post = Post(
            id: ID(rawValue: UUID()), number: 1, kind: .question, state: .published, title: "T", slug: "t",
            body: .empty, excerpt: "", tags: [], isPinned: false, isLocked: false, score: 0,
            commentCount: comments.count, lastCommentNumber: comments.count, answerNumber: answer, answeredAt: .now,
            answerChosenBy: nil, removalReason: nil, publishedAt: .now, editedAt: nil)
        let items = Thread(
            comments: comments, post: post, author: author, wording: Wording(now: .now, zone: .utc), order: order,
            toAnswer: toAnswer
        ).items()
        return Dictionary(uniqueKeysWithValues: items.map { ($0.anchor, Self.inOrder($0)) })
    }

    private static func inOrder(_ item: CommentItem) -> [String] { [item.anchor] + item.replies.flatMap(inOrder) }

    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        }
    }
}
