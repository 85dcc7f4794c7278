internal import Glibc
internal import Synchronization

/// What a ``Subscriber``'s thread runs: connect, subscribe, listen, and again.
final class Listener: Sendable {
    private let configuration: RedisConfiguration
    private let channels: [String]
    private let heartbeat: Duration
    private let onMessage: @Sendable (String, [UInt8]) -> Void
    private let onReconnect: @Sendable () -> Void

    private let stopBell = Bell()
    private let endBell = Bell()
    private let state = Mutex(State())

    private struct State {
        var isStopping = false
        var hasEnded = false
        var thread: pthread_t?
    }

    init(
        configuration: RedisConfiguration, channels: [String], heartbeat: Duration,
        onMessage: @escaping @Sendable (String, [UInt8]) -> Void, onReconnect: @escaping @Sendable () -> Void
    ) {
        self.configuration = configuration
        self.channels = channels
        self.heartbeat = heartbeat
        self.onMessage = onMessage
        self.onReconnect = onReconnect
    }

    func start() {
        precondition(Threads.start { self.run() }, "The system has no thread left for a subscriber.")
    }

    func stop() {
        state.withLock { state in state.isStopping = true }
        stopBell.ring()
    }

    func waitUntilEnded() {
        let isOwnThread = state.withLock { state in state.thread.map { thread in pthread_equal(thread, pthread_self()) }
        }
        guard isOwnThread != 1 else { return }
        while !state.withLock({ state in state.hasEnded }) { endBell.wait(until: .after(.milliseconds(100))) }
    }

    private var isStopping: Bool { state.withLock { state in state.isStopping } }

    private func run() {
        state.withLock { state in state.thread = pthread_self() }
        var failures = 0
        var mayHaveMissed = false
        while !isStopping {
            do throws(RedisError) {
                let connection = try subscribe()
                failures = 0
                if mayHaveMissed { onReconnect() }
                mayHaveMissed = true
                try listen(on: connection)
            } catch {
                mayHaveMissed = true
                let pause = min(.milliseconds(25) * (1 << min(failures, 10)), configuration.reconnectCeiling)
                failures += 1
                stopBell.wait(until: .after(pause))
            }
        }
        state.withLock { state in state.hasEnded = true }
        endBell.ring()
    }

    /// - Returns: a connection that has confirmed every channel, so that nothing published from now on is missed.
    private func subscribe() throws(RedisError) -> Connection {
        let deadline = Deadline.after(configuration.commandTimeout)
        let connection = try configuration.open(within: deadline).connection
        var words = Words("SUBSCRIBE")
        words.append(channels)
        try connection.append(words)
        try connection.flush(within: deadline)
        for _ in channels {
            let reply = try connection.reply(within: deadline)
            if case .error(let code, let message) = reply { throw .server(code: code, message: message) }
            guard reply.elements?.first?.text == "subscribe" else { throw .protocolViolation }
        }
        return connection
    }

    /// Hands on what comes until the subscriber is stopped; throws when the connection is lost.
    private func listen(on connection: Connection) throws(RedisError) {
        var pulse = Pulse(every: heartbeat)
        while !isStopping {
            while let reply = try connection.bufferedReply() {
                pulse.heard()
                try handOn(reply)
                if isStopping { return }
            }
            let ready = Poll.wait(
                for: [(connection.descriptor, POLLIN), (stopBell.descriptor, POLLIN)], until: pulse.next)
            if ready[0] != 0 { try connection.read() } else if pulse.isDue { try ask(connection, &pulse) }
        }
    }

    private func ask(_ connection: Connection, _ pulse: inout Pulse) throws(RedisError) {
        guard pulse.asks() else { throw .timedOut }
        try connection.append(Words("PING"))
        try connection.flush(within: .after(configuration.commandTimeout))
    }

    private func handOn(_ reply: Reply) throws(RedisError) {
        guard let parts = reply.elements, let kind = parts.first?.text else { throw .protocolViolation }
        switch kind {
        case "pong": return
        case "message":
            guard parts.count == 3, let channel = parts[1].text, let message = parts[2].bytes else {
                throw .protocolViolation
            }
            onMessage(channel, message)
        default: throw .protocolViolation
        }
    }
}
