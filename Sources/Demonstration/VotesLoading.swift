import FoundationEssentials
internal import Postgres

/// Writes the votes that the scores of posts and comments were counted from.
struct VotesLoading: Sendable {
    let world: Demonstration.World

    @Sendable func load(_ connection: Connection, _ meter: LoadingMeter) throws {
        let count = world.schedule.entries.count
        try connection.copy(into: "post_votes", columns: ["user_id", "post_id", "value", "created_at"]) { rows in
            for place in world.schedule.entries.indices where isOpen(place) {
                let plan = world.thread(at: place, withScores: false)
                let since = world.schedule.entries[place].seconds
                try forEachVote(on: place, number: 0, of: plan, since: since) { voter, value, moment in
                    try rows.row {
                        $0.write(world.personID(voter))
                        $0.write(world.postID(place))
                        $0.write(value)
                        $0.write(moment)
                    }
                }
                if place & 1023 == 0 { try meter.advance(to: place) }
            }
        }
        try loadCommentVotes(connection) { try meter.advance(to: count + $0) }
        try meter.advance(to: 2 * count)
    }

    private func loadCommentVotes(_ connection: Connection, report: (Int) throws -> Void) throws {
        try connection.copy(
            into: "comment_votes", columns: ["user_id", "post_id", "comment_number", "value", "created_at"]
        ) { rows in
            for place in world.schedule.entries.indices where isOpen(place) {
                let plan = world.thread(at: place, withScores: false)
                for (index, comment) in plan.comments.enumerated() {
                    try forEachVote(on: place, number: index + 1, of: plan, since: comment.seconds) {
                        voter, value, moment in
                        try rows.row {
                            $0.write(world.personID(voter))
                            $0.write(world.postID(place))
                            $0.write(index + 1)
                            $0.write(value)
                            $0.write(moment)
                        }
                    }
                }
                if place & 1023 == 0 { try report(place) }
            }
        }
    }

    private func isOpen(_ place: Int) -> Bool {
        let state = world.schedule.entries[place].state
        return state == .published || state == .removed
    }

    /// Each voter with the value and a moment between the thing voted on and now, most of them early.
    private func forEachVote(
        on place: Int, number: Int, of plan: ThreadPlan, since seconds: Int64,
        _ body: (_ voter: Int32, _ value: Int16, _ moment: Date) throws -> Void
    ) throws {
        let community = world.roster.communities[Int(world.schedule.entries[place].community)]
        try world.ballot(on: place, number: number, of: plan, in: community).forEach { voter, joined, value, delay in
            let start = max(seconds, joined)
            let room = Double(max(0, world.clock.now - start))
            let share = Double(delay >> 11) * 0x1p-53
            try body(voter, value, Date(seconds: start + Int64(min(room, 1_209_600) * share * share)))
        }
    }
}
