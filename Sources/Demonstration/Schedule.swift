/// What is posted where and when: one entry a post, in the order of time.
struct Schedule: Sendable {
    enum State: String, Sendable {
        case draft
        case inReview = "in_review"
        case published, removed
    }

    /// What is decided about a post before its words. About 40 bytes, so that a million fit in memory.
    struct Entry: Sendable {
        let seconds: Int64
        let community: Int32
        /// Within its community, from 1.
        var number: Int32 = 0
        /// The scene's place in its community.
        var scene: Int32 = 0
        /// Comments of any state.
        var comments: Int32 = 0
        /// The number of an earlier post about the same thing, or 0.
        var related: Int32 = 0
        /// Draws other words for a title that was taken.
        var salt: UInt8 = 0
        var state = State.published
        var isPinned = false
        var isLocked = false
        var isAnswered = false
    }

    let entries: [Entry]
    let corpus: Corpus
    let seed: UInt64
    let clock: CampusClock

    /// What identifies the words of a post: its place and its salt.
    func key(of index: Int) -> Int {
        index << 8 | Int(entries[index].salt)
    }

    func scene(of index: Int) -> Scene {
        corpus.communities[Int(entries[index].community)].scenes[Int(entries[index].scene)]
    }
}

extension Schedule {
    /// Plans all posts. A million take about two seconds.
    init(_ figures: Demonstration.Figures, corpus: Corpus, seed: UInt64, clock: CampusClock) {
        var planner = SchedulePlanner(figures, corpus: corpus, seed: seed, clock: clock)
        planner.placePosts()
        planner.chooseScenes()
        planner.chooseStates()
        planner.numberPosts()
        planner.pinPosts()
        planner.shareComments()
        entries = planner.entries
        self.corpus = corpus
        self.seed = seed
        self.clock = clock
    }
}

/// The steps to a schedule.
struct SchedulePlanner {
    let figures: Demonstration.Figures
    let corpus: Corpus
    let seed: UInt64
    let clock: CampusClock
    var entries: [Schedule.Entry] = []
    var kinds: [Scene.Kind] = []
    var chance: Chance

    init(_ figures: Demonstration.Figures, corpus: Corpus, seed: UInt64, clock: CampusClock) {
        self.figures = figures
        self.corpus = corpus
        self.seed = seed
        self.clock = clock
        chance = Chance(seed: seed, for: .schedule)
    }

    /// Draws when and where, busy communities more often, and of which kind.
    mutating func placePosts() {
        var ends: [Double] = []
        for community in corpus.communities { ends.append((ends.last ?? 0) + community.weight) }
        let lastDay = min(figures.posts / 20, max(48, figures.posts / 400))
        let span = Int64(figures.days) * 86_400
        for place in 0..<figures.posts {
            let isRecent = place < lastDay
            // Even at five in the morning somebody has just written.
            let seconds =
                place < 3
                ? clock.now - [250, 700, 1600][place]
                : clock.moment(within: isRecent ? 86_000 : span, lean: 1.6, chance: &chance)
            let draw = chance.fraction() * (ends.last ?? 0)
            let community = ends.firstIndex { draw < $0 } ?? 0
            entries.append(Schedule.Entry(seconds: seconds, community: Int32(community)))
        }
        entries.sort { $0.seconds < $1.seconds }
        kinds = entries.map { kind(in: corpus.communities[Int($0.community)]) }
        askRecently()
    }

    /// 40 % questions, 8 % articles, 5 % announcements, 5 % polls where there are some.
    private mutating func kind(in community: CommunityText) -> Scene.Kind {
        switch chance.below(100) {
        case ..<40: .question
        case ..<48: .article
        case ..<53: .announcement
        case ..<58 where community.hasPolls: .poll
        default: .discussion
        }
    }

    /// Makes questions of the newest posts until the last day has enough of them.
    private mutating func askRecently() {
        let start = entries.firstIndex { $0.seconds > clock.now - 86_400 } ?? entries.count
        var missing = 34 - kinds[start...].count { $0 == .question }
        for place in kinds[start...].indices.reversed() where missing > 0 && kinds[place] != .question {
            kinds[place] = .question
            missing -= 1
        }
    }

    mutating func numberPosts() {
        var last = [Int32](repeating: 0, count: corpus.communities.count)
        for place in entries.indices {
            let community = Int(entries[place].community)
            last[community] += 1
            entries[place].number = last[community]
        }
    }
}
