import FoundationEssentials
import HTML
import Testing

@testable import Quad

@Suite("Comments as a thread")
struct ThreadTests {
    @Test("the answer stands first, then the higher score, then the older comment")
    func order() {
        let items = thread([comment(1, score: 2), comment(2, score: 9), comment(3, score: 9), comment(4)], answer: 4)
        #expect(items.map(\.anchor) == ["c4", "c2", "c3", "c1"])
        #expect(items.first?.chosenBy == "Noor")
    }

    @Test("replies stand below what they answer, whatever their own score")
    func nesting() {
        let items = thread([comment(1), comment(2, under: 1, score: 50), comment(3, score: 3), comment(4, under: 2)])
        #expect(items.map(\.anchor) == ["c3", "c1"])
        #expect(items[1].replies.map(\.anchor) == ["c2"])
        #expect(items[1].replies[0].replies.map(\.anchor) == ["c4"])
    }

    @Test("a thread as deep as it is long keeps every comment, in order, at a bounded depth")
    func deep() {
        let comments = (1...5_000).map { comment($0, under: $0 == 1 ? nil : $0 - 1) }
        let items = thread(comments)
        var (depth, count, level) = (0, 0, items)
        while !level.isEmpty {
            (depth, count) = (depth + 1, count + level.count)
            level = level.flatMap(\.replies)
        }
        #expect(depth == CommentItem.depthLimit)
        #expect(count == 5_000)
    }

    @Test("where nesting has ended a reply says whom it answers, and the talk stays in order")
    func addressee() {
        let comments = (1...6).map { comment($0, under: $0 == 1 ? nil : $0 - 1, score: $0, by: "Person \($0)") }
        var level = thread(comments)
        for _ in 1..<CommentItem.depthLimit { level = level[0].replies }
        #expect(level.map(\.anchor) == ["c4", "c5", "c6"])
        #expect(level.map(\.to) == [nil, "Person 4", "Person 5"])
    }

    @Test("whatever stands above the answer goes where the answer goes")
    func nestedAnswer() {
        let comments = [comment(1, score: 9), comment(2), comment(3, under: 2, score: 5), comment(4, under: 2)]
        let items = thread(comments, answer: 4)
        #expect(items.map(\.anchor) == ["c2", "c1"])
        #expect(items[0].replies.map(\.anchor) == ["c4", "c3"])
    }

    @Test("in the other orders replies follow within their parent, and the answer has no place of its own")
    func orders() {
        let comments = [
            comment(1, score: 1), comment(2, score: 9), comment(3, under: 1), comment(4, under: 1, score: 9),
        ]
        let newest = thread(comments, answer: 1, order: .new)
        #expect(newest.map(\.anchor) == ["c2", "c1"] && newest[1].replies.map(\.anchor) == ["c4", "c3"])
        let oldest = thread(comments, answer: 2, order: .old)
        #expect(oldest.map(\.anchor) == ["c1", "c2"] && oldest[0].replies.map(\.anchor) == ["c3", "c4"])
    }

    @Test("what most voted down is folded away, with its replies in sight")
    func folded() {
        let items = thread([comment(1, score: -5), comment(2, under: 1), comment(3, score: -4)])
        guard case .shown = items[0].state, case .collapsed = items[1].state else {
            Issue.record("expected c3 shown and c1 folded")
            return
        }
        #expect(items[1].replies.count == 1)
    }

    @Test("the answer is never folded away")
    func unpopularAnswer() {
        let items = thread([comment(1, score: -9)], answer: 1)
        guard case .shown = items[0].state else {
            Issue.record("expected the answer shown")
            return
        }
    }

    private func thread(
        _ comments: [Quad.Comment], answer: Int? = nil, order: CommentOrder = .best
    ) -> [CommentItem] {
        let post = Post(
            id: ID(rawValue: UUID()), number: 1, kind: .question, state: .published, title: "T", slug: "t",
            body: .empty, excerpt: "", tags: [], isPinned: false, isLocked: false, score: 0,
            commentCount: comments.count, lastCommentNumber: comments.count, answerNumber: answer,
            answeredAt: answer == nil ? nil : .now, answerChosenBy: "Noor", removalReason: nil, publishedAt: .now,
            editedAt: nil)
        let author = Author(name: "Noor", username: "noor", isOpen: true, face: .pattern)
        return Thread(
            comments: comments, post: post, author: author, wording: Wording(now: .now, zone: .utc), order: order
        ).items()
    }

    private func comment(
        _ number: Int, under parent: Int? = nil, score: Int = 0, by name: String = "Bo Li"
    ) -> Quad.Comment {
        Quad.Comment(
            id: nil, number: number, parentNumber: parent, isRemoved: false,
            body: SafeHTML(escaping: "Words"), score: score, removalReason: nil, createdAt: .now, isEdited: false,
            author: Author(name: name, username: "u", isOpen: false, face: .pattern))
    }
}

@Suite("Places in a list of posts")
struct PostCursorTests {
    @Test(
        "a cursor is read as it was written, to the last digit",
        arguments: [
            PostCursor(.hot(4831.524433508512), number: 7), PostCursor(.hot(-0.1), number: 1),
            PostCursor(.time(microseconds: 1_792_345_678_901_234), number: 2_147_483_647),
        ])
    func roundTrip(cursor: PostCursor) {
        let order: PostOrder = if case .hot = cursor.key { .hot } else { .new }
        #expect(PostCursor(cursor.description, order: order) == cursor)
    }

    @Test(
        "nothing else is read", arguments: ["", ",", "1", "1,", ",1", "1,0", "1,-1", "inf,1", "nan,1", "1,1,1", "a,1"])
    func malformed(text: String) {
        #expect(PostCursor(text, order: .hot) == nil)
        #expect(PostCursor(text, order: .new) == nil)
    }
}
