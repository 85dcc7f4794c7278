import HTTPServer

/// Why a vote in a poll is not counted, to someone who may read it.
enum PollError: ResponseError, Equatable {
    case isClosed(path: String)
    case isArchived(path: String)

    var status: HTTPStatus { .conflict }

    var message: String? {
        switch self {
        case .isClosed: "This poll is closed"
        case .isArchived: "Nobody can vote here any more"
        }
    }

    var advice: String? {
        switch self {
        case .isClosed: "Its time was up before your vote came in. It wasn’t counted."
        case .isArchived: "The post is archived, or its community is closed. Nothing was counted."
        }
    }

    var remedy: Choice? {
        switch self {
        case .isClosed(let path), .isArchived(let path): Choice("See the results", path: path)
        }
    }
}
