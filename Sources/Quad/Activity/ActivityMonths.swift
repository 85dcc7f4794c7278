import Postgres

/// Prepares the months ahead of the record of what members do, and drops those older than 13 months. Its rows are
/// written by triggers, in the transaction of what they tell of.
struct ActivityMonths: Job {
    static let kind = "activity_months"

    func run(_ context: JobContext) throws {
        _ = try context.database.fetch(.keepActivityMonths)
    }
}

extension Query where Output == Int {
    /// Answers how many months were prepared or dropped.
    fileprivate static var keepActivityMonths: Self { .value("SELECT keep_activity_months(now())").writing() }
}
