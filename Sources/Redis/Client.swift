/// One thread's connection to Redis. It connects when first used and again after a failure.
///
/// No call takes longer than the configuration's `commandTimeout` (200 ms), connecting included, and after a
/// failure calls fail at once until the backoff is over (at most 250 ms). A connection is thrown away after any
/// failure; commands are never sent twice.
///
/// The process must ignore `SIGPIPE`: hiredis writes with plain `write`.
public final class Client {
    /// Round trips made, and the time that all calls took since the client was made: subtract to get a request's.
    public private(set) var roundTrips = 0
    public private(set) var timeSpent = Duration.zero

    private let configuration: RedisConfiguration
    private var session: Session?
    private var lastUse = Deadline.now

    public init(_ configuration: RedisConfiguration) {
        self.configuration = configuration
    }

    /// Sends all commands in one round trip and answers their outputs, in their order.
    ///
    /// They run in order, but others' commands may come between them.
    ///
    /// - Throws: ``RedisError``; `.server` for the first command refused, after all the others have run.
    @inlinable
    @discardableResult
    public func fetch<each Output>(
        _ commands: repeat Command<each Output>
    ) throws(RedisError) -> (repeat each Output) {
        var words: [Words] = []
        for command in repeat each commands { words.append(command.words) }
        var replies = try exchange(words)[...]
        do throws(RedisError) {
            return try (repeat (each commands).output(of: replies.removeFirst()))
        } catch {
            distrust(after: error)
            throw error
        }
    }

    /// As ``fetch(_:)``, for any number of commands of one type.
    @inlinable
    @discardableResult
    public func send<Output>(_ commands: [Command<Output>]) throws(RedisError) -> [Output] {
        guard !commands.isEmpty else { return [] }
        let replies = try exchange(commands.map { command in command.words })
        do throws(RedisError) {
            var outputs: [Output] = []
            outputs.reserveCapacity(replies.count)
            for (command, reply) in zip(commands, replies) { outputs.append(try command.output(of: reply)) }
            return outputs
        } catch {
            distrust(after: error)
            throw error
        }
    }

    /// As ``fetch(_:)``, for one command.
    @inlinable
    @discardableResult
    public func send<Output>(_ command: Command<Output>) throws(RedisError) -> Output {
        let replies = try exchange([command.words])
        do throws(RedisError) {
            return try command.output(of: replies[0])
        } catch {
            distrust(after: error)
            throw error
        }
    }

    /// - Returns: as many replies as commands.
    @usableFromInline
    func exchange(_ commands: [Words]) throws(RedisError) -> [Reply] {
        let start = Deadline.now
        defer {
            lastUse = .now
            timeSpent += lastUse - start
        }
        let permit = configuration.circuit.permit(lease: configuration.commandTimeout * 2)
        guard permit != .refused else { throw .unavailable }
        dropIfClosedWhileIdle(at: start)
        let isNew = session == nil
        do throws(RedisError) {
            let replies = try attempt(commands, within: start + configuration.commandTimeout)
            if permit == .trial { configuration.circuit.succeeded() }
            return replies
        } catch {
            session = nil
            // A connection that broke in use says little about the next one, which may be made at once; and who
            // answers nonsense answers.
            if permit == .trial || error == .timedOut || (isNew && error != .protocolViolation) {
                configuration.circuit.failed(ceiling: configuration.reconnectCeiling)
            }
            throw error
        }
    }

    /// Ends the connection when an answer was not what its command promises: the next one may not be either.
    @usableFromInline
    func distrust(after error: RedisError) {
        if error == .protocolViolation { session = nil }
    }

    private func attempt(_ commands: [Words], within deadline: Deadline) throws(RedisError) -> [Reply] {
        let session = if let session { session } else { try configuration.open(within: deadline) }
        self.session = session
        roundTrips += 1
        let replies = try session.exchange(commands, within: deadline)
        for case .error(let code, _) in replies where Self.notServing.contains(code) { throw .unavailable }
        return replies
    }

    /// Answers of a server that is up but cannot do its work yet, or is master no more.
    private static let notServing: Set = ["LOADING", "READONLY", "MASTERDOWN"]

    /// A server closes connections that idle (`timeout`) and all when it restarts. Looking first costs a system call,
    /// but only after a pause, and saves a request from failing, or a write from being sent twice.
    private func dropIfClosedWhileIdle(at now: Deadline) {
        guard let session, now - lastUse > .milliseconds(500) else { return }
        if !session.connection.isQuiet { self.session = nil }
    }
}
