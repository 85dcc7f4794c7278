internal import Synchronization

/// The requests that wait for a worker: first in, first out, bounded. Filled by the event thread alone.
final class WorkQueue: Sendable {
    private struct State {
        var ring: [Connection?]
        var first = 0
        var count = 0
        /// Workers that sleep, and how many of them have been called and have not come yet.
        var idle = 0
        var called = 0
        var isClosed = false

        mutating func take() -> Connection? {
            guard count > 0 else { return nil }
            defer {
                ring[first] = nil
                first = (first + 1) % ring.count
                count -= 1
            }
            return ring[first]
        }
    }

    private let state: Monitor<State>
    private let limit: Int
    private let waiting = Atomic<Int>(0)

    init(limit: Int) {
        self.limit = limit
        state = Monitor(State(ring: Array(repeating: nil, count: limit)))
    }

    var length: Int { waiting.value }

    /// Stays true until the event thread, the only one to ask, has pushed.
    var hasRoom: Bool { length < limit }

    /// - Precondition: ``hasRoom``.
    func push(_ connection: Connection) {
        let wakes = state.locked { state in
            state.ring[(state.first + state.count) % limit] = connection
            state.count += 1
            waiting.store(state.count, ordering: .relaxed)
            // A call is a system call on the event thread, so nobody is called twice.
            guard state.idle > state.called else { return false }
            state.called += 1
            return true
        }
        if wakes { state.notify() }
    }

    /// Waits for a request; `nil` once the queue is closed and empty.
    func pop() -> Connection? {
        state.waiting { state -> Connection?? in
            if let connection = state.take() {
                waiting.store(state.count, ordering: .relaxed)
                return connection
            }
            return state.isClosed ? .some(nil) : nil
        } onWait: { state, isWaiting in
            state.idle += isWaiting ? 1 : -1
            if !isWaiting { state.called = max(0, state.called - 1) }
        }
    }

    /// Takes out what has waited since before `moment`.
    func removeAll(queuedBefore moment: ContinuousClock.Instant) -> [Connection] {
        state.locked { state in
            var late: [Connection] = []
            while state.count > 0, let next = state.ring[state.first], next.exchange.queued < moment {
                if let connection = state.take() { late.append(connection) }
            }
            waiting.store(state.count, ordering: .relaxed)
            return late
        }
    }

    /// Lets the workers end once the queue is empty.
    func close() {
        state.locked { $0.isClosed = true }
        state.notifyAll()
    }
}
