/// Who belongs to which community since when.
struct Roster: Sendable {
    struct Member: Sendable {
        let person: Int32
        let joined: Int64
    }

    struct Community: Sendable {
        let founded: Int64
        /// The most active first.
        var members: [Member] = []
        /// Places in `members`, the owner's first.
        var responsible: [Int] = []
        /// Places in `members` of people who may no longer come in.
        var banned: Set<Int> = []

        /// Somebody who was a member at `seconds`; the active are drawn far more often.
        func writer(at seconds: Int64, chance: inout Chance) -> Int32 {
            for _ in 0..<40 {
                let place = chance.rank(below: members.count)
                if members[place].joined <= seconds, !banned.contains(place) { return members[place].person }
            }
            return members[responsible[0]].person
        }

        /// Somebody who keeps this community in order.
        func moderator(_ chance: inout Chance) -> Int32 {
            members[responsible[chance.below(responsible.count)]].person
        }
    }

    let communities: [Community]

    /// Draws all memberships: about one million for a hundred thousand people, in a second.
    init(of people: People, in corpus: Corpus, start: Int64, seed: UInt64) {
        let heaviest = corpus.communities.map(\.weight).max() ?? 1
        communities = corpus.communities.enumerated().map { place, text in
            let share = text.visibility == "private" ? 0.04 : 0.03 + 0.5 * text.weight / heaviest
            var enrolment = Enrolment(
                text: text, share: share, founded: start + Int64(place) * 7 * 86_400,
                chance: Chance(seed: seed, for: .communities, at: place))
            return enrolment.community(of: people)
        }
    }
}

/// Fills one community.
private struct Enrolment {
    let text: CommunityText
    let share: Double
    let founded: Int64
    var chance: Chance

    mutating func community(of people: People) -> Roster.Community {
        var community = Roster.Community(founded: founded)
        for (place, person) in people.persons.enumerated() where isWelcome(person) {
            let isCast = place < NamePool.cast.count
            guard isCast || chance.happens(share) else { continue }
            let earliest = max(founded, person.joined)
            let delay = isCast || person.joined < founded ? 3600 + chance.below(20 * 86_400) : 600 + chance.below(7200)
            community.members.append(Roster.Member(person: Int32(place), joined: earliest + Int64(delay)))
        }
        appoint(in: &community, people)
        return community
    }

    private mutating func isWelcome(_ person: Person) -> Bool {
        guard person.state == .active || person.state == .silenced else { return false }
        guard let university = text.university, person.university != university else { return true }
        return text.visibility == "public" && chance.happens(0.1)
    }

    /// Orders members by activity and appoints the responsible among the earliest.
    private mutating func appoint(in community: inout Roster.Community, _ people: People) {
        community.members.shuffle(using: &chance)
        let wanted = text.slug == "algorithms" ? [2, 1, 4] : []
        let named = wanted.compactMap { person in community.members.firstIndex { $0.person == Int32(person) } }
        let early = community.members.indices.filter { place in
            let member = community.members[place]
            return member.joined < founded + 30 * 86_400 && people.persons[Int(member.person)].state == .active
                && member.person > 2
        }
        let count = 2 + chance.below(3)
        let others = early.shuffled(using: &chance).prefix(named.isEmpty ? count : 0)
        community.responsible = named + (others.isEmpty && named.isEmpty ? [0] : others)
        for place in community.members.indices where community.members[place].person >= 12 {
            guard !community.responsible.contains(place), chance.happens(0.003) else { continue }
            community.banned.insert(place)
        }
    }
}
