import HTTPServer

/// Why somebody cannot join or leave a community.
enum MembershipError: ResponseError, Equatable {
    case isBanned
    case isClosed
    case byInvitation
    case isOwner

    var status: HTTPStatus {
        switch self {
        case .isBanned, .byInvitation: .forbidden
        case .isClosed, .isOwner: .conflict
        }
    }

    var message: String? {
        switch self {
        case .isBanned: "You can’t join this community"
        case .isClosed: "This community takes no new members"
        case .byInvitation: "You join this community by invitation"
        case .isOwner: "You own this community"
        }
    }

    var advice: String? {
        switch self {
        case .isBanned: "Its moderators sent you out. You can still read what everyone can read."
        case .isClosed: "It’s closed for new posts. Everything in it can still be read."
        case .byInvitation: "Ask one of its moderators to invite you."
        case .isOwner: "Hand it over to another member first, then you can leave."
        }
    }
}
