internal import CPostgres
internal import Dispatch
internal import Glibc
internal import Synchronization

/// What a ``NotificationListener``'s thread runs: connect, listen, hand on, and again.
final class NotificationLoop: Sendable {
    private let configuration: DatabaseConfiguration
    private let channels: [String]
    private let heartbeat: Duration
    private let onNotify: @Sendable (String, String) -> Void
    private let onReconnect: @Sendable () -> Void

    private let stopBell = Bell()
    private let isStopping = Atomic(false)
    private let thread = Atomic<UInt>(0)
    /// Held during a call. Only calls are waited for: connecting to a server that says nothing takes seconds, and
    /// what the thread does then concerns nobody.
    private let call = Mutex(())

    init(
        configuration: DatabaseConfiguration, channels: [String], heartbeat: Duration,
        onNotify: @escaping @Sendable (String, String) -> Void, onReconnect: @escaping @Sendable () -> Void
    ) {
        self.configuration = configuration
        self.channels = channels
        self.heartbeat = heartbeat
        self.onNotify = onNotify
        self.onReconnect = onReconnect
    }

    /// A queue of its own that is never left is a thread of its own.
    func start() {
        DispatchQueue(label: "quad.notifications").async { self.run() }
    }

    func stop() {
        isStopping.store(true, ordering: .sequentiallyConsistent)
        stopBell.ring()
    }

    func waitForCall() {
        guard thread.load(ordering: .relaxed) != pthread_self() else { return }
        call.withLock { _ in }
    }

    private var goesOn: Bool { !isStopping.load(ordering: .sequentiallyConsistent) }

    private func run() {
        thread.store(pthread_self(), ordering: .relaxed)
        var failures = 0
        var mayHaveMissed = false
        while goesOn {
            do throws(PostgresError) {
                let wire = try listen()
                failures = 0
                if mayHaveMissed { call(onReconnect) }
                mayHaveMissed = true
                try handOn(from: wire)
            } catch {
                mayHaveMissed = true
                stopBell.wait(atMost: min(.milliseconds(25) * (1 << min(failures, 10)), .seconds(1)))
                failures += 1
            }
        }
    }

    private func call(_ body: () -> Void) {
        call.withLock { _ in if goesOn { body() } }
    }

    /// - Returns: a connection that listens to every channel, so that nothing sent from now on is missed.
    private func listen() throws(PostgresError) -> Wire {
        var opening = try Opening(configuration)
        let wire = try opening.connect()
        let deadline = Instant.now + configuration.connectTimeout
        let parameters = ParameterBuffer()
        for channel in channels {
            let statement = Statement("LISTEN \(CopyTarget.quoted(channel))")
            try wire.run(Batch.Run(statement: statement, firstParameter: 0, parameterCount: 0), with: parameters)
        }
        try wire.sync(until: deadline)
        for channel in channels {
            guard let result = try wire.next(until: deadline) else { throw wire.lost() }
            guard result.status == PGRES_COMMAND_OK else { throw ServerFailure(result).error(in: "LISTEN \(channel)") }
            while let _ = try wire.next(until: deadline) {}
        }
        try wire.expectSync(until: deadline)
        return wire
    }

    /// Hands on what comes until it is stopped; throws when the connection is lost.
    private func handOn(from wire: Wire) throws(PostgresError) {
        var nextBeat = Instant.now + heartbeat
        while goesOn {
            while let (channel, payload) = wire.nextNotification() {
                call { onNotify(channel, payload) }
                nextBeat = .now + heartbeat
            }
            if try wire.takesInput(before: nextBeat, or: stopBell) { continue }
            guard goesOn else { return }
            let deadline = Instant.now + configuration.connectTimeout
            try wire.sync(until: deadline)
            try wire.expectSync(until: deadline)
            nextBeat = .now + heartbeat
        }
    }
}

extension Wire {
    /// A notification that has arrived: its channel and payload.
    fileprivate func nextNotification() -> (channel: String, payload: String)? {
        guard let notification = PQnotifies(connection) else { return nil }
        defer { PQfreemem(notification) }
        return (String(cString: notification.pointee.relname), String(cString: notification.pointee.extra))
    }

    fileprivate func expectSync(until deadline: Instant) throws(PostgresError) {
        guard let result = try next(until: deadline), result.status == PGRES_PIPELINE_SYNC else { throw lost() }
    }

    /// Waits for input and takes it in.
    ///
    /// - Returns: whether any came before the deadline and before the bell rang.
    fileprivate func takesInput(before deadline: Instant, or bell: Bell) throws(PostgresError) -> Bool {
        var entries = [
            pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0),
            pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let left = max(0, deadline.nanoseconds(since: .now) / 1_000_000 + 1)
        guard Glibc.poll(&entries, nfds_t(entries.count), Int32(clamping: left)) > 0, entries[0].revents != 0 else {
            return false
        }
        guard PQconsumeInput(connection) == 1 else { throw lost() }
        return true
    }
}
