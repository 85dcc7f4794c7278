import HTML
import Testing

@testable import Quad

@Suite("Showing a post in a list")
struct PostRowTests {
    private func html(_ talk: PostRow.Talk, comments: Int, author: Person? = .deleted, plate: String? = nil) -> String {
        var out = HTMLBuffer()
        Templates.components_post_row(
            &out,
            row: PostRow(
                path: "/c/algorithms/1/a-b", title: "a < b?", author: author, plate: plate, place: "Questions",
                posted: Moment(datetime: "2026-10-20T09:00:00Z", words: "5 h"), badges: [.pinned],
                remark: "no answer yet",
                talk: talk, commentCount: comments, score: 1_284))
        return String(decoding: out.finish(), as: UTF8.self)
    }

    @Test(
        "the figure says in words what its colour says",
        arguments: [
            (PostRow.Talk.comments, 1, "talk\"", " comment<"), (.comments, 2, "talk\"", " comments<"),
            (.answered, 6, "talk good\"", " comments, answered<"), (.unanswered, 0, "talk open\"", " answers yet<"),
            (.unanswered, 3, "talk open\"", " comments, no answer yet<"),
        ])
    func figures(talk: PostRow.Talk, comments: Int, style: String, words: String) {
        let html = html(talk, comments: comments)
        #expect(html.contains(style) && html.contains(words))
    }

    @Test("the row holds one link, its title")
    func oneLink() {
        let html = html(.comments, comments: 2)
        #expect(html.ranges(of: "<a ").count == 1)
        #expect(html.contains("<a href=\"/c/algorithms/1/a-b\"><bdi>a &lt; b?</bdi></a>"))
        #expect(html.contains("1,284"))
    }

    @Test("on a profile the place stands where the author would")
    func onProfile() {
        let html = html(.comments, comments: 2, author: nil, plate: "Al")
        #expect(html.contains("class=\"plate\"") && !html.contains("avatar"))
        #expect(html.ranges(of: "Questions").count == 1)
    }
}
