/// A command as a value, typed by what it answers. Sending is ``Client``'s.
///
/// ```swift
/// let (session, verdict) = try redis.fetch(.get(key), RateLimiter.check(demands))
/// ```
public struct Command<Output: Sendable>: Sendable {
    @usableFromInline let words: Words
    @usableFromInline let decode: @Sendable (Reply) throws(RedisError) -> Output

    /// - Parameter decode: is never given an `.error`; throws ``RedisError/protocolViolation`` on an answer
    ///   the command cannot have.
    init(_ words: Words, decode: @escaping @Sendable (Reply) throws(RedisError) -> Output) {
        self.words = words
        self.decode = decode
    }

    @inlinable
    func output(of reply: Reply) throws(RedisError) -> Output {
        if case .error(let code, let message) = reply { throw .server(code: code, message: message) }
        return try decode(reply)
    }
}

extension Command where Output == Reply {
    /// Any command by its words, for what has no command of its own here (`INFO`, `CONFIG GET`).
    ///
    /// - Precondition: at least one word; not `SUBSCRIBE`, `MONITOR` or another that changes how a connection
    ///   answers.
    public static func words(_ words: any RedisValue...) -> Self {
        precondition(!words.isEmpty, "A command has at least one word.")
        var all = Words()
        for word in words { all.append(word) }
        return Command(all) { reply in reply }
    }
}

extension Command {
    /// A command for nothing: costs a `PING` in a pipeline and answers `output`.
    static func nothing(_ output: Output) -> Self {
        Command(Words("PING")) { _ in output }
    }
}
