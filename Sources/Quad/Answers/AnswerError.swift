import HTTPServer

/// Why the answer of a question cannot be chosen, to someone who may read it.
enum AnswerError: ResponseError, Equatable {
    case notAQuestion(path: String)
    case notYours(path: String)
    case isClosed(path: String)

    var status: HTTPStatus { if case .notYours = self { .forbidden } else { .conflict } }

    var message: String? {
        switch self {
        case .notAQuestion: "Only questions have an answer"
        case .notYours: "Whoever asked chooses the answer"
        case .isClosed: "The answer can’t be changed any more"
        }
    }

    var advice: String? {
        switch self {
        case .notAQuestion: "You can vote the comment up instead."
        case .notYours: "So can the moderators of this community. You can vote the comment up instead."
        case .isClosed: "The question is archived, or its community is closed."
        }
    }

    var remedy: Choice? {
        switch self {
        case .notAQuestion(let path), .notYours(let path), .isClosed(let path):
            Choice("Back to the comment", path: path)
        }
    }
}
