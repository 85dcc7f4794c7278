internal import Glibc

/// A mutex with a condition to wait for, which `Synchronization.Mutex` lacks.
///
/// Sendable because the state is only handed out under the lock.
final class Monitor<State>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    init(_ state: sending State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    @inline(__always)
    func locked<Answer>(_ body: (inout State) -> Answer) -> Answer {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    /// Runs `body` until it answers; waits for ``notify()`` after each `nil`, told to `onWait` before and after.
    func waiting<Answer>(
        _ body: (inout State) -> Answer?, onWait: (inout State, _ isWaiting: Bool) -> Void
    ) -> Answer {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let answer = body(&state) { return answer }
            onWait(&state, true)
            pthread_cond_wait(condition, mutex)
            onWait(&state, false)
        }
    }

    /// As ``waiting(_:)``, for `limit` at most: `nil` when that has passed.
    func waiting<Answer>(atMost limit: Duration, _ body: (inout State) -> Answer?) -> Answer? {
        var until = timespec()
        clock_gettime(CLOCK_MONOTONIC, &until)
        let nanoseconds = until.tv_nsec + Int(limit.milliseconds % 1000) * 1_000_000
        until.tv_sec += Int(limit.milliseconds / 1000) + nanoseconds / 1_000_000_000
        until.tv_nsec = nanoseconds % 1_000_000_000
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let answer = body(&state) { return answer }
            if pthread_cond_timedwait(condition, mutex, &until) == ETIMEDOUT { return body(&state) }
        }
    }

    func notify() { pthread_cond_signal(condition) }
    func notifyAll() { pthread_cond_broadcast(condition) }
}

extension Duration {
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
