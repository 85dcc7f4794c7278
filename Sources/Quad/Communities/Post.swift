import FoundationEssentials
import HTML
import Postgres

/// A post as its own page shows it.
struct Post: Sendable {
    typealias ID = Quad.ID<Post>

    enum Kind: String, Column {
        case discussion, question, article, announcement, poll
    }

    enum State: String, Column {
        case draft
        case inReview = "in_review"
        case published, archived, removed
    }

    let id: ID
    let number: Int
    let kind: Kind
    let state: State
    let title: String
    let slug: String
    let body: SafeHTML
    let excerpt: String
    let tags: [String]
    let isPinned: Bool
    let isLocked: Bool
    let score: Int
    let commentCount: Int
    /// The highest number a comment of this post was ever given.
    let lastCommentNumber: Int
    let answerNumber: Int?
    let answeredAt: Date?
    let answerChosenBy: String?
    let removalReason: String?
    let publishedAt: Date
    let editedAt: Date?
}

/// A post as a list shows it.
struct PostSummary: Sendable {
    let number: Int
    let kind: Post.Kind
    let title: String
    let slug: String
    let isPinned: Bool
    let isLocked: Bool
    let score: Int
    let commentCount: Int
    let answeredAt: Date?
    let publishedAt: Date
    let hot: Double
}

/// A comment as its post's page shows it.
struct Comment: Sendable {
    typealias ID = Quad.ID<Comment>

    /// On a visitor's page only an edited comment has one.
    let id: ID?
    let number: Int
    let parentNumber: Int?
    let isRemoved: Bool
    let body: SafeHTML
    let score: Int
    let removalReason: String?
    let createdAt: Date
    let isEdited: Bool
    let author: Author
    /// Whether its author doesn't want to be found from outside; known on visitors' pages alone.
    var isUnindexed = false
}
