import Postgres

/// Moves accounts on whose time has come: a silence or suspension that ends, a deletion that becomes final, a student
/// who has left.
struct AccountStates: Job {
    static let kind = "account_states"
    static let mostAttempts = 3
    /// Accounts a statement changes.
    static let batch = 100

    func run(_ context: JobContext) throws {
        while !context.isStopping(), try context.database.fetch(.endSanctions(limit: Self.batch)) == Self.batch {}
        try change(.longDeleted(limit: Self.batch), context) { .anonymise($0) }
        try change(.graduates(limit: Self.batch), context) { .handOver($0) }
    }

    /// Takes accounts, then the groups they are in, and only then looks who else is there.
    private func change(
        _ chosen: Query<[Member.ID]>, _ context: JobContext, by change: ([Member.ID]) -> Query<Int>
    ) throws {
        var count = Self.batch
        while !context.isStopping(), count == Self.batch {
            count = try context.database.transaction { database in
                let accounts = try database.fetch(chosen)
                if !accounts.isEmpty { _ = try database.fetch(.lockGroups(of: accounts), change(accounts)) }
                return accounts.count
            }
        }
    }
}
