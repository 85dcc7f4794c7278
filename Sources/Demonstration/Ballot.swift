/// The votes on one post or comment, worked out again whenever they are needed: to count them and to write them.
struct Ballot {
    private let members: [Roster.Member]
    private let count: Int
    private let start: Int
    private let stride: Int
    private let approval: Double
    private let author: Int32
    private var chance: Chance

    /// - Parameters:
    ///   - number: the comment's, or 0 for the post.
    ///   - mean: votes that such a thing gets on average.
    init(
        on post: Int, number: Int, by author: Int32, among community: Roster.Community, mean: Double, seed: UInt64
    ) {
        var chance = Chance(seed: seed, for: .ballot, at: post, and: number)
        members = community.members
        count = chance.heavyTail(mean: mean, most: min(400, community.members.count / 2))
        start = chance.below(members.count)
        // A stride without a common divisor meets every member once before it meets one twice.
        stride = [1009, 2003, 4001, 7919].first { community.members.count % $0 != 0 } ?? 1
        // A few things, here and there, most people disagree with.
        approval = chance.happens(0.03) ? 0.2 : 0.93
        self.author = author
        self.chance = chance
    }

    /// Calls `body` with each voter, the earliest moment they could vote and +1 or −1.
    func forEach(_ body: (_ voter: Int32, _ joined: Int64, _ value: Int16, _ delay: UInt64) throws -> Void) rethrows {
        var chance = chance
        for place in 0..<count {
            let member = members[(start + place * stride) % members.count]
            let value: Int16 = chance.happens(approval) ? 1 : -1
            let delay = chance.next()
            guard member.person != author else { continue }
            try body(member.person, member.joined, value, delay)
        }
    }

    var score: Int32 {
        var sum: Int32 = 0
        forEach { _, _, value, _ in sum += Int32(value) }
        return sum
    }
}
