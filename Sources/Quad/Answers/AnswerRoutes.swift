extension [Route] {
    static let answers: [Route] = [
        .post("/comments/:comment/acceptance", for: .writer, AnswerHandlers.choose),
        .post("/comments/:comment/acceptance/end", for: .writer, AnswerHandlers.end),
    ]
}

/// Where the answer of a question is chosen, and that is taken back.
enum AnswerPaths {
    static func acceptance(of comment: Comment.ID) -> String { "/comments/\(comment.text)/acceptance" }
    static func end(of comment: Comment.ID) -> String { "/comments/\(comment.text)/acceptance/end" }
}
