/// Addresses of communities and what is in them.
enum CommunityPaths {
    static let all = "/communities"
    static func community(_ slug: String) -> String { "/c/\(slug)" }
    static func space(_ space: String, of community: String) -> String { "/c/\(community)/s/\(space)" }
    static func about(_ slug: String) -> String { "/c/\(slug)/about" }

    static func post(_ number: Int, _ slug: String, in community: String) -> String {
        "/c/" + community + "/" + String(number) + "/" + slug
    }

    static func newPost(in community: String) -> String { "/c/\(community)/new" }

    static func edit(_ post: Post.ID) -> String { "/posts/\(post.text)/edit" }
    static func history(of post: Post.ID) -> String { "/posts/\(post.text)/history" }
    static func removal(of post: Post.ID) -> String { "/posts/\(post.text)/removal" }
    static func comments(of post: Post.ID) -> String { "/posts/\(post.text)/comments" }

    /// - Parameter comment: its number.
    static func reply(to comment: Int, of post: Post.ID) -> String {
        "/posts/\(post.text)/comments/new?parent=\(comment)"
    }

    static func edit(_ comment: Comment.ID) -> String { "/comments/\(comment.text)/edit" }
    static func history(of comment: Comment.ID) -> String { "/comments/\(comment.text)/history" }
    static func removal(of comment: Comment.ID) -> String { "/comments/\(comment.text)/removal" }
}
