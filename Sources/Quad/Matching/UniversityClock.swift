import FoundationEssentials
import Postgres

/// Moves the match pool to the clock that a university has now, some people at a time so that nobody waits for it.
/// Written down in the database wherever the clock is changed.
struct UniversityClock: Job {
    static let kind = "university_clock"
    /// People a statement is for: a tenth of a millisecond each.
    private static let batch = 500

    let university: UUID
    /// Who came last; `nil` where it begins.
    var after: UUID?

    func run(_ context: JobContext) throws {
        var last = after
        while true {
            if context.isStopping() {
                _ = try context.database.fetch(.enqueue(UniversityClock(university: university, after: last)))
                return
            }
            let people = try context.database.fetch(
                .people(of: university, after: last, limit: Self.batch))
            guard !people.isEmpty else { return }
            _ = try context.database.fetch(.keepMatchPool(of: people))
            last = people.last
        }
    }
}

extension Query where Output == [UUID] {
    /// Who goes by the clock of their university, in the order of joining.
    fileprivate static func people(of university: UUID, after last: UUID?, limit: Int) -> Self {
        let rest: SQL = last.map { "AND u.id > \($0)" } ?? ""
        return .values(
            """
            SELECT u.id
            FROM users u LEFT JOIN study_habits h ON h.user_id = u.id
            WHERE u.university_id = \(university) AND h.time_zone IS NULL \(rest)
            ORDER BY u.id
            LIMIT \(limit)
            """)
    }
}

extension Query where Output == Int {
    fileprivate static func keepMatchPool(of people: [UUID]) -> Self {
        Query<Int>.execute("SELECT keep_match_pool(\(people))").idempotent
    }
}
