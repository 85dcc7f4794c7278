import Postgres

/// Removes what nobody needs any more, some rows at a time so that nobody waits for it.
struct CleanUp: Job {
    static let kind = "clean_up"
    /// The next round is soon enough.
    static let mostAttempts = 3
    /// Rows a statement removes.
    static let batch = 1_000

    func run(_ context: JobContext) throws {
        let limit = Self.batch
        let removals: [Query<Int>] = [
            .removeExpiredSignUps(limit: limit), .removeOldEmailTokens(limit: limit),
            .removeUnseenSessions(limit: limit), .removeRevokedSessions(limit: limit),
            .removeOldSecurityEvents(limit: limit), .removeOldDemonstrationMails(limit: limit),
            .removeUnusedDevices(limit: limit), .removeUntouchedDrafts(limit: limit),
        ]
        for removal in removals {
            while !context.isStopping(), try context.database.fetch(removal) == Self.batch {}
        }
    }
}
