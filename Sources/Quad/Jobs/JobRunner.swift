@preconcurrency import Dispatch
import FoundationEssentials
import Postgres
import Redis
import Synchronization

/// Does the work that is written down, on threads of its own, until it is stopped.
package final class JobRunner: Sendable {
    static let channel = "jobs"

    let settings: Settings
    let log: AccessLog
    let metrics: Metrics
    let kinds: JobKinds
    let schedules: [Schedule]
    let pace: JobPace

    private struct State {
        var isStoppingSince: ContinuousClock.Instant?
        var jobsUnderWay = 0
        var listener: NotificationListener?
    }

    private let state = Mutex(State())
    private let alarms: [JobAlarm]
    private let threads = DispatchGroup()

    /// - Parameter threads: how many jobs it does at once, each with a Postgres and a Redis connection.
    init(
        settings: Settings, log: AccessLog, metrics: Metrics, threads: Int, kinds: JobKinds = .all,
        schedules: [Schedule] = .all, pace: JobPace = JobPace()
    ) {
        self.settings = settings
        self.log = log
        self.metrics = metrics
        self.kinds = kinds
        self.schedules = schedules
        // What cannot be told has to be asked for.
        self.pace = settings.database.preparesStatements ? pace : pace.withoutNotifications
        alarms = (0..<threads).map { _ in JobAlarm() }
    }

    /// For a process that does nothing else: one thread at least.
    package convenience init(settings: Settings, log: AccessLog) {
        self.init(settings: settings, log: log, metrics: Metrics(), threads: max(1, settings.jobThreads))
    }

    package func start() {
        guard !alarms.isEmpty else { return }
        for (number, alarm) in alarms.enumerated() {
            // A queue of its own that is never left is a thread of its own.
            DispatchQueue(label: "quad.jobs.\(number)").async(group: threads) {
                JobThread(of: self, alarm: alarm).run()
            }
        }
        guard settings.database.preparesStatements else { return }
        let listener = NotificationListener(
            settings.database, channels: [Self.channel],
            onNotify: { [weak self] _, _ in self?.wake() }, onReconnect: { [weak self] in self?.wake() })
        state.withLock { $0.listener = listener }
    }

    /// No job is begun from now on. Returns at once.
    package func beginStopping() {
        state.withLock { state in state.isStoppingSince = state.isStoppingSince ?? .now }
        wake()
    }

    /// Stops it, and waits for jobs under way until `JobPace.farewell` has passed since the stop began. A job that is
    /// cut short is done again when its lease ends.
    package func stop() {
        beginStopping()
        state.withLock { $0.listener.take() }?.stop()
        while threads.wait(timeout: .now() + .milliseconds(20)) == .timedOut, isWorthWaiting {}
    }

    /// A thread without a job may be waiting for a database that says nothing: that is nothing to wait for.
    private var isWorthWaiting: Bool {
        state.withLock { state in
            guard let since = state.isStoppingSince else { return true }
            return .now - since < (state.jobsUnderWay > 0 ? pace.farewell : min(pace.farewell, .seconds(1)))
        }
    }

    var isStopping: Bool { state.withLock { $0.isStoppingSince != nil } }

    private func wake() {
        for alarm in alarms { alarm.ring() }
    }
}

extension JobRunner {
    /// Counts the job among those that a stop waits for.
    ///
    /// - Returns: `nil`, without a call of `body`, when the runner is stopping.
    func underWay<Value>(_ body: () -> Value) -> Value? {
        let mayBegin = state.withLock { state in
            guard state.isStoppingSince == nil else { return false }
            state.jobsUnderWay += 1
            return true
        }
        guard mayBegin else { return nil }
        defer { state.withLock { $0.jobsUnderWay -= 1 } }
        return body()
    }

    func context(for job: ClaimedJob, database: Connection, redis: Client) -> JobContext {
        JobContext(
            database: database, redis: redis, now: job.claimedAt, settings: settings, log: log,
            isStopping: { [self] in isStopping })
    }
}

extension JobPace {
    /// For a database that tells nobody of new work, behind pgbouncer in transaction mode.
    fileprivate var withoutNotifications: JobPace {
        var pace = self
        pace.poll = min(poll, .seconds(1))
        return pace
    }
}
