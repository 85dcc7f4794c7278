/// What a member can follow or mute.
enum Subject: Sendable {
    case post(Post.ID)
    /// By its slug.
    case tag(String)
    /// By the username.
    case person(String)
    /// By its slug.
    case community(String)
}

/// Whether a member hears more of something, or nothing.
enum Attention: Sendable {
    case follow, mute
}

/// What a member asked of one subject.
struct SubjectAttention: Equatable, Sendable {
    var isFollowed = false
    var isMuted = false
}

/// What a member asked of a post and of what stands below it.
struct PostAttention: Sendable {
    let isSaved: Bool
    let subject: SubjectAttention
    /// Numbers of the comments kept for later.
    let savedComments: [Int]
    /// Usernames of the people whose comments stay closed.
    let mutedPeople: Set<String>
    let blockedPeople: Set<String>
}

/// How much one member may keep, follow and mute: more than anyone reads, and what a page can bear.
enum AttentionLimit {
    static let bookmarks = 5_000
    static let follows = 500
    static let mutes = 500
}
