import HTTPServer
import Postgres

/// A community as someone finds it who wants to write there.
struct WritingPlace: Sendable {
    /// What someone is in a community.
    enum Standing: String, Column {
        case outsider, banned, member
        /// Also who moderates the whole site, once a member here.
        case moderator
    }

    let slug: String
    let name: String
    let rules: [String]
    let isArchived: Bool
    let standing: Standing
    let iconID: Attachment.ID?

    var path: String { CommunityPaths.community(slug) }
    var link: CommunityLink { CommunityLink(name: name, path: path, icon: iconID.map(AttachmentPaths.icon)) }

    /// - Throws: why nothing new may be written here.
    func check() throws(WritingRefusal) {
        switch standing {
        case .outsider: throw .notAMember(place: name, path: path)
        case .banned: throw .banned(place: name, path: path)
        case .member, .moderator: break
        }
        if isArchived { throw .closed(place: name, path: path) }
    }

    /// - Throws: why one’s own words may not be changed here any more.
    func checkEditing() throws(WritingRefusal) {
        if standing == .banned { throw .banned(place: name, path: path) }
        if isArchived { throw .closed(place: name, path: path) }
    }
}

/// A space as someone finds it who wants to write there.
struct WritingSpace: Sendable {
    let slug: String
    let name: String
    let onlyModeratorsPost: Bool
    let isReviewed: Bool
}

/// A post as someone finds it who wants to write below it, or change it.
struct PostPlace: Sendable {
    let community: WritingPlace
    let id: Post.ID
    let number: Int
    let slug: String
    let title: String
    let kind: Post.Kind
    let state: Post.State
    let isLocked: Bool
    let removalReason: String?
    let tags: [String]
    /// The highest number a comment of this post was ever given.
    let lastCommentNumber: Int

    var path: String { CommunityPaths.post(number, slug, in: community.slug) }

    func path(toComment number: Int) -> String {
        CommunityPaths.comment(number, on: path, last: lastCommentNumber)
    }

    /// - Throws: why no comment may be added.
    func checkCommenting() throws {
        try community.check()
        try checkOpen()
        if state != .published { throw WritingRefusal.waiting(path: path) }
    }

    /// - Throws: why its words, or a comment's below it, may not be changed.
    func checkEditing() throws {
        try community.checkEditing()
        try checkOpen()
    }

    /// - Throws: what a removed post answers, before anything of it is told.
    func checkStanding() throws {
        if state == .removed { throw PostRemoved(reason: removalReason, community: community.slug) }
    }

    private func checkOpen() throws {
        switch state {
        case .removed: throw WritingRefusal.removed(reason: removalReason, path: community.path)
        case .archived: throw WritingRefusal.archived(path: path)
        case .draft, .inReview, .published: break
        }
        if isLocked { throw WritingRefusal.locked(path: path) }
    }
}

/// Why something may not be written, to someone who may read it.
enum WritingRefusal: ResponseError, Equatable {
    case notAMember(place: String, path: String)
    case banned(place: String, path: String)
    case closed(place: String, path: String)
    case onlyModerators(path: String)
    case locked(path: String)
    case archived(path: String)
    case waiting(path: String)
    case removed(reason: String?, path: String)
    case notYours(path: String)

    var status: HTTPStatus {
        switch self {
        case .notAMember, .banned, .closed, .onlyModerators, .notYours: .forbidden
        case .locked, .archived, .waiting, .removed: .conflict
        }
    }

    var message: String? {
        switch self {
        case .notAMember(let place, _): "Join \(place) first"
        case .banned(let place, _): "You can’t write in \(place)"
        case .closed(let place, _): "\(place) is closed for new posts"
        case .onlyModerators: "Only moderators post there"
        case .locked: "This post is locked"
        case .archived: "This post is archived"
        case .waiting: "This post waits for a moderator"
        case .removed: "This post was removed"
        case .notYours: "Only who wrote it can change it"
        }
    }

    var advice: String? {
        switch self {
        case .notAMember: "Members write here, and joining takes one tap. Then come back to this."
        case .banned: "Its moderators ended your membership. You can still read what’s here."
        case .closed: "It can be read, and nothing can be added or changed."
        case .onlyModerators: "Choose another space of this community, or post it as another kind."
        case .locked: "A moderator closed it: nothing can be added or changed."
        case .archived: "It can be read, and nothing can be added or changed."
        case .waiting: "Once it’s published, people can comment."
        case .removed(let reason, _): reason.map { "Why: \($0)." } ?? "It won’t come back at this address."
        case .notYours: "You can comment on it instead."
        }
    }

    var remedy: Choice? {
        switch self {
        case .notAMember(let place, let path): Choice("Go to \(place)", path: path)
        case .banned(_, let path), .closed(_, let path), .onlyModerators(let path), .removed(_, let path):
            Choice("Back to the community", path: path)
        case .locked(let path), .archived(let path), .waiting(let path), .notYours(let path):
            Choice("Back to the post", path: path)
        }
    }
}
