import HTTPServer

/// Why a request or a connection cannot be changed so.
enum ConnectionError: ResponseError, Equatable {
    case isOneself
    /// Who asked took it back; the name is theirs.
    case wasCancelled(by: String)
    case isAnswered
    case wasDeclined
    case isOver
    case tooManyBlocks

    var status: HTTPStatus { .conflict }

    var message: String? {
        switch self {
        case .isOneself: "That’s you"
        case .wasCancelled(let name): "\(name) took the request back"
        case .isAnswered: "This request is answered already"
        case .wasDeclined: "You declined this request before"
        case .isOver: "This request doesn’t wait any more"
        case .tooManyBlocks: "You’ve blocked \(Wording.count(BlockedPerson.most)) people, the most there can be"
        }
    }

    var advice: String? {
        switch self {
        case .isOneself: "You can’t connect with yourself, or block yourself."
        case .wasCancelled: "That happened just before your answer. If you’d like to connect, you can ask them."
        case .isAnswered: "You two are connected. If it shouldn’t be so, end the connection."
        case .wasDeclined: "If you’ve changed your mind, you can ask them."
        case .isOver: "Nothing was changed."
        case .tooManyBlocks: "Lift a block you don’t need any more first."
        }
    }

    var remedy: Choice? {
        switch self {
        case .tooManyBlocks: Choice("People you blocked", path: ConnectionPaths.blocked)
        default: Choice("Your connections", path: ConnectionPaths.all)
        }
    }
}
