internal import Synchronization

/// Whether the database was last met with silence, shared by the connections of one configuration.
///
/// A database that is stopped refuses at once, and each connection finds that out for itself. One that is frozen, or
/// behind a network that swallows everything, costs each connection a timeout, over and over: so after one has waited
/// in vain the others fail at once, except for one attempt at a time.
final class Silence: Sendable {
    private struct State {
        var nextAttempt = Instant.never
        var isTrying = false
    }

    private let isSilent = Atomic(false)
    private let state = Mutex(State())

    /// - Parameter lease: the longest an attempt takes, in nanoseconds; others are refused meanwhile.
    /// - Throws: `.unavailable` while nobody is to wait for an answer.
    func check(lease: Int64) throws(PostgresError) {
        guard isSilent.load(ordering: .relaxed) else { return }
        let mayTry = state.withLock { state in
            guard state.nextAttempt <= .now else { return false }
            state = State(nextAttempt: .now.advanced(byNanoseconds: lease), isTrying: true)
            return true
        }
        if !mayTry { throw .unavailable("the database has given no answer for a while") }
    }

    /// Someone waited in vain. The first attempt after that may follow at once, as one slow answer is no silence yet;
    /// later ones are half a second apart.
    func noticed() {
        state.withLock { state in
            if !isSilent.exchange(true, ordering: .relaxed) {
                state = State(nextAttempt: .now)
            } else if state.isTrying {
                state = State(nextAttempt: .now + .milliseconds(500))
            }
        }
    }

    /// The database gave an answer, be it a refusal.
    func ended() {
        if isSilent.load(ordering: .relaxed) { isSilent.store(false, ordering: .relaxed) }
    }
}
