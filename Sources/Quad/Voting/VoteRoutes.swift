extension [Route] {
    static let votes: [Route] = [
        .post("/posts/:post/votes", for: .writer, VoteHandlers.onPost),
        .post("/comments/:comment/votes", for: .writer, VoteHandlers.onComment),
    ]
}

/// Where votes go.
enum VotePaths {
    static func votes(on post: Post.ID) -> String { "/posts/\(post.text)/votes" }
    static func votes(on comment: Comment.ID) -> String { "/comments/\(comment.text)/votes" }
}
