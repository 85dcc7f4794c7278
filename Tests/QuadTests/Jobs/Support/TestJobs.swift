import FoundationEssentials
import Postgres
import Redis
import TestSupport

@testable import Quad

/// Writes its number down.
struct NoteJob: Job {
    static let kind = "note"
    let number: Int
    /// How long it takes.
    var milliseconds = 0

    func run(_ context: JobContext) throws {
        sleep(.milliseconds(milliseconds))
        _ = try context.database.fetch(Query<Int>.execute("INSERT INTO notes (number) VALUES (\(number))"))
    }
}

/// Never succeeds.
struct FailingJob: Job {
    static let kind = "failing"
    static let mostAttempts = 3
    var isPermanent = false

    func run(_ context: JobContext) throws {
        if isPermanent { throw JobError.permanent("The address is gone.") }
        throw MailboxFull()
    }
}

private struct MailboxFull: Error, CustomStringConvertible {
    var description: String { "the mailbox is full\0 " + String(repeating: "é", count: 2_000) }
}

/// Waits until somebody has written a note.
struct PatientJob: Job {
    static let kind = "patient"
    static let mostAttempts = 1

    func run(_ context: JobContext) throws {
        guard try context.database.fetch(Query<Int>.value("SELECT count(*) FROM notes")) > 0 else {
            throw JobError.notYet(after: .milliseconds(20))
        }
        try NoteJob(number: 2).run(context)
    }
}

extension JobKinds {
    static let tests = JobKinds([NoteJob.self, FailingJob.self, PatientJob.self])
}

extension JobPace {
    /// Looks for work often enough that a test need not wait for it.
    static let quick = JobPace(
        lease: .seconds(300), poll: .milliseconds(50), pauses: [.milliseconds(20)], farewell: .seconds(5))
}

/// A job as its row says.
struct JobRow: Sendable, Equatable {
    let kind: String
    let state: String
    let attempts: Int
    let lastError: String?
    /// Seconds from now until it runs.
    let delay: Double
}

extension TestCampus {
    /// Calls `body` while runners with a thread each do the work.
    func withRunners<Value>(
        _ count: Int = 1, threads: Int = 1, schedules: [Schedule] = [], pace: JobPace = .quick,
        _ body: () throws -> Value
    ) throws -> Value {
        let runners = try (0..<count).map { _ in
            JobRunner(
                settings: application.settings, log: try AccessLog(.none), metrics: application.metrics,
                threads: threads, kinds: .tests, schedules: schedules, pace: pace)
        }
        for runner in runners { runner.start() }
        defer { for runner in runners { runner.stop() } }
        return try body()
    }

    func makeNotes() throws { try run("CREATE TABLE notes (number bigint)") }

    func enqueue(
        _ job: some Job, id: UUID = UUID(), after delay: Duration = .zero, uniqueKey: String? = nil
    ) throws -> Int {
        try database.fetch(.enqueue(job, id: id, after: delay, uniqueKey: uniqueKey))
    }

    var notes: [Int] {
        get throws { try database.fetch(Query<[Int]>.values("SELECT number FROM notes ORDER BY number")) }
    }

    func jobs() throws -> [JobRow] {
        try database.fetch(
            .all(
                """
                SELECT kind, state, attempts, last_error, extract(epoch FROM run_at - now())::float8
                FROM jobs ORDER BY created_at, id
                """, as: JobRow.init))
    }

    /// Runs a job here and now, as a thread would.
    func perform(_ job: some Job) throws {
        try job.run(
            JobContext(
                database: database, redis: Client(application.settings.redis), now: .now,
                settings: application.settings, log: application.log, isStopping: { false }))
    }

    func count(_ sql: SQL) throws -> Int { try database.fetch(Query<Int>.value(sql)) }
}
