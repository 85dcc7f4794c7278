/// What chooses a comment as the answer or takes that back; shown by Templates/posts/_answer-button.html.
struct AnswerButton: Sendable {
    let action: String
    let words: String
    let isChosen: Bool
    /// Whose comment it is, for those who hear one button of several.
    let author: String
}

extension Participation {
    /// `nil` where this member does not choose, or there is nothing to choose.
    func answerButton(on comment: Comment) -> AnswerButton? {
        guard let id = comment.id, post.kind == .question, mayChange, !comment.isRemoved, isAsker || governs else {
            return nil
        }
        let isChosen = post.answerNumber == comment.number
        return AnswerButton(
            action: isChosen ? AnswerPaths.end(of: id) : AnswerPaths.acceptance(of: id),
            words: isChosen ? "Not the answer" : "Mark as answer", isChosen: isChosen,
            author: comment.author.person.name)
    }

    private var isAsker: Bool { author.username == member.username }
}
