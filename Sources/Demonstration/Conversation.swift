/// Decides who says what under a post, to whom, and when.
struct Conversation {
    private let scene: Scene
    private let remarks: Remarks
    private let community: Roster.Community
    private let author: Int32
    let published: Int64
    let now: Int64
    var chance: Chance

    private(set) var turns: [Turn] = []
    private var speakers: [(speaker: Scene.Speaker, person: Int32)] = []
    /// The next remark of each occasion, so that none comes twice before all came once.
    private var nextRemark: Int

    struct Turn {
        let parent: Int32
        let person: Int32
        let words: ThreadPlan.Words
        let pace: Pace
    }

    /// How soon something is said after what came before.
    enum Pace {
        case quick, usual, weeksLater
    }

    init(
        scene: Scene, remarks: Remarks, community: Roster.Community, author: Int32, published: Int64, now: Int64,
        chance: Chance
    ) {
        self.scene = scene
        self.remarks = remarks
        self.community = community
        self.author = author
        self.published = published
        self.now = now
        self.chance = chance
        nextRemark = self.chance.below(1 << 20)
    }

    mutating func comments(_ count: Int) -> [ThreadPlan.Comment] {
        guard count > 0 else { return [] }
        turns.reserveCapacity(count)
        switch scene.form {
        case .exchange: exchange(count)
        case .gathering: gathering(count)
        case .story: story(count)
        }
        return timed()
    }

    private mutating func exchange(_ count: Int) {
        var path: [Int32] = []
        for (place, reply) in scene.replies.prefix(count).enumerated() {
            let depth = min(reply.depth, path.count)
            path.removeLast(path.count - depth)
            let parent = path.last ?? 0
            path.append(Int32(place + 1))
            say(.reply(place), to: parent, by: person(for: reply.speaker), reply.speaker == .author ? .quick : .usual)
        }
        var isThanked = scene.replies.prefix(count).contains { $0.speaker == .author }
        while turns.count < count {
            let answer = scene.replies.prefix(count).firstIndex(where: \.isAnswer)
            if let answer, !isThanked, scene.kind == .question {
                isThanked = true
                say(remark(.thanks), to: Int32(answer + 1), by: author, .quick)
            } else {
                remarkInPassing(count)
            }
        }
    }

    private mutating func remarkInPassing(_ count: Int) {
        let isLast = turns.count + 1 == count
        switch chance.below(100) {
        case ..<42:
            agree(count)
        case ..<56 where scene.kind == .question:
            say(remark(.same), to: 0, by: somebody())
        case ..<68 where scene.kind == .question && !isLast:
            say(remark(.ask), to: 0, by: somebody())
            say(remark(.told), to: Int32(turns.count), by: author, .quick)
        case 90... where isLast && now - published > 60 * 86_400:
            say(remark(.later), to: 0, by: somebody(), .weeksLater)
        default:
            say(remark(.aside), to: 0, by: somebody())
        }
    }

    /// Somebody agrees with something of substance that somebody else has said.
    private mutating func agree(_ count: Int) {
        let substantial = turns.indices.filter { place in
            if case .reply = turns[place].words { return turns[place].person != author }
            return false
        }
        let person = somebody()
        guard let place = chance.pick(substantial), turns[place].person != person else {
            return say(remark(.aside), to: 0, by: person)
        }
        say(remark(.agree), to: Int32(place + 1), by: person)
    }

    /// Entries to the post and echoes to entries; the corpus marks echoes by their depth.
    private mutating func gathering(_ count: Int) {
        let entries = scene.replies.indices.filter { scene.replies[$0].depth == 0 }
        let echoes = scene.replies.indices.filter { scene.replies[$0].depth > 0 }
        while turns.count < count {
            if !echoes.isEmpty, !turns.isEmpty, chance.happens(0.38) {
                let near = max(0, turns.count - 12)
                let parent = Int32(1 + chance.within(near...turns.count - 1))
                let isOwn = turns[Int(parent) - 1].person == author
                let person = chance.happens(0.14) && !isOwn ? author : somebody()
                say(.reply(echoes[chance.below(echoes.count)]), to: parent, by: person)
            } else {
                say(.reply(entries[chance.below(entries.count)]), to: 0, by: somebody())
            }
        }
    }

    /// A chain; after its first twenty links it may fork near its end.
    private mutating func story(_ count: Int) {
        while turns.count < count {
            let last = turns.count
            let parent = last > 20 && chance.happens(0.22) ? max(1, last - chance.below(12)) : last
            let forksToPost = last > 40 && chance.happens(0.04)
            say(.reply(chance.below(scene.replies.count)), to: forksToPost ? 0 : Int32(parent), by: somebody())
        }
    }

    private mutating func say(
        _ words: ThreadPlan.Words, to parent: Int32, by person: Int32, _ pace: Pace = .usual
    ) {
        turns.append(Turn(parent: parent, person: person, words: words, pace: pace))
    }

    private mutating func remark(_ occasion: Remarks.Occasion) -> ThreadPlan.Words {
        nextRemark += 1
        return .remark(occasion, nextRemark % max(1, remarks[occasion].count))
    }

    /// Somebody other than the author, as far as the community has others.
    private mutating func somebody() -> Int32 {
        for _ in 0..<4 {
            let person = community.writer(at: published, chance: &chance)
            if person != author { return person }
        }
        return community.moderator(&chance)
    }

    /// The person behind a speaker: the same one each time, and another one than the other speakers.
    private mutating func person(for speaker: Scene.Speaker) -> Int32 {
        if speaker == .author { return author }
        if let known = speakers.first(where: { $0.speaker == speaker }) { return known.person }
        var person = author
        for _ in 0..<6 {
            person = speaker == .moderator ? community.moderator(&chance) : somebody()
            if person != author, !speakers.contains(where: { $0.person == person }) { break }
        }
        speakers.append((speaker, person))
        return person
    }
}
