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

    struct Edited: Sendable {
        let moment: Moment
        let historyPath: String
    }

    /// What stands below the comments.
    enum Talk: Sendable {
        case composer(CommentComposer)
        case joining(JoinButton)
        /// Why this member cannot write here.
        case barred(String)
        /// A visitor signs in first.
        case signingIn(path: String)
    }

    let frame: Frame
    let community: CommunityLink
    /// "1,284 members", "anyone can read".
    let communityFacts: [String]
    let communityDescription: String
    let space: Choice?
    let title: String
    /// What `lang` says of the words of this page's people; `nil` for English.
    let language: String?
    let isQuestion: Bool
    let author: Person
    let badges: [Badge]
    let posted: Moment
    /// `nil` when it never was.
    let edited: Edited?
    let answered: Answered?
    /// An article's headings; empty where there are few, and for other kinds.
    let contents: [ContentsEntry]
    let body: SafeHTML
    let poll: PollView?
    let tags: [Tag]
    let score: Int
    /// `nil`: the score is only shown.
    let vote: VoteControl?
    /// Save, follow, mute; `nil` for visitors.
    var switches: PostSwitches?
    /// Where a visitor signs in to vote; `nil` for members.
    let signInPath: String?
    /// Under the three dots: "History", "Edit", "Delete".
    let links: [Choice]
    /// Why nobody can comment any more: "Locked until lab 4 closes on Friday."
    let locked: String?
    /// "6 comments", "1 comment".
    let commentCount: String
    let thread: ThreadSection
    /// `nil` where `locked` says enough.
    let talk: Talk?
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
