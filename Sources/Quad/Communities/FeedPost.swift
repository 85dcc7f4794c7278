import FoundationEssentials

/// A post in a list of several communities, with what the list goes on after.
struct FeedPost: Sendable {
    let id: Post.ID
    let listed: ListedPost

    /// How many a page shows; a query asks for one more.
    static let pageSize = 25

    func cursor(in order: PostOrder) -> FeedCursor {
        FeedCursor(PlaceKey(of: listed.post, in: order), post: id)
    }
}

extension FeedPost {
    /// One row: the id, then `SQL.listColumns`.
    init(
        id: Post.ID, number: Int, kind: Post.Kind, title: String, slug: String, isPinned: Bool, isLocked: Bool,
        score: Int, commentCount: Int, answeredAt: Date?, publishedAt: Date, hot: Double, authorName: String,
        authorUsername: String, authorIsOpen: Bool, authorFace: Author.Face, place: String, communitySlug: String,
        communityName: String
    ) {
        self.init(
            id: id,
            listed: ListedPost(
                number: number, kind: kind, title: title, slug: slug, isPinned: isPinned, isLocked: isLocked,
                score: score, commentCount: commentCount, answeredAt: answeredAt, publishedAt: publishedAt, hot: hot,
                authorName: authorName, authorUsername: authorUsername, authorIsOpen: authorIsOpen,
                authorFace: authorFace, place: place, communitySlug: communitySlug,
                communityName: communityName))
    }
}
