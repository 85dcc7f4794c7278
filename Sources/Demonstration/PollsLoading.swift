import FoundationEssentials
internal import Postgres

/// Writes what polls ask and who chose what, after the posts they belong to.
struct PollsLoading {
    let world: Demonstration.World

    /// What one poll came to.
    private struct Outcome {
        let days: Int16?
        let votes: [(voter: Int32, choice: Int16, moment: Date)]
        let counts: [Int32]
        let voters: Int32
    }

    func load(_ connection: Connection) throws {
        let places = world.schedule.entries.indices.filter { world.schedule.scene(of: $0).kind == .poll }
        let outcomes = places.map { (place: $0, outcome: outcome(at: $0)) }
        try connection.copy(into: "polls", columns: ["post_id", "is_multiple", "days", "voter_count"]) { rows in
            for (place, outcome) in outcomes {
                try rows.row {
                    $0.write(world.postID(place))
                    $0.write(world.schedule.scene(of: place).isMultiple)
                    $0.write(outcome.days)
                    $0.write(outcome.voters)
                }
            }
        }
        try connection.copy(into: "poll_choices", columns: ["post_id", "number", "text", "vote_count"]) { rows in
            for (place, outcome) in outcomes {
                for (index, choice) in world.schedule.scene(of: place).choices.enumerated() {
                    try rows.row {
                        $0.write(world.postID(place))
                        $0.write(Int16(index + 1))
                        $0.write(choice)
                        $0.write(outcome.counts[index])
                    }
                }
            }
        }
        try connection.copy(into: "poll_votes", columns: ["user_id", "post_id", "choice", "created_at"]) { rows in
            for (place, outcome) in outcomes {
                for vote in outcome.votes {
                    try rows.row {
                        $0.write(world.personID(vote.voter))
                        $0.write(world.postID(place))
                        $0.write(vote.choice)
                        $0.write(vote.moment)
                    }
                }
            }
        }
    }

    /// Everyone chooses once; each poll has a favourite of its own.
    private func outcome(at place: Int) -> Outcome {
        let entry = world.schedule.entries[place]
        let scene = world.schedule.scene(of: place)
        let community = world.roster.communities[Int(entry.community)]
        var chance = Chance(seed: world.seed, for: .poll, at: place)
        let days = chance.pick([nil, 3, 7, 14] as [Int16?]) ?? nil
        let order = scene.choices.indices.shuffled(using: &chance)
        var votes: [(voter: Int32, choice: Int16, moment: Date)] = []
        var counts = [Int32](repeating: 0, count: scene.choices.count)
        var voters: Int32 = 0
        guard entry.state == .published || entry.state == .removed else {
            return Outcome(days: days, votes: [], counts: counts, voters: 0)
        }
        let end = days.map { min(world.clock.now, entry.seconds + Int64($0) * 86_400 - 1) } ?? world.clock.now
        // The number is one that no comment has: these are other people than those who vote on the post.
        let ballot = Ballot(
            on: place, number: Int(Int32.max), by: world.thread(at: place, withScores: false).author, among: community,
            mean: 4 * world.figures.votesPerPost, seed: world.seed)
        ballot.forEach { voter, joined, _, delay in
            let start = max(entry.seconds, joined)
            guard start < end else { return }
            let share = Double(delay >> 11) * 0x1p-53
            let moment = Date(seconds: start + Int64(Double(end - start) * share * share))
            var chosen: Set<Int> = [order[chance.rank(below: order.count)]]
            if scene.isMultiple, chance.happens(0.6) { chosen.insert(order[chance.below(order.count)]) }
            for choice in chosen.sorted() {
                votes.append((voter, Int16(choice + 1), moment))
                counts[choice] += 1
            }
            voters += 1
        }
        return Outcome(days: days, votes: votes, counts: counts, voters: voters)
    }
}
