internal import CHiredis
internal import Glibc

/// One hiredis context, non-blocking, with our own waiting: hiredis's own timeouts count from the last byte, so a
/// server that answers a byte at a time would hold a worker for ever; a ``Deadline`` holds whatever happens.
///
/// After anything is thrown the connection is of no use: answers may still be on their way, and the next
/// command would get them.
final class Connection {
    /// A context that `redisFree` ends exactly once: private, and freed only in `deinit`.
    private let context: UnsafeMutablePointer<redisContext>

    /// Connecting goes on in the background; the first exchange waits for it.
    ///
    /// - Parameter address: as for `endpoint`, but a numeric address in place of a name.
    init(to address: Endpoint) throws(RedisError) {
        let made =
            switch address {
            case .host(let host, let port): redisConnectNonBlock(host, Int32(port))
            case .unix(let path): redisConnectUnixNonBlock(path)
            }
        guard let made else { throw .unavailable }
        guard made.pointee.err == 0 else {
            redisFree(made)
            throw .unavailable
        }
        context = made
        if case .host = address { redisEnableKeepAlive(context) }
        _ = fcntl(context.pointee.fd, F_SETFD, FD_CLOEXEC)
    }

    deinit { redisFree(context) }

    /// For `poll`.
    var descriptor: Int32 { context.pointee.fd }

    /// Whether nothing has come that nobody asked for. When it is `false` between two exchanges, the server has
    /// closed the connection (it was idle for too long, or the server is gone).
    var isQuiet: Bool {
        hasNothingBuffered && Poll.wait(for: descriptor, POLLIN, until: .now) == 0
    }

    /// Waits until the connection stands.
    func connect(within deadline: Deadline) throws(RedisError) {
        let ready = Poll.wait(for: descriptor, POLLOUT, until: deadline)
        guard ready != 0 else { throw .timedOut }
        guard ready & (POLLERR | POLLHUP) == 0 else { throw .unavailable }
    }

    /// Adds a command to what the next ``flush(within:)`` sends.
    func append(_ words: Words) throws(RedisError) {
        try append(.none, words)
    }

    /// As ``append(_:)``, for a command in two parts.
    func append(_ first: Words, _ rest: Words) throws(RedisError) {
        let count = first.ends.count + rest.ends.count
        let result = withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { starts in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { lengths in
                first.withWords(starts[...], lengths[...]) {
                    rest.withWords(starts[first.ends.count...], lengths[first.ends.count...]) {
                        redisAppendCommandArgv(context, Int32(count), starts.baseAddress, lengths.baseAddress)
                    }
                }
            }
        }
        guard result == REDIS_OK else { throw .unavailable }
    }

    /// Sends all that was appended, and takes in what comes meanwhile: a server that cannot get rid of its answers
    /// stops reading.
    func flush(within deadline: Deadline) throws(RedisError) {
        var done: Int32 = 0
        while true {
            guard redisBufferWrite(context, &done) == REDIS_OK else { throw failure }
            if done != 0 { return }
            let ready = Poll.wait(for: descriptor, POLLIN | POLLOUT, until: deadline)
            guard ready != 0 else { throw .timedOut }
            if ready & POLLIN != 0 { try read() }
        }
    }

    func reply(within deadline: Deadline) throws(RedisError) -> Reply {
        while true {
            if let reply = try bufferedReply() { return reply }
            guard Poll.wait(for: descriptor, POLLIN, until: deadline) != 0 else { throw .timedOut }
            try read()
        }
    }

    /// The next answer, if it is here completely.
    func bufferedReply() throws(RedisError) -> Reply? {
        var raw: UnsafeMutableRawPointer?
        guard redisGetReplyFromReader(context, &raw) == REDIS_OK else { throw failure }
        guard let raw else { return nil }
        defer { freeReplyObject(raw) }
        return try Reply(raw.assumingMemoryBound(to: redisReply.self).pointee)
    }

    /// Takes in what has come; nothing when nothing has.
    func read() throws(RedisError) {
        guard redisBufferRead(context) == REDIS_OK else { throw failure }
    }

    /// Whether every answer that has come was taken.
    var hasNothingBuffered: Bool {
        guard let reader = context.pointee.reader else { return true }
        return reader.pointee.pos == reader.pointee.len && reader.pointee.ridx == -1
    }

    private var failure: RedisError {
        context.pointee.err == REDIS_ERR_PROTOCOL ? .protocolViolation : .unavailable
    }
}
