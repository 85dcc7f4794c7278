import Dispatch
internal import Postgres
import Synchronization

/// One table's load: it runs on a connection of its own and says how far it is.
struct LoadingStep: Sendable {
    let name: String
    let total: Int
    let load: @Sendable (Connection, LoadingMeter) throws -> Void
}

/// How far a step has come; one thread writes, another reads.
final class LoadingMeter: Sendable {
    private let count = Atomic<Int>(0)
    private let outcome: LoadingOutcome

    init(_ outcome: LoadingOutcome) {
        self.outcome = outcome
    }

    var done: Int { count.load(ordering: .relaxed) }

    /// - Throws: `LoadingOutcome.Stopped` when another step has failed, so that this one need not go on.
    func advance(to done: Int) throws {
        count.store(done, ordering: .relaxed)
        if outcome.hasFailed { throw LoadingOutcome.Stopped() }
    }
}

/// Runs steps side by side, each on a thread and a connection of its own, or one after the other on a single one.
struct LoadingLanes {
    let steps: [LoadingStep]

    /// - Throws: The first error of any step, when all have ended.
    func run(
        _ connection: Connection, _ opening: (@Sendable () -> Connection)?,
        _ progress: (Demonstration.Progress) -> Void
    ) throws {
        guard let opening else {
            for step in steps {
                progress(Demonstration.Progress(step: step.name, done: 0, total: step.total))
                try step.load(connection, LoadingMeter(LoadingOutcome()))
                progress(Demonstration.Progress(step: step.name, done: step.total, total: step.total))
            }
            return
        }
        try runSideBySide(opening, progress)
    }

    private func runSideBySide(
        _ opening: @escaping @Sendable () -> Connection, _ progress: (Demonstration.Progress) -> Void
    ) throws {
        let outcome = LoadingOutcome()
        let group = DispatchGroup()
        let meters = steps.map { _ in LoadingMeter(outcome) }
        for (step, meter) in zip(steps, meters) {
            // A queue of its own each: these threads block in libpq, which Swift's own pool must never do.
            DispatchQueue(label: "demonstration.\(step.name)").async(group: group) {
                outcome.record { try step.load(opening(), meter) }
            }
        }
        while group.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
            for (step, meter) in zip(steps, meters) where meter.done < step.total {
                progress(Demonstration.Progress(step: step.name, done: meter.done, total: step.total))
            }
        }
        for step in steps { progress(Demonstration.Progress(step: step.name, done: step.total, total: step.total)) }
        try outcome.check()
    }
}

/// Keeps the first error of several threads.
final class LoadingOutcome: Sendable {
    struct Stopped: Error {}

    private let failure = Mutex<(any Error)?>(nil)

    func record(_ work: () throws -> Void) {
        do {
            try work()
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
    }

    var hasFailed: Bool { failure.withLock { $0 != nil } }

    func check() throws {
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
