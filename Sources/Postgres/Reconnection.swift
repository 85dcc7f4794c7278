/// When a connection may be tried again: at once after the first failure, then after 100 ms, doubling to 1 s.
///
/// In between, calls fail at once instead of queueing up behind a database that is away.
struct Reconnection {
    private var failures = 0
    private var earliest = Instant(nanoseconds: 0)
    private var reason = ""

    func check() throws(PostgresError) {
        if Instant.now < earliest { throw .unavailable(reason) }
    }

    mutating func failed(because error: PostgresError) {
        if case .unavailable(let reason) = error { self.reason = reason }
        failures += 1
        guard failures > 1 else { return }
        earliest = .now + .milliseconds(min(1000, 100 << min(failures - 2, 4)))
    }

    mutating func succeeded() { self = Reconnection() }
}

extension Connection {
    /// The open connection, or a new one where that harms nothing.
    ///
    /// - Parameter evenIfSilent: Whether the caller wants to wait although others did in vain.
    func openWire(evenIfSilent: Bool = false) throws(PostgresError) -> Wire {
        let isInside = transactionState == .open || transactionState == .committing
        let isGuarded = !isInside && !evenIfSilent
        if let wire, wire.isUsable, isInside || !wasClosedWhileIdle(wire) {
            if isGuarded { try silence.check(lease: limits.attempt) }
            return wire
        }
        dropWire()
        guard !isInside else { throw .unavailable("the connection was lost during the transaction") }
        try reconnection.check()
        var opening = try Opening(configuration)
        if isGuarded { try silence.check(lease: limits.attempt) }
        do throws(PostgresError) {
            let wire = try opening.connect()
            reconnection.succeeded()
            silence.ended()
            self.wire = wire
            return wire
        } catch {
            reconnection.failed(because: error)
            if opening.wasSilent { silence.noticed() } else { silence.ended() }
            throw error
        }
    }

    /// Looked at only after a second without use: what is lost then is found before anything is sent, so that
    /// changes too can go through a new connection.
    private func wasClosedWhileIdle(_ wire: Wire) -> Bool {
        Instant.now.nanoseconds(since: wire.lastActivity) > 1_000_000_000 && wire.wasClosedByServer()
    }
}
