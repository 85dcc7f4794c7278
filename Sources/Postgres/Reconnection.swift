/// When a connection may be tried again: at once after the first failure, then after 100 ms, doubling to 2 s.
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
        earliest = .now + .milliseconds(min(2000, 100 << min(failures - 2, 5)))
    }

    mutating func succeeded() { self = Reconnection() }
}

extension Connection {
    /// The open connection, or a new one where that harms nothing.
    func openWire() throws(PostgresError) -> Wire {
        let isInside = transactionState == .open || transactionState == .committing
        if let wire, wire.isUsable, isInside || !wasClosedWhileIdle(wire) { return wire }
        dropWire()
        guard !isInside else { throw .unavailable("the connection was lost during the transaction") }
        try reconnection.check()
        do throws(PostgresError) {
            var opening = try Opening(configuration)
            let wire = try opening.connect()
            reconnection.succeeded()
            self.wire = wire
            return wire
        } catch {
            reconnection.failed(because: error)
            throw error
        }
    }

    /// Looked at only after a second without use: what is lost then is found before anything is sent, so that
    /// changes too can go through a new connection.
    private func wasClosedWhileIdle(_ wire: Wire) -> Bool {
        Instant.now.nanoseconds(since: wire.lastActivity) > 1_000_000_000 && wire.wasClosedByServer()
    }
}
