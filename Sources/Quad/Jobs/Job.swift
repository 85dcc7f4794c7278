import FoundationEssentials
import Postgres
import Redis

/// Work for later, written down in the transaction of the change that needs it: `Query.enqueue`.
///
/// It runs at least once: again when the process is killed meanwhile, or when the database is lost before it is
/// crossed off. So a job does no harm when it happens twice, and takes less than `JobPace.lease`. Its values stay in
/// the database until it is done, so that no secret belongs among them.
protocol Job: Codable, Sendable {
    /// Its name in the database, and so for good: lower-case letters and underscores, at most 40.
    static var kind: String { get }
    /// How often it is tried before it waits for an admin, 1 to 100.
    static var mostAttempts: Int { get }

    /// - Throws: to be tried again later; `JobError` to say otherwise.
    func run(_ context: JobContext) throws
}

extension Job {
    static var mostAttempts: Int { 8 }
}

/// What a job may use while it runs. What all kinds of jobs need is one more property here, which `JobRunner.context`
/// fills.
struct JobContext {
    /// The job thread's own, outside any transaction.
    let database: Connection
    let redis: Client
    /// The database's time when the job was taken.
    let now: Date
    let settings: Settings
    let log: AccessLog
    /// Whether the program is about to end: work that can go on another time stops here.
    let isStopping: @Sendable () -> Bool
}

/// What a job says of its failure, where it knows more than that there was one.
enum JobError: Error {
    /// Trying again is of no use: an admin looks at it. The reason holds nothing that is a member's.
    case permanent(String)
    /// It was not time yet: once more after this long, and no try is counted.
    case notYet(after: Duration)
}
