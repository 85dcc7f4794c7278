import Postgres

/// Counts which words public titles have, for "did you mean".
struct VocabularyJob: Job {
    static let kind = "search_vocabulary"
    /// The next round is soon enough.
    static let mostAttempts = 2

    func run(_ context: JobContext) throws {
        _ = try context.database.fetch(.countVocabulary)
    }
}
