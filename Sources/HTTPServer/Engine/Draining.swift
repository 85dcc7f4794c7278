internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// How a server stops without losing an answer. The order matters: see FACTS.md, section 1.7.
extension Engine {
    /// - Parameter workers: the worker threads, which end with the queue.
    func drain(_ workers: [SystemThread]) {
        let end = ContinuousClock.now + configuration.drain
        isDraining.store(true, ordering: .relaxed)
        streams.close()
        if let daemon {
            let socket = MHD_quiesce_daemon(daemon)
            if socket >= 0 { close(socket) }
        }
        // Clients that keep a connection get their next answer with `Connection: close`.
        let lingerEnd = min(end, .now + configuration.linger)
        wait(until: lingerEnd) { table.count == 0 }
        wait(until: end) { counters.active.value == 0 }
        isClosed.store(true, ordering: .sequentiallyConsistent)
        wait(until: .now + .seconds(2)) {
            abandonRequests()
            return counters.suspended.load(ordering: .sequentiallyConsistent) == 0
        }
        wait(until: .now + .milliseconds(500)) { counters.active.value == 0 }
        for (queue, _) in queues { queue.close() }
        // A worker that is still busy is past all patience: its thread ends with the process.
        let hasStuckWorker = counters.busy.value > 0
        for worker in workers { hasStuckWorker ? worker.detach() : worker.join() }
        streams.join()
        // It aborts the process when a connection is still suspended.
        if let daemon, counters.suspended.value == 0 { MHD_stop_daemon(daemon) }
        daemon = nil
    }

    /// Answers 503 for every request that still waits or is worked on.
    private func abandonRequests() {
        for late in queues.flatMap({ $0.queue.removeAll(queuedBefore: .now + .seconds(1)) }) {
            answer(late, refusing: .shuttingDown)
        }
        var held: [Connection] = []
        table.forEach { connection in
            if connection.claim.load(ordering: .relaxed) == .working { held.append(connection) }
        }
        for connection in held where claim(connection) { answer(connection, refusing: .shuttingDown) }
    }

    private func wait(until end: ContinuousClock.Instant, _ isDone: () -> Bool) {
        while !isDone(), ContinuousClock.now < end { usleep(5_000) }
    }
}
