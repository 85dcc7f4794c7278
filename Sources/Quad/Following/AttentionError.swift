import HTTPServer

/// Why something cannot be kept, followed or muted.
enum AttentionError: ResponseError, Equatable {
    case isOneself
    case tooManyBookmarks
    case tooManyFollows
    case tooManyMutes
    case unreadable

    var status: HTTPStatus {
        switch self {
        case .unreadable: .unprocessableContent
        case .isOneself, .tooManyBookmarks, .tooManyFollows, .tooManyMutes: .conflict
        }
    }

    var message: String? {
        switch self {
        case .isOneself: "That’s you"
        case .tooManyBookmarks: "You’ve saved \(Wording.count(AttentionLimit.bookmarks)) things, the most there can be"
        case .tooManyFollows: "You follow \(Wording.count(AttentionLimit.follows)) things, the most there can be"
        case .tooManyMutes: "You’ve muted \(Wording.count(AttentionLimit.mutes)) things, the most there can be"
        case .unreadable: "That wasn’t complete"
        }
    }

    var advice: String? {
        switch self {
        case .isOneself: "You can’t follow or mute yourself."
        case .tooManyBookmarks: "Take out some you don’t need any more."
        case .tooManyFollows, .tooManyMutes: "Undo some of them in your settings first."
        case .unreadable: "Nothing was changed. Go back and press the button again."
        }
    }

    var remedy: Choice? {
        switch self {
        case .isOneself, .unreadable: nil
        case .tooManyBookmarks: Choice("What you saved", path: FollowingPaths.bookmarks)
        case .tooManyFollows: Choice("What you follow", path: FollowingPaths.follows)
        case .tooManyMutes: Choice("What you muted", path: FollowingPaths.mutes)
        }
    }
}
