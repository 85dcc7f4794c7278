import HTML

/// A community as pages name it.
struct CommunityLink: Sendable {
    let name: String
    let path: String
    /// The address of its picture; `nil` shows its letters.
    var icon: String?

    /// The letters on the community's square: "Al" for "Algorithms & Data Structures".
    var letters: String {
        let letters = name.filter { $0.isLetter || $0.isNumber }.prefix(2)
        guard let first = letters.first else { return "–" }
        return first.uppercased() + letters.dropFirst().lowercased()
    }
}

/// A community in a list, with what helps to choose it.
struct CommunityItem: Sendable {
    let community: CommunityLink
    let description: String
    /// "1,284 members", "31 posts this week"; the first is shown where there is room for one.
    let facts: [String]
    /// Whether the viewer is one of its members.
    var isJoined = false
    /// `nil` where the list is for finding alone.
    var join: JoinButton?
}

/// The button that joins a community.
struct JoinButton: Sendable {
    let path: String
    /// What is joined, for those who hear one button of several; `nil` where the page is the community's.
    var name: String?
    /// A page to come back to; `nil` is the community's.
    var back: String?
}

/// A post in a list. The whole row leads to it.
struct PostRow: Sendable {
    enum Talk: Sendable {
        /// A discussion, or a question nobody chose an answer for yet.
        case comments
        case answered
        /// A question without any answer: the one thing the list highlights.
        case unanswered
    }

    let path: String
    let title: String
    /// `nil` on a profile, where the place stands instead.
    let author: Person?
    /// The place's square instead of a face, on a profile.
    let plate: String?
    /// The space within a community, the community elsewhere; `nil` leaves it out.
    let place: String?
    let posted: Moment
    let badges: [Badge]
    /// "answered after 22 min", "no answer yet", "214 have voted".
    let remark: String?
    let talk: Talk
    let commentCount: Int
    let score: Int
    /// Whether it was published since the reader last looked at this list.
    var isNew = false
    /// Comments since the reader last read it: "3 new".
    var newComments: String?

    init(
        path: String, title: String, author: Person?, plate: String? = nil, place: String? = nil, posted: Moment,
        badges: [Badge] = [], remark: String? = nil, talk: Talk = .comments, commentCount: Int, score: Int
    ) {
        self.path = path
        self.title = title
        self.author = author
        self.plate = plate
        self.place = place
        self.posted = posted
        self.badges = badges
        self.remark = remark
        self.talk = talk
        self.commentCount = commentCount
        self.score = score
    }

    var talkClass: String {
        switch talk {
        case .comments: ""
        case .answered: " good"
        case .unanswered: " open"
        }
    }

    /// What the number of comments counts, for screen readers.
    var talkWords: String {
        let noun = commentCount == 1 ? "comment" : "comments"
        return switch talk {
        case .comments: noun
        case .answered: noun + ", answered"
        case .unanswered: commentCount == 0 ? "answers yet" : noun + ", no answer yet"
        }
    }
}

/// Every community its viewer may know of; shown by Templates/communities/communities.html.
struct CommunitiesPage: Page {
    let frame: Frame
    /// "31 communities anyone can read."
    let summary: String
    /// "Most active", "A to Z".
    let orders: [Choice]
    let items: [CommunityItem]
    let pagination: Pagination
    /// Invitations, on the first page of a member's list.
    let waiting: WaitingPlaces
    /// `nil` for who may make no community.
    let newPath: String?

    var empty: EmptyState {
        EmptyState("No communities yet", why: "They’ll be listed here as soon as the first one opens.")
    }
}

/// The name, line of facts and tabs that head every page of a community.
struct CommunityHead: Sendable {
    /// What a member can do here.
    struct Actions: Sendable {
        let writePath: String?
        let join: JoinButton?
        let leavePath: String?
        let leaveWords: String
        /// Why there is nothing to do.
        let words: String?
    }

    let community: CommunityLink
    let description: String
    /// "1,284 members", "anyone can read".
    let facts: [String]
    /// "Posts", one a space, "About".
    let tabs: [Choice]
    /// `nil` for visitors.
    let actions: Actions?
    /// Follow and mute; `nil` for visitors, and on pages that do not offer them.
    var attention: AttentionButtons?
    /// `nil` for who does not keep it.
    let management: Management?

    var factLine: String { facts.joined(separator: " · ") }
}

/// What stands beside a community's posts.
struct CommunitySide: Sendable {
    struct Question: Sendable {
        let title: String
        let path: String
        /// How long it waits: "5 h".
        let waiting: String
    }

    struct Moderator: Sendable {
        let person: Person
        /// "Owner", "Moderator".
        let role: String
    }

    /// Of the community.
    let slug: String
    let waiting: [Question]
    let rules: [String]
    let moderators: [Moderator]
}

/// A community's posts, all or those of one space; shown by Templates/communities/community.html.
struct CommunityPage: Page {
    let frame: Frame
    let head: CommunityHead
    /// Names the list for screen readers: "Posts", "Questions".
    let heading: String
    /// What the space is for; `nil` for all posts.
    let note: String?
    let chips: FeedChips
    let posts: [PostRow]
    let pagination: Pagination
    let empty: EmptyState
    let side: CommunitySide
}

/// What a community is for and who answers for it; shown by Templates/communities/community-about.html.
struct CommunityAboutPage: Page {
    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct Space: Sendable {
        let name: String
        let path: String
        let description: String
        /// Who may post here: "Everyone can post", "Moderators post".
        let posting: String
    }

    let frame: Frame
    let head: CommunityHead
    /// Where the reader stands in it; `nil` for who has nothing to do with it.
    let belonging: String?
    let facts: [Fact]
    let rules: [String]
    let spaces: [Space]
    let side: CommunitySide
}
