import HTML
import Testing

@testable import Quad

@Suite("Showing a thread")
struct CommentThreadTests {
    private func comment(
        _ anchor: String, author: Person = .deleted, state: CommentItem.State = .shown, chosenBy: String? = nil,
        replies: [CommentItem] = []
    ) -> CommentItem {
        CommentItem(
            anchor: anchor, author: author, posted: Moment(datetime: "2026-10-18T22:12:00Z", words: "Sun 15:12"),
            body: SafeHTML(escaping: "Words of \(anchor)"), score: 1, state: state, chosenBy: chosenBy, replies: replies
        )
    }

    private func html(_ comments: [CommentItem]) -> String {
        var out = HTMLBuffer()
        for comment in comments { Templates.communities__comment(&out, comment: comment) }
        return String(decoding: out.finish(), as: UTF8.self)
    }

    @Test("replies stand inside the comment they answer")
    func nesting() throws {
        let html = html([
            comment("c-1", replies: [comment("c-2", replies: [comment("c-3")]), comment("c-4")]), comment("c-5"),
        ])
        #expect(html.ranges(of: "<article").count == 5)
        #expect(html.ranges(of: "</article>").count == 5)
        #expect(html.contains("2 replies") && html.contains("1 reply<"))
        let (first, last) = (try #require(html.firstRange(of: "c-3")), try #require(html.firstRange(of: "c-5")))
        #expect(html[first.upperBound..<last.lowerBound].matches(of: /<\/article>/).count == 4)
    }

    @Test("the answer says who chose it")
    func answer() {
        #expect(html([comment("c-1", chosenBy: "Noor <3")]).contains("chosen by <bdi>Noor &lt;3</bdi>"))
        #expect(!html([comment("c-1")]).contains("answer-flag"))
    }

    @Test("a removed comment keeps its place and loses its words")
    func removed() {
        let html = html([comment("c-1", state: .removed("Removed: rule 2."), replies: [comment("c-2")])])
        #expect(html.contains("Removed: rule 2."))
        #expect(!html.contains("Words of c-1"))
        #expect(html.contains("Words of c-2"))
    }

    @Test("a comment voted down is closed until asked for")
    func collapsed() {
        let html = html([comment("c-1", state: .collapsed)])
        #expect(html.contains("<details class=\"folds voted-down\"><summary>"))
        #expect(html.contains("Words of c-1"))
    }

    @Test("a deleted account is named without a link; a person's name cannot break out of one")
    func authors() {
        #expect(html([comment("c-1")]).contains("<span class=\"name\"><bdi>Deleted user</bdi></span>"))
        let hostile = Person(
            name: "\"><script>alert(1)</script>", path: "javascript:alert(1)",
            avatar: Avatar(name: "<i>", username: "<b>"))
        let html = html([comment("c-2", author: hostile)])
        #expect(!html.contains("<script") && !html.contains("javascript:"))
    }
}
