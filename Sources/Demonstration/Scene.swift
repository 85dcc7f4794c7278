/// A post that could be written, with the replies it would get.
struct Scene: Sendable {
    enum Kind: String, Sendable {
        case discussion, question, article, announcement, poll
    }

    /// How its comments hang together.
    enum Form: Sendable {
        /// The replies of the corpus in their order, then remarks.
        case exchange
        /// Everyone says their own to the post, some to each other; any number of comments.
        case gathering
        /// Each comment goes on from the one before; any number of comments, and deep.
        case story
    }

    enum Speaker: Hashable, Sendable {
        case author, moderator
        case other(Int)
    }

    /// One comment of the corpus.
    struct Reply: Sendable {
        /// 0 for a reply to the post, otherwise one more than the comment it answers.
        let depth: Int
        let speaker: Speaker
        /// Whether it solves the question.
        let isAnswer: Bool
        let phrase: Phrase
    }

    let form: Form
    let kind: Kind
    /// The space's place in its community.
    let space: Int
    let tags: [String]
    let titles: [Phrase]
    let body: Phrase
    let replies: [Reply]
    /// What the topic puts in the slots of the frame it stands in.
    var bindings: [(slot: Slot, phrase: Phrase)] = []
    /// What a poll asks to choose from, and whether one may choose several.
    var choices: [String] = []
    var isMultiple = false
    /// The same for all scenes about one thing.
    let subject: Int
}

/// A community as the corpus describes it.
struct CommunityText: Sendable {
    struct Space: Sendable {
        let slug, name, description: String
        let isForModerators: Bool
    }

    let slug, name, about, visibility, indexing: String
    /// Which university's it is, by place in the campus; `nil` for all.
    let university: Int?
    /// How much happens here, against the other communities.
    let weight: Double
    let rules: [String]
    let spaces: [Space]
    /// By slot number.
    let slots: [[Phrase]]
    let remarks: Remarks
    /// Written by hand, by kind.
    let scenes: [Scene]
    var hasPolls: Bool { scenes.prefix(handmadeCount).contains { $0.kind == .poll } }
    /// How many of `scenes` were written by hand; the others are topics seen through frames.
    let handmadeCount: Int
}

/// What people say in passing, by occasion.
struct Remarks: Sendable {
    enum Occasion: String, CaseIterable, Sendable {
        /// The asker, to what helped.
        case thanks
        /// Anyone, to a question they have as well.
        case same
        /// Anyone, to a comment.
        case agree
        /// Anyone, asking the author for more; and the author's answer.
        case ask, told
        /// Someone who finds the thread weeks afterwards.
        case later
        /// Anyone in this community, to the post.
        case aside
    }

    private let phrases: [[Phrase]]

    init(_ phrases: (Occasion) -> [Phrase]) {
        self.phrases = Occasion.allCases.map(phrases)
    }

    subscript(occasion: Occasion) -> [Phrase] {
        switch occasion {
        case .thanks: phrases[0]
        case .same: phrases[1]
        case .agree: phrases[2]
        case .ask: phrases[3]
        case .told: phrases[4]
        case .later: phrases[5]
        case .aside: phrases[6]
        }
    }
}
