import FoundationEssentials
import Postgres

/// How many jobs there are.
struct JobCounts: Sendable {
    let waiting: Int
    let running: Int
    let dead: Int
}

/// A job that had its last try, for an admin to look at.
struct DeadJob: Sendable {
    let id: UUID
    let kind: String
    let attempts: Int
    let lastError: String?
    let writtenAt: Date
    let diedAt: Date

    /// What a page shows at most; more than these have one reason, which is to be mended first.
    static let mostShown = 50
}

extension Query where Output == JobCounts {
    static var jobCounts: Self {
        .one(
            """
            SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'running'),
                count(*) FILTER (WHERE state = 'dead')
            FROM jobs
            """, as: JobCounts.init)
    }
}

extension Query where Output == [DeadJob] {
    /// The newest first.
    static var deadJobs: Self {
        .all(
            """
            SELECT id, kind, attempts, last_error, created_at, run_at
            FROM jobs
            WHERE state = 'dead'
            ORDER BY created_at DESC
            LIMIT \(DeadJob.mostShown)
            """, as: DeadJob.init)
    }
}

extension Query where Output == Int {
    /// Lets a dead job have all its tries again, at once; 0 when there is no such dead job.
    static func retryJob(_ id: UUID) -> Self {
        .execute(
            """
            WITH revived AS (
                UPDATE jobs
                SET state = 'waiting', attempts = 0, run_at = now()
                WHERE id = \(id) AND state = 'dead'
                RETURNING id
            )
            SELECT pg_notify('jobs', '') FROM revived
            """)
    }

    /// Removes a dead job for good.
    static func removeJob(_ id: UUID) -> Self {
        .execute("DELETE FROM jobs WHERE id = \(id) AND state = 'dead'")
    }
}
