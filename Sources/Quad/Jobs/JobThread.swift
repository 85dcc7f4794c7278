import FoundationEssentials
import Postgres
import Redis

/// One thread of a runner: take a job, do it, cross it off; with none, wait.
///
/// A database that is away only pauses it.
final class JobThread {
    private let runner: JobRunner
    private let alarm: JobAlarm
    private let database: Connection
    private let redis: Client
    private var knowsSchedules = false

    init(of runner: JobRunner, alarm: JobAlarm) {
        self.runner = runner
        self.alarm = alarm
        database = Connection(runner.settings.database)
        database.onSlowStatement = { [log = runner.log, metrics = runner.metrics] statement in
            metrics.countSlowStatement()
            log.note(statement)
        }
        redis = Client(runner.settings.redis)
    }

    func run() {
        var failures = 0
        while !runner.isStopping {
            do {
                if !(try work()) { alarm.wait(atMost: runner.pace.poll) }
                failures = 0
            } catch {
                failures += 1
                if failures == 1 { note("jobs paused", error: String(describing: error)) }
                alarm.wait(atMost: JobPace.databasePause(after: failures))
            }
        }
    }

    /// - Returns: whether there was anything to do, so that there may be more.
    private func work() throws -> Bool {
        try registerSchedules()
        let (names, _, claimed) = try database.fetch(
            .dueSchedules, .releaseOutlivedJobs, .claimJob(of: runner.kinds.names, lease: runner.pace.lease))
        if let claimed { perform(claimed) }
        let due = runner.schedules.filter { names.contains($0.name) }
        for schedule in due { try begin(schedule) }
        return claimed != nil || !due.isEmpty
    }

    private func registerSchedules() throws {
        guard !knowsSchedules else { return }
        _ = try database.fetch(each: runner.schedules.map { .register($0) })
        knowsSchedules = true
    }

    private func begin(_ schedule: Schedule) throws {
        try database.transaction { database in
            guard try database.fetch(.takeRound(of: schedule)) > 0 else { return }
            _ = try database.fetch(.enqueue(schedule.job, uniqueKey: schedule.uniqueKey))
        }
    }

    private func perform(_ job: ClaimedJob) {
        let unsettled = runner.underWay { () -> JobOutcome? in
            let (outcome, isForLackOfDatabase) = outcome(of: job)
            // That cannot be written down at the moment: a stop does not wait for it.
            if isForLackOfDatabase { return outcome }
            settle(job, as: outcome)
            return nil
        }
        if let unsettled = unsettled ?? .notYet(.zero) { settle(job, as: unsettled) }
    }

    private func outcome(of job: ClaimedJob) -> (outcome: JobOutcome, isForLackOfDatabase: Bool) {
        do {
            try runner.kinds.run(job, runner.context(for: job, database: database, redis: redis))
            runner.metrics.countJob(job.kind, failed: false)
            return (.done, false)
        } catch {
            let outcome = JobOutcome(error, of: job, pace: runner.pace)
            if let failure = outcome.failure {
                note("job failed", job, error: failure)
                runner.metrics.countJob(job.kind, failed: true)
            }
            return (outcome, (error as? PostgresError)?.isPassing == true)
        }
    }

    /// Writes down how it ended, however long the database is away, up to the end of the lease: then the job is
    /// anybody's.
    private func settle(_ job: ClaimedJob, as outcome: JobOutcome) {
        let end = ContinuousClock.now + runner.pace.lease
        var failures = 0
        while true {
            do {
                _ = try database.fetch(outcome.query(for: job))
                return
            } catch {
                failures += 1
                guard error.isPassing, !runner.isStopping, .now < end else {
                    return note("job not crossed off", job, error: String(describing: error))
                }
                alarm.wait(atMost: JobPace.databasePause(after: failures))
            }
        }
    }

    private func note(_ event: String, _ job: ClaimedJob? = nil, error: String) {
        runner.log.line { line in
            line.member("event", event)
            if let job {
                line.member("kind", job.kind)
                line.member("job", job.id.uuidString.lowercased())
                line.member("attempt", job.attempts)
            }
            line.member("error", error)
        }
    }
}

extension PostgresError {
    /// Whether the same may well succeed later.
    fileprivate var isPassing: Bool {
        switch self {
        case .unavailable, .outcomeUnknown, .timedOut, .serialization: true
        default: false
        }
    }
}
