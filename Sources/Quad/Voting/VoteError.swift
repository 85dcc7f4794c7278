import HTTPServer

/// Why a vote is not counted.
enum VoteError: ResponseError, Equatable {
    case unreadable
    case isOwn
    case isBanned
    case isClosed

    var status: HTTPStatus {
        switch self {
        case .unreadable: .unprocessableContent
        case .isOwn, .isBanned: .forbidden
        case .isClosed: .conflict
        }
    }

    var message: String? {
        switch self {
        case .unreadable: "That was no vote we know"
        case .isOwn: "You can’t vote on what you wrote yourself"
        case .isBanned: "You can’t vote in this community"
        case .isClosed: "This can’t be voted on any more"
        }
    }

    var advice: String? {
        switch self {
        case .unreadable: "Go back, reload the page and use its arrows. Nothing was counted."
        case .isOwn: "Its score comes from everyone else. Nothing was counted."
        case .isBanned: "Its moderators sent you out. You can still read what everyone can read."
        case .isClosed: "It was archived or removed meanwhile, so its score stays as it is."
        }
    }
}
