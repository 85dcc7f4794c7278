import HTTPServer

/// Why a moderator's act is not done, to someone who may read what it is about.
enum ModerationRefusal: ResponseError, Equatable {
    case notAModerator(path: String)
    case tooManyPinned(path: String)
    case notPublished(path: String)
    case isClosed(path: String)
    case noSuchSpace(path: String)

    var status: HTTPStatus {
        switch self {
        case .notAModerator: .forbidden
        case .tooManyPinned, .notPublished, .isClosed: .conflict
        case .noSuchSpace: .unprocessableContent
        }
    }

    var message: String? {
        switch self {
        case .notAModerator: "Only moderators of this community do that"
        case .tooManyPinned: "Five posts are pinned already"
        case .notPublished: "This post isn’t published"
        case .isClosed: "This community is closed"
        case .noSuchSpace: "That space isn’t there any more"
        }
    }

    var advice: String? {
        switch self {
        case .notAModerator: "If something is wrong here, tell one of them. Nothing was changed."
        case .tooManyPinned: "More would push everything else off the page. Unpin one of them first."
        case .notPublished: "Only published posts can be pinned, locked or moved. Nothing was changed."
        case .isClosed: "It stays as it is. Only taking down and bringing back works here."
        case .noSuchSpace: "Choose another one. Nothing was changed."
        }
    }

    var remedy: Choice? {
        switch self {
        case .notAModerator(let path), .tooManyPinned(let path), .notPublished(let path), .isClosed(let path),
            .noSuchSpace(let path):
            Choice("Go back", path: path)
        }
    }
}
