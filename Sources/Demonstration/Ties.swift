/// Who knows whom, who asks whom, and who wants nothing to do with whom.
struct Ties: Sendable {
    enum State: String, Sendable {
        case pending, accepted, declined, cancelled, ended
    }

    struct Connection: Sendable {
        let asker, asked: Int32
        /// Place of the course it is about.
        let course: Int32
        let state: State
        let askedAt: Int64
        /// When it was answered; 0 while nobody has.
        let answeredAt: Int64
        /// When it was cancelled or ended; 0 for others.
        let endedAt: Int64
    }

    let connections: [Connection]
    let blocks: [(by: Int32, other: Int32)]

    /// Whom of the cast the student knows, and who asks her.
    private static let friends: [Int32] = [5, 6, 7, 8, 9, 10, 11]
    private static let askers: [Int32] = [4]

    /// Draws all of them: some 200,000 for a hundred thousand people, in half a second.
    init(of people: People, _ studies: Studies, seed: UInt64, clock: CampusClock) {
        var weaver = Weaver(people: people, studies: studies, seed: seed, now: clock.now)
        weaver.tieStudent(to: Self.friends, askedBy: Self.askers)
        for place in people.persons.indices.dropFirst() { weaver.tie(place) }
        (connections, blocks) = (weaver.connections, weaver.blocks)
    }
}

/// Ties people to course mates, no two of them twice.
private struct Weaver {
    let people: People
    let studies: Studies
    let seed: UInt64
    let now: Int64
    var connections: [Ties.Connection] = []
    var blocks: [(by: Int32, other: Int32)] = []
    private var pairs: Set<UInt64> = []

    init(people: People, studies: Studies, seed: UInt64, now: Int64) {
        (self.people, self.studies, self.seed, self.now) = (people, studies, seed, now)
    }

    /// Nine connections and two requests: seven and one of the cast, the others from her courses.
    mutating func tieStudent(to friends: [Int32], askedBy askers: [Int32]) {
        var chance = Chance(seed: seed, for: .acquaintance, at: 0)
        let mates = Studies.ofTheCast.flatMap { studies.shown[$0] }.filter { $0 >= 12 }
        let others = mates.isEmpty ? [] : (0..<24).map { _ in mates[chance.below(mates.count)] }
        var (known, asking) = (friends, askers)
        for other in others where !(known + asking).contains(other) {
            if known.count < 9 { known.append(other) } else if asking.count < 2 { asking.append(other) }
        }
        for (number, other) in known.enumerated() {
            let isHers = number % 3 == 0
            add(isHers ? 0 : other, isHers ? other : 0, state: .accepted, age: 86_400 * Int64(8 + 11 * number), &chance)
        }
        for (number, other) in asking.enumerated() {
            add(other, 0, state: .pending, age: 3_600 * Int64(5 + 30 * number), &chance)
        }
    }

    mutating func tie(_ place: Int) {
        guard people.persons[place].isAround, !studies.taken[place].isEmpty else { return }
        var chance = Chance(seed: seed, for: .acquaintance, at: place)
        for _ in 0..<chance.heavyTail(mean: 2.6, most: 40) {
            guard let other = mate(of: place, &chance), other != 0 else { continue }
            let age = 3_600 + Int64(chance.below(70 * 86_400))
            add(Int32(place), other, state: state(age, &chance), age: age, &chance)
        }
        var anger = Chance(seed: seed, for: .block, at: place)
        if place >= 12, anger.happens(0.004), let other = mate(of: place, &anger), other >= 12,
            pairs.insert(key(Int32(place), other)).inserted
        {
            blocks.append((Int32(place), other))
        }
    }

    /// Somebody who is shown in one of the same courses.
    private func mate(of place: Int, _ chance: inout Chance) -> Int32? {
        guard let taking = chance.pick(studies.taken[place]) else { return nil }
        let shown = studies.shown[Int(taking.course)]
        guard let other = chance.pick(shown), other != Int32(place) else { return nil }
        return other
    }

    private func state(_ age: Int64, _ chance: inout Chance) -> Ties.State {
        switch chance.below(100) {
        case ..<76: .accepted
        // Nobody leaves a request for longer than some weeks.
        case ..<88: age < 20 * 86_400 ? .pending : .accepted
        case ..<94: .declined
        case ..<97: .cancelled
        default: .ended
        }
    }

    private mutating func add(
        _ asker: Int32, _ asked: Int32, state: Ties.State, age: Int64, _ chance: inout Chance
    ) {
        guard pairs.insert(key(asker, asked)).inserted else { return }
        // Whoever joined this week knows nobody for longer.
        let joined = max(people.persons[Int(asker)].joined, people.persons[Int(asked)].joined)
        let askedAt = max(now - age, min(joined + 600, now - 600))
        let span = now - askedAt
        let answer = askedAt + min(span * 2 / 3, 240 + Int64(chance.below(40 * 3_600)))
        let end = answer + (now - answer) / 2
        let common = studies.taken[Int(asker)].first { mine in
            studies.taken[Int(asked)].contains { $0.course == mine.course }
        }
        connections.append(
            Ties.Connection(
                asker: asker, asked: asked, course: common?.course ?? -1, state: state, askedAt: askedAt,
                answeredAt: state == .pending || state == .cancelled ? 0 : answer,
                endedAt: state == .cancelled ? answer : state == .ended ? end : 0))
    }

    private func key(_ one: Int32, _ other: Int32) -> UInt64 {
        UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }
}
