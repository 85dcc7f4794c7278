import Postgres

/// Moves accounts on whose time has come: a silence or suspension that ends, a deletion that becomes final, a student
/// who has left.
struct AccountStates: Job {
    static let kind = "account_states"
    static let mostAttempts = 3
    /// Accounts a statement changes.
    static let batch = 100

    func run(_ context: JobContext) throws {
        let limit = Self.batch
        let changes: [Query<Int>] = [
            .endSanctions(limit: limit), .anonymiseDeleted(limit: limit), .handOverGraduates(limit: limit),
        ]
        for change in changes {
            while !context.isStopping(), try context.database.fetch(change) == Self.batch {}
        }
    }
}
