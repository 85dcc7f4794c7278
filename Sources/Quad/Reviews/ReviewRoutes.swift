extension [Route] {
    static let reviews: [Route] = [
        .get("/c/:community/review", for: .writer, ReviewHandlers.queue),
        .post("/c/:community/review/:post/approval", for: .writer, ReviewHandlers.approve),
        .post("/c/:community/review/:post/refusal", for: .writer, keepsForm: true, ReviewHandlers.turnDown),
    ]
}

/// Where posts are looked at before they are published.
enum ReviewPaths {
    static func queue(_ community: String) -> String { "/c/\(community)/review" }
    static func approval(_ post: Post.ID, in community: String) -> String {
        "/c/\(community)/review/\(post.text)/approval"
    }
    static func refusal(_ post: Post.ID, in community: String) -> String {
        "/c/\(community)/review/\(post.text)/refusal"
    }
}
