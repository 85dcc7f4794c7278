import HTML

extension ComponentsPage {
    /// An answer with replies as deep as they nest and one level beyond, a removed and a voted-down comment.
    static var sampleThread: [CommentItem] {
        [answer, comment("c-down", "Just use the library.", score: -7, state: .collapsed), removed]
    }

    private static var answer: CommentItem {
        comment(
            "c-1", "Look at what happens to the successor’s right child. It may well have one, and line 11 drops it.",
            score: 31, remark: "41 minutes after the question", chosenBy: "Noor Haddad",
            replies: [
                comment(
                    "c-2", "That was it! Two evenings for one line. Thank you.", score: 9,
                    badges: [Badge("Asked this")],
                    replies: [
                        comment(
                            "c-3", "Exactly. And test the shape, not only the contents.", score: 14,
                            replies: [
                                comment(
                                    "c-4", "Walk the tree in order after every delete.", score: 2, isEdited: true,
                                    replies: [
                                        comment("c-5", "The depth ends here.", score: 1),
                                        comment("c-6", "And this one answers it.", score: 0, to: "Bo Li"),
                                    ])
                            ])
                    ])
            ])
    }

    private static var removed: CommentItem {
        comment(
            "c-gone", "", score: 0,
            state: .removed("A comment was removed: rule 2, no finished solutions to graded work."),
            replies: [comment("c-after", "I’d still like to understand the idea behind it.", score: 3)])
    }

    private static func comment(
        _ anchor: String, _ words: String, score: Int, badges: [Badge] = [], remark: String? = nil,
        isEdited: Bool = false, to: String? = nil, state: CommentItem.State = .shown, chosenBy: String? = nil,
        replies: [CommentItem] = []
    ) -> CommentItem {
        CommentItem(
            anchor: anchor,
            author: Person(name: "Bo Li", path: "#thread", avatar: Avatar(name: "Bo Li", username: "bo.li")),
            badges: badges, posted: Moment(datetime: "2026-10-18T22:12:00Z", words: "Sun 15:12"), remark: remark,
            isEdited: isEdited, to: to, body: SafeHTML(escaping: words), score: score, state: state,
            chosenBy: chosenBy, replies: replies)
    }
}
