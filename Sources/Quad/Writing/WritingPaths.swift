/// Addresses of what members write.
enum WritingPaths {
    static func newPost(in community: String) -> String { "/c/\(community)/new" }
    static func newPost(in community: String, space: String) -> String { "/c/\(community)/new?space=\(space)" }
    /// Where the form of a new post goes.
    static func posts(in community: String) -> String { "/c/\(community)/posts" }

    static func edit(_ post: Post.ID) -> String { "/posts/\(post.text)/edit" }
    /// Where an edited post goes.
    static func revisions(of post: Post.ID) -> String { "/posts/\(post.text)/revisions" }
    static func history(of post: Post.ID) -> String { "/posts/\(post.text)/history" }
    static func removal(of post: Post.ID) -> String { "/posts/\(post.text)/removal" }

    /// Where the form of a new comment goes.
    static func comments(on post: Post.ID) -> String { "/posts/\(post.text)/comments" }
    static func newComment(on post: Post.ID) -> String { "/posts/\(post.text)/comments/new" }
    static func reply(to number: Int, on post: Post.ID) -> String { "\(newComment(on: post))?parent=\(number)" }

    static func edit(_ comment: ID<Comment>) -> String { "/comments/\(comment.text)/edit" }
    static func revisions(of comment: ID<Comment>) -> String { "/comments/\(comment.text)/revisions" }
    static func history(of comment: ID<Comment>) -> String { "/comments/\(comment.text)/history" }
    static func removal(of comment: ID<Comment>) -> String { "/comments/\(comment.text)/removal" }
}
