import FoundationEssentials
internal import Postgres

/// Connections, acquaintances, blocks, and what people confirm of each other.
struct TiesLoading: Sendable {
    let world: Demonstration.World

    func load(_ connection: Connection) throws {
        try loadConnections(connection)
        try loadAcquaintances(connection)
        try loadEndorsements(connection)
        try connection.copy(into: "blocks", columns: ["user_id", "other_id", "is_own", "created_at"]) { rows in
            for (place, block) in world.ties.blocks.enumerated() {
                let since = Date(seconds: world.clock.now - 86_400 * Int64(1 + place % 50))
                for (user, other) in [(block.by, block.other), (block.other, block.by)] {
                    try rows.row {
                        $0.write(world.personID(user))
                        $0.write(world.personID(other))
                        $0.write(user == block.by)
                        $0.write(since)
                    }
                }
            }
        }
    }

    private func loadConnections(_ connection: Connection) throws {
        try connection.copy(
            into: "connections",
            columns: [
                "id", "asker_id", "asked_id", "course_id", "message", "state", "origin", "asked_at", "answered_at",
                "ended_at", "ended_by", "interaction", "interaction_at",
            ]
        ) { rows in
            for (place, tie) in world.ties.connections.enumerated() {
                var chance = Chance(seed: world.seed, for: .acquaintance, at: place, and: 1)
                let origin = chance.pick(["match", "match", "match", "search", "suggestion", "mutual"]) ?? "match"
                let message = chance.happens(0.7) ? chance.pick(Self.messages) ?? "" : ""
                let isLive = tie.state == .accepted
                let interaction = isLive ? chance.fraction() * chance.fraction() * 12 : 0
                let touched =
                    tie.answeredAt == 0
                    ? tie.askedAt : tie.answeredAt + Int64(chance.fraction() * Double(world.clock.now - tie.answeredAt))
                try rows.row {
                    $0.write(id(of: place))
                    $0.write(world.personID(tie.asker))
                    $0.write(world.personID(tie.asked))
                    $0.write(tie.course >= 0 ? world.courseID(Int(tie.course)) : nil)
                    $0.write(message)
                    $0.write(tie.state.rawValue)
                    $0.write(origin)
                    $0.write(Date(seconds: tie.askedAt))
                    $0.write(tie.answeredAt == 0 ? nil : Date(seconds: tie.answeredAt))
                    $0.write(tie.endedAt == 0 ? nil : Date(seconds: tie.endedAt))
                    $0.write(tie.endedAt == 0 ? nil : world.personID(tie.asker))
                    $0.write(interaction)
                    $0.write(Date(seconds: touched))
                }
            }
        }
    }

    /// What the trigger, which rests meanwhile, would have kept.
    private func loadAcquaintances(_ connection: Connection) throws {
        try connection.copy(into: "acquaintances", columns: ["user_id", "other_id", "connection_id", "since"]) { rows in
            for (place, tie) in world.ties.connections.enumerated() where tie.state == .accepted {
                for (user, other) in [(tie.asker, tie.asked), (tie.asked, tie.asker)] {
                    try rows.row {
                        $0.write(world.personID(user))
                        $0.write(world.personID(other))
                        $0.write(id(of: place))
                        $0.write(Date(seconds: tie.answeredAt))
                    }
                }
            }
        }
    }

    /// One skill of somebody known, now and then.
    private func loadEndorsements(_ connection: Connection) throws {
        try connection.copy(into: "endorsements", columns: ["user_id", "skill", "endorser_id", "created_at"]) { rows in
            for (place, tie) in world.ties.connections.enumerated() where tie.state == .accepted {
                var chance = Chance(seed: world.seed, for: .acquaintance, at: place, and: 2)
                for (user, other) in [(tie.asker, tie.asked), (tie.asked, tie.asker)] {
                    let skills = Skillset(of: Int(user), in: world).skills
                    guard chance.happens(user == 0 ? 0.8 : 0.3), let skill = chance.pick(skills) else { continue }
                    let at = tie.answeredAt + (world.clock.now - tie.answeredAt) / 3
                    try rows.row {
                        $0.write(world.personID(user))
                        $0.write(skill.slug)
                        $0.write(world.personID(other))
                        $0.write(Date(seconds: at))
                    }
                }
            }
        }
    }

    private func id(of place: Int) -> UUID {
        world.connectionID(place, at: world.ties.connections[place].askedAt)
    }

    private static let messages = [
        "Hi, we’re both free on Tuesday afternoons. Shall we do the problem sets together?",
        "I’m looking for somebody to go through the lecture notes with, once a week.",
        "You asked a good question in the tutorial. I’m stuck at the same place.",
        "I like to study quietly and talk at the end. Would that suit you?",
        "Our section is small. It would be good to know somebody in it.",
        "I’ve got last year’s exercises. Two heads are better than one.",
        "Would you like to prepare the midterm together?",
    ]
}
