internal import Synchronization

/// Whether it is worth asking Redis at all, shared by the clients of one configuration.
///
/// Closed: everybody may. Open after a failure: nobody, until the backoff is over; then one caller at a time may try.
/// ``failed(ceiling:)`` opens it for longer each time, ``succeeded()`` closes it.
final class Circuit: Sendable {
    private struct State {
        var failures = 0
        var openUntil = Deadline.now
        var isTrying = false
    }

    private let state = Mutex(State())

    enum Permit {
        case free, trial, refused
    }

    /// Whether the caller may try now. After a failure and its backoff one caller gets the trial, and for the next
    /// `lease` the others are refused, so that they do not all wait for the same dead server.
    func permit(lease: Duration) -> Permit {
        state.withLock { state in
            guard state.failures > 0 else { return .free }
            let now = Deadline.now
            guard now >= state.openUntil else { return .refused }
            state.openUntil = now + lease
            state.isTrying = true
            return .trial
        }
    }

    func failed(ceiling: Duration) {
        state.withLock { state in
            // Calls under way when Redis went away all fail together: one failure, not as many as there are workers.
            guard state.failures == 0 || state.isTrying else { return }
            let pause = min(.milliseconds(25) * (1 << min(state.failures, 10)), ceiling)
            state.failures += 1
            state.openUntil = .after(pause)
            state.isTrying = false
        }
    }

    func succeeded() {
        state.withLock { state in
            state.failures = 0
            state.isTrying = false
        }
    }
}
