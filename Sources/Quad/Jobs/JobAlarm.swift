@preconcurrency import Dispatch
import Synchronization

/// Wakes one thread that waits for work. Rung while it works, the next wait ends at once.
final class JobAlarm: Sendable {
    private let isRung = Atomic(false)
    private let semaphore = DispatchSemaphore(value: 0)

    func ring() {
        if !isRung.exchange(true, ordering: .sequentiallyConsistent) { semaphore.signal() }
    }

    func wait(atMost duration: Duration) {
        _ = semaphore.wait(timeout: .now() + .microseconds(duration.microseconds))
        // Before the thread looks for work: what is written down after that look rings again.
        isRung.store(false, ordering: .sequentiallyConsistent)
    }
}
