import FoundationEssentials

/// A post in a list, with who wrote it and where.
struct ListedPost: Sendable {
    let post: PostSummary
    let author: Author
    /// The space within a community's own list, the community everywhere else.
    let place: Place

    struct Place: Sendable {
        let name: String
        let communitySlug: String
        let communityName: String
    }

    /// One row, in the order of `PostQueries.listColumns`.
    init(
        number: Int, kind: Post.Kind, title: String, slug: String, isPinned: Bool, isLocked: Bool, score: Int,
        commentCount: Int, answeredAt: Date?, publishedAt: Date, hot: Double, authorName: String,
        authorUsername: String, authorIsOpen: Bool, authorFace: Author.Face, place: String, communitySlug: String,
        communityName: String
    ) {
        post = PostSummary(
            number: number, kind: kind, title: title, slug: slug, isPinned: isPinned, isLocked: isLocked,
            score: score, commentCount: commentCount, answeredAt: answeredAt, publishedAt: publishedAt, hot: hot)
        author = Author(
            name: authorName, username: authorUsername, isOpen: authorIsOpen, face: authorFace)
        self.place = Place(name: place, communitySlug: communitySlug, communityName: communityName)
    }

    var path: String { CommunityPaths.post(post.number, post.slug, in: place.communitySlug) }

    /// Where the list goes on after this post.
    func cursor(in order: PostOrder) -> PostCursor {
        PostCursor(PlaceKey(of: post, in: order), number: post.number)
    }
}
