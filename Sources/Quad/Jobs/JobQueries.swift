import Cryptography
import FoundationEssentials
import Postgres

/// A job that a thread has taken, and nobody else until its lease ends.
struct ClaimedJob: Sendable {
    let id: UUID
    let kind: String
    let payload: JSONText
    /// This try included.
    let attempts: Int
    let mostAttempts: Int
    /// Also proves whose it is: no two claims of a job have the same.
    let leasedUntil: Date
    let claimedAt: Date
}

extension Query where Output == Int {
    /// Writes a job down, in the transaction of the change that needs it; the answer is 1, or 0 when it was there.
    ///
    /// - Parameters:
    ///   - id: asked twice with the same, it is written down once.
    ///   - delay: how long it waits at least.
    ///   - uniqueKey: while a job with this key waits or runs, another is not written down. One that is dead
    ///     takes the place of the new one and is tried again.
    /// - Throws: `EncodingError` for a job that JSON cannot hold, such as an infinite number.
    static func enqueue(
        _ job: some Job, id: UUID = UUIDv7.generate(), after delay: Duration = .zero, uniqueKey: String? = nil
    ) throws -> Self {
        let payload = JSONText(String(decoding: try JSONEncoder().encode(job), as: UTF8.self))
        return enqueue(
            type(of: job).kind, payload, mostAttempts: type(of: job).mostAttempts, id: id, after: delay,
            uniqueKey: uniqueKey)
    }

    private static func enqueue(
        _ kind: String, _ payload: JSONText, mostAttempts: Int, id: UUID, after delay: Duration, uniqueKey: String?
    ) -> Self {
        .execute(
            """
            WITH revived AS (
                UPDATE jobs
                SET payload = \(payload), state = 'waiting', run_at = now() + \(delay), attempts = 0
                WHERE unique_key = \(uniqueKey) AND kind = \(kind) AND state = 'dead'
                RETURNING id
            ), added AS (
                INSERT INTO jobs (id, kind, payload, unique_key, run_at, most_attempts)
                VALUES (\(id), \(kind), \(payload), \(uniqueKey), now() + \(delay), \(Int16(clamping: mostAttempts)))
                ON CONFLICT DO NOTHING
                RETURNING id
            )
            SELECT pg_notify('jobs', '') FROM (SELECT id FROM revived UNION ALL SELECT id FROM added) AS written
            """)
    }

    /// Gives back what was taken by processes that were killed, or that took too long; a job that has had its last
    /// try is dead, as it may be what ends them.
    static var releaseOutlivedJobs: Self {
        .execute(
            """
            UPDATE jobs
            SET state = CASE WHEN attempts < most_attempts THEN 'waiting' ELSE 'dead' END, run_at = now(),
                leased_until = NULL, last_error = 'It took too long, or the process that ran it ended.'
            WHERE id IN (
                SELECT id FROM jobs
                WHERE state = 'running' AND leased_until < now()
                ORDER BY leased_until
                LIMIT 100
                FOR UPDATE SKIP LOCKED)
            """)
    }

    static func finish(_ job: ClaimedJob) -> Self {
        .execute("DELETE FROM jobs WHERE id = \(job.id) AND state = 'running' AND leased_until = \(job.leasedUntil)")
            .idempotent
    }

    static func postpone(_ job: ClaimedJob, for pause: Duration, because error: String) -> Self {
        .execute(
            """
            UPDATE jobs
            SET state = 'waiting', leased_until = NULL, run_at = now() + \(pause), last_error = \(error)
            WHERE id = \(job.id) AND state = 'running' AND leased_until = \(job.leasedUntil)
            """
        ).idempotent
    }

    /// As if it had not been taken.
    static func putBack(_ job: ClaimedJob, for pause: Duration) -> Self {
        .execute(
            """
            UPDATE jobs
            SET state = 'waiting', leased_until = NULL, run_at = now() + \(pause), attempts = attempts - 1
            WHERE id = \(job.id) AND state = 'running' AND leased_until = \(job.leasedUntil)
            """
        ).idempotent
    }

    static func bury(_ job: ClaimedJob, because error: String) -> Self {
        .execute(
            """
            UPDATE jobs
            SET state = 'dead', leased_until = NULL, run_at = now(), last_error = \(error)
            WHERE id = \(job.id) AND state = 'running' AND leased_until = \(job.leasedUntil)
            """
        ).idempotent
    }
}

extension Query where Output == ClaimedJob? {
    /// Takes the job that has waited longest of those that are due. Several threads never get the same, and none
    /// waits for another.
    static func claimJob(of kinds: [String], lease: Duration) -> Self {
        .first(
            """
            UPDATE jobs
            SET state = 'running', leased_until = now() + \(lease), attempts = attempts + 1
            WHERE id = (
                SELECT id FROM jobs
                WHERE state = 'waiting' AND run_at <= now() AND kind = ANY (\(kinds))
                ORDER BY run_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, payload, attempts, most_attempts, leased_until, now()
            """, as: ClaimedJob.init)
    }
}
