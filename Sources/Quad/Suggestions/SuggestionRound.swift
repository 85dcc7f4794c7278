import Dispatch
import FoundationEssentials
import Postgres

/// Makes everybody's suggestions anew, some members at a time, and rests in between as long as a share of what it took,
/// so that pages hardly notice.
///
/// A round takes minutes, a job may not: each writes down where the next goes on.
struct SuggestionRound: Job {
    static let kind = "suggestions"
    static let mostAttempts = 3
    /// Members a statement is for: about a millisecond each, so that a page waits for none of them long.
    static let batch = 10
    /// How long one job goes on.
    private static let length = Duration.seconds(120)
    /// The rest after a statement, as a share of it.
    private static let rest = 0.75

    /// Who came last; `nil` where the round begins.
    var after: UUID?

    func run(_ context: JobContext) throws {
        let end = ContinuousClock.now + Self.length
        var last = after
        while !context.isStopping(), .now < end {
            let members = try context.database.fetch(.members(after: last, limit: Self.batch))
            guard !members.isEmpty else {
                while try context.database.fetch(.removeSuggestionsOfGone(limit: 1_000)) == 1_000 {}
                return
            }
            let began = ContinuousClock.now
            // What is lost with the machine is made again.
            _ = try context.database.fetch(.withoutWaiting, .settleForSuggestions, .makeSuggestions(for: members))
            last = members.last?.rawValue
            pause((.now - began) * Self.rest)
        }
        _ = try context.database.fetch(.goOnWithSuggestions(after: last))
    }

    private func pause(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .nanoseconds(nanoseconds))
    }
}

extension Query where Output == [Member.ID] {
    /// Who gets suggestions, in the order of joining.
    fileprivate static func members(after last: UUID?, limit: Int) -> Self {
        let rest: SQL = last.map { "AND id > \($0)" } ?? ""
        return .values(
            """
            SELECT id FROM users WHERE state IN ('active', 'silenced') AND NOT is_held \(rest) ORDER BY id LIMIT \(limit)
            """)
    }
}

extension Query where Output == Int {
    /// Writes down that a round goes on behind somebody. Each part has a key of its own, because the job that writes down
    /// the next still holds that of its own.
    static func goOnWithSuggestions(after last: UUID?) throws -> Self {
        try .enqueue(SuggestionRound(after: last), uniqueKey: "suggestions after \(last?.uuidString ?? "nobody")")
    }

    /// What was made for accounts that are held or gone now.
    fileprivate static func removeSuggestionsOfGone(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM suggestions s
            USING (
                SELECT s.user_id, s.other_id
                FROM suggestions s JOIN users u ON u.id = s.user_id
                WHERE u.is_held OR u.state NOT IN ('active', 'silenced')
                LIMIT \(limit)
            ) g
            WHERE s.user_id = g.user_id AND s.other_id = g.other_id
            """)
    }
}
