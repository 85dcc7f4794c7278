internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// Cuts connections that are past their deadline. libmicrohttpd's own timeout starts again with every byte, so a
/// client that sends one a second would stay for ever.
final class Reaper: Sendable {
    private struct Seen {
        var request: UInt64 = 0
        var bytes: Int64 = 0
    }

    private let engine: Engine
    private let isStopped = Monitor(false)

    init(_ engine: Engine) {
        self.engine = engine
    }

    /// Runs until ``stop()``, on a thread of its own.
    func run() {
        let limit = engine.configuration.limits.request.milliseconds
        let round = Duration.milliseconds(max(10, min(1000, limit / 16)))
        let start = ContinuousClock.now
        var seen: [Seen] = []
        while isStopped.waiting(atMost: round, { $0 ? true : nil }) == nil {
            let now = start.duration(to: .now).milliseconds
            engine.clock.store(now, ordering: .relaxed)
            engine.table.forEach { look(at: $0, now: now, &seen) }
            for (queue, patience) in engine.queues {
                for late in queue.removeAll(queuedBefore: .now - patience) {
                    engine.answer(late, refusing: .timedOut)
                }
            }
        }
    }

    func stop() {
        isStopped.locked { $0 = true }
        isStopped.notifyAll()
    }

    private func look(at connection: Connection, now: Int64, _ seen: inout [Seen]) {
        let deadline = connection.deadline.value
        if deadline.phase == .waiting { notice(connection, deadline, now: now, &seen) }
        guard deadline.phase != .none, deadline.time < now,
            connection.deadline.replace(deadline, with: .none, at: 0)
        else { return }
        // The table's lock is held: the socket cannot be closed, and its number taken by another, meanwhile.
        shutdown(connection.socket, CInt(SHUT_RDWR))
        engine.counters.cut.add(1)
    }

    /// Starts the clock of a request whose first bytes have come, though not yet its whole first line.
    private func notice(_ connection: Connection, _ deadline: Deadline.Value, now: Int64, _ seen: inout [Seen]) {
        let slot = Int(connection.socket)
        while seen.count <= slot { seen.append(Seen()) }
        let bytes = quad_bytes_received(connection.socket)
        if seen[slot].request != deadline.request || bytes < seen[slot].bytes {
            seen[slot] = Seen(request: deadline.request, bytes: bytes)
            // The first request of a connection has nothing before it.
            guard deadline.request == 1, bytes > 0 else { return }
        } else if bytes <= seen[slot].bytes {
            return
        }
        let end = now + engine.configuration.limits.request.milliseconds
        connection.deadline.replace(deadline, with: .receiving, at: end)
    }
}
