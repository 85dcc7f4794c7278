import HTML

/// A post with its comments; shown by Templates/communities/post.html.
struct PostPage: Page {
    struct Answered: Sendable {
        /// The answer's place on this page, or on the page of the thread that holds it.
        let path: String
        /// "after 41 minutes".
        let words: String
    }

    struct Tag: Sendable {
        let name: String
        let path: String
    }

    struct Similar: Sendable {
        let title: String
        let path: String
        let commentCount: Int
    }

    let frame: Frame
    let community: CommunityLink
    /// "1,284 members", "anyone can read".
    let communityFacts: [String]
    let communityDescription: String
    let space: Choice?
    let title: String
    let isQuestion: Bool
    let author: Person
    let badges: [Badge]
    let posted: Moment
    /// "edited Mon 9:25"; `nil` when it never was.
    let edited: Moment?
    let answered: Answered?
    let body: SafeHTML
    let tags: [Tag]
    let score: Int
    /// Why nobody can comment any more: "Locked until lab 4 closes on Friday."
    let locked: String?
    /// "6 comments", "1 comment".
    let commentCount: String
    /// "The answer first, then by score".
    let commentOrder: String?
    let comments: [CommentItem]
    /// Where a thread too long for one page goes on.
    let pagination: Pagination?
    let similar: [Similar]
    let rules: [String]

    /// What stands in place of the comments while there are none.
    var silence: EmptyState {
        isQuestion
            ? EmptyState(
                "No answer yet", why: "Nobody has written here so far. Know someone who’d know? Send them the link.")
            : EmptyState("No comments yet", why: "Nobody has written here so far.")
    }
}

/// A comment with the replies below it.
///
/// Nesting ends after `depthLimit` levels: deeper replies stand level with their parent and say
/// whom they answer, so that a page's depth has a bound whatever people write.
struct CommentItem: Sendable {
    static let depthLimit = 4

    enum State: Sendable {
        case shown
        /// Most voted it down: closed until the reader opens it.
        case collapsed
        /// Taken down; the words say by which rule: "A comment was removed: rule 2, …".
        case removed(String)
    }

    /// The comment's `id` on the page: "c-" and what is unique in the thread.
    let anchor: String
    let author: Person
    /// "Asked this", "Moderator".
    let badges: [Badge]
    let posted: Moment
    /// "41 minutes after the question".
    let remark: String?
    let isEdited: Bool
    /// The name of the person answered, where nesting has ended.
    let to: String?
    let body: SafeHTML
    let score: Int
    let state: State
    /// Who chose this as the answer; `nil` when it is not.
    let chosenBy: String?
    let replies: [CommentItem]

    init(
        anchor: String, author: Person, badges: [Badge] = [], posted: Moment, remark: String? = nil,
        isEdited: Bool = false, to: String? = nil, body: SafeHTML, score: Int, state: State = .shown,
        chosenBy: String? = nil, replies: [CommentItem] = []
    ) {
        self.anchor = anchor
        self.author = author
        self.badges = badges
        self.posted = posted
        self.remark = remark
        self.isEdited = isEdited
        self.to = to
        self.body = body
        self.score = score
        self.state = state
        self.chosenBy = chosenBy
        self.replies = replies
    }

    /// What a screen reader calls the whole comment.
    var label: String {
        if case .removed = state { return "Removed comment" }
        return (chosenBy == nil ? "Comment by " : "Answer by ") + author.name
    }

    /// "2 replies", counting those right below this comment.
    var replyCount: String { Wording.counted(replies.count, "reply", "replies") }
}
