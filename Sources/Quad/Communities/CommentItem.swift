import HTML

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
        /// The reader muted its author: closed until they open it.
        case muted
        /// The reader blocked its author: the same, because others' answers refer to it.
        case blocked
        /// Taken down; the words say by which rule: "A comment was removed: rule 2, …".
        case removed(String)
    }

    /// What a member can do with it.
    struct Acts: Sendable {
        /// `nil`: the score is only shown.
        let vote: VoteControl?
        let replyPath: String?
        /// Chooses it as the answer; `nil` for who does not choose.
        let answer: AnswerButton?
        /// Where a moderator finds what was removed.
        let restoration: Choice?
        /// Under the three dots: "Link", "History", "Edit", "Delete".
        let links: [Choice]
        /// Keeps it for later.
        var save: AttentionSwitch?
    }

    /// The comment's `id` on the page: "c-" and what is unique in the thread.
    let anchor: String
    /// Where it can be found for good.
    let link: String
    let author: Person
    /// "Asked this", "Moderator".
    let badges: [Badge]
    let posted: Moment
    /// "41 minutes after the question".
    let remark: String?
    let isEdited: Bool
    /// Where its earlier versions are.
    let historyPath: String?
    /// The name of the person answered, where nesting has ended.
    let to: String?
    let body: SafeHTML
    let score: Int
    let state: State
    /// Who chose this as the answer; `nil` when it is not.
    let chosenBy: String?
    /// `nil` for visitors.
    let acts: Acts?
    let replies: [CommentItem]
    /// Where what is left out below it stands: "Continue this thread (132 more)".
    let more: Choice?

    /// - Parameter link: `nil` leads to the comment's place on this page.
    init(
        anchor: String, link: String? = nil, author: Person, badges: [Badge] = [], posted: Moment,
        remark: String? = nil,
        isEdited: Bool = false, historyPath: String? = nil, to: String? = nil, body: SafeHTML, score: Int,
        state: State = .shown,
        chosenBy: String? = nil, acts: Acts? = nil, replies: [CommentItem] = [], more: Choice? = nil
    ) {
        self.anchor = anchor
        self.link = link ?? "#" + anchor
        self.author = author
        self.badges = badges
        self.posted = posted
        self.remark = remark
        self.isEdited = isEdited
        self.historyPath = historyPath
        self.to = to
        self.body = body
        self.score = score
        self.state = state
        self.chosenBy = chosenBy
        self.acts = acts
        self.replies = replies
        self.more = more
    }

    /// What a screen reader calls the whole comment.
    var label: String {
        if case .removed = state { return "Removed comment" }
        return (chosenBy == nil ? "Comment by " : "Answer by ") + author.name
    }

    /// "2 replies", counting those right below this comment.
    var replyCount: String { Wording.counted(replies.count, "reply", "replies") }
}
