/// Where one keeps, follows and mutes, and where that is listed.
enum FollowingPaths {
    static let bookmarks = "/bookmarks"
    static let follows = "/settings/following"
    static let mutes = "/settings/muted"

    /// Where a button's form goes that keeps something for later, or no longer.
    static func bookmark(_ post: Post.ID) -> String { "/posts/\(post.text)/bookmarks" }
    static func bookmark(_ comment: Comment.ID) -> String { "/comments/\(comment.text)/bookmarks" }

    static func change(_ attention: Attention, to subject: Subject) -> String {
        place(of: subject) + (attention == .follow ? "/follows" : "/mutes")
    }

    private static func place(of subject: Subject) -> String {
        switch subject {
        case .post(let id): "/posts/\(id.text)"
        case .tag(let slug): TagPaths.tag(slug)
        case .person(let username): MemberPaths.profile(username)
        case .community(let slug): CommunityPaths.community(slug)
        }
    }
}
