extension [Route] {
    static let postModeration: [Route] = [
        .get("/posts/:post/moderation", for: .writer, PostModerationHandlers.page),
        .post("/posts/:post/pinning", for: .writer, PostModerationHandlers.pin),
        .post("/posts/:post/pinning/end", for: .writer, PostModerationHandlers.unpin),
        .post("/posts/:post/locking", for: .writer, PostModerationHandlers.lock),
        .post("/posts/:post/locking/end", for: .writer, PostModerationHandlers.unlock),
        .post("/posts/:post/moves", for: .writer, PostModerationHandlers.move),
        .post("/posts/:post/takedown", for: .writer, PostModerationHandlers.takeDown),
        .post("/posts/:post/takedown/end", for: .writer, PostModerationHandlers.restore),
        .get("/comments/:comment/moderation", for: .writer, CommentModerationHandlers.page),
        .post("/comments/:comment/takedown", for: .writer, CommentModerationHandlers.takeDown),
        .post("/comments/:comment/takedown/end", for: .writer, CommentModerationHandlers.restore),
    ]
}

/// Where moderators act on posts and comments.
enum ModerationPaths {
    /// All a moderator can do with a post, and a removed one's words.
    static func moderation(of post: Post.ID) -> String { "/posts/\(post.text)/moderation" }
    static func pinning(of post: Post.ID) -> String { "/posts/\(post.text)/pinning" }
    static func locking(of post: Post.ID) -> String { "/posts/\(post.text)/locking" }
    static func moves(of post: Post.ID) -> String { "/posts/\(post.text)/moves" }
    static func takedown(of post: Post.ID) -> String { "/posts/\(post.text)/takedown" }

    static func moderation(of comment: Comment.ID) -> String { "/comments/\(comment.text)/moderation" }
    static func takedown(of comment: Comment.ID) -> String { "/comments/\(comment.text)/takedown" }

    /// Where what one of these began is ended.
    static func end(_ act: String) -> String { act + "/end" }
}
