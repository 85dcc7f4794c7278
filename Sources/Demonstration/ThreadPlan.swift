/// One post and its comments, decided but not worded. The same every time for one place in the schedule.
struct ThreadPlan {
    struct Comment {
        /// Number of the comment it answers, 0 for the post.
        let parent: Int32
        let author: Int32
        let seconds: Int64
        let words: Words
        var score: Int32 = 0
        var isRemoved = false
        var edited: Int64?
    }

    /// Where a comment's words are found.
    enum Words {
        case reply(Int)
        case remark(Remarks.Occasion, Int)
    }

    let author: Int32
    var score: Int32 = 0
    var edited: Int64?
    /// The rule it broke, counted from 0, when it was removed.
    var brokenRule: Int?
    /// In the order of time: the first is number 1.
    var comments: [Comment] = []
    /// Number of the accepted answer.
    var answer: Int?
    var answerChosenBy: Int32?

    var publishedComments: Int { comments.count { !$0.isRemoved } }

    /// When something visible last happened: the post, or its newest comment.
    func lastActivity(after published: Int64) -> Int64 {
        comments.last { !$0.isRemoved }.map { max(published, $0.seconds) } ?? published
    }
}

extension Demonstration.World {
    /// Works out the thread at a place of the schedule: about a microsecond, and half of one a comment.
    func thread(at place: Int, withScores: Bool = true) -> ThreadPlan {
        let entry = schedule.entries[place]
        let scene = schedule.scene(of: place)
        let community = roster.communities[Int(entry.community)]
        var chance = Chance(seed: seed, for: .thread, at: place)
        let author =
            scene.kind == .announcement
            ? community.moderator(&chance) : community.writer(at: entry.seconds, chance: &chance)
        var plan = ThreadPlan(author: author)
        if chance.happens(0.07), entry.seconds + 900 < clock.now {
            plan.edited = entry.seconds + 60 + Int64(chance.below(min(20_000, Int(clock.now - entry.seconds) - 100)))
        }
        if entry.state == .removed { plan.brokenRule = chance.below(text(of: place).rules.count) }
        var conversation = Conversation(
            scene: scene, remarks: text(of: place).remarks, community: community, author: author,
            published: entry.seconds, now: clock.now, chance: chance)
        plan.comments = conversation.comments(Int(entry.comments))
        chance = conversation.chance
        settleAnswer(of: &plan, scene, entry, community, &chance)
        for number in plan.comments.indices {
            blemish(&plan.comments[number], isAnswer: plan.answer == number + 1, &chance)
        }
        if withScores, entry.state == .published || entry.state == .removed { count(&plan, at: place, community) }
        return plan
    }

    func text(of place: Int) -> CommunityText {
        corpus.communities[Int(schedule.entries[place].community)]
    }

    private func settleAnswer(
        of plan: inout ThreadPlan, _ scene: Scene, _ entry: Schedule.Entry, _ community: Roster.Community,
        _ chance: inout Chance
    ) {
        guard entry.isAnswered else { return }
        let answer = plan.comments.firstIndex { comment in
            guard case .reply(let place) = comment.words else { return false }
            return scene.replies[place].isAnswer && comment.author != plan.author
        }
        guard let answer else { return }
        plan.answer = answer + 1
        plan.answerChosenBy = chance.happens(0.86) ? plan.author : community.moderator(&chance)
    }

    /// A few comments were edited, a few removed; never the answer.
    private func blemish(_ comment: inout ThreadPlan.Comment, isAnswer: Bool, _ chance: inout Chance) {
        let draw = chance.fraction()
        if draw < 0.012, !isAnswer {
            comment.isRemoved = true
        } else if draw < 0.06 {
            let room = Int(clock.now - comment.seconds)
            if room > 60 { comment.edited = comment.seconds + 20 + Int64(chance.below(min(3000, room - 30))) }
        }
    }

    private func count(_ plan: inout ThreadPlan, at place: Int, _ community: Roster.Community) {
        plan.score = ballot(on: place, number: 0, of: plan, in: community).score
        for number in plan.comments.indices {
            plan.comments[number].score = ballot(on: place, number: number + 1, of: plan, in: community).score
        }
    }

    /// The votes on the post (number 0) or a comment. Answers get more of them, remarks fewer.
    func ballot(
        on place: Int, number: Int, of plan: ThreadPlan, in community: Roster.Community
    ) -> Ballot {
        guard number > 0 else {
            return Ballot(
                on: place, number: 0, by: plan.author, among: community, mean: figures.votesPerPost, seed: seed)
        }
        let comment = plan.comments[number - 1]
        var mean = figures.votesPerComment
        if case .remark = comment.words { mean *= 0.3 }
        if case .reply(0) = comment.words { mean *= 2 }
        if plan.answer == number { mean *= 3 }
        return Ballot(on: place, number: number, by: comment.author, among: community, mean: mean, seed: seed)
    }
}
