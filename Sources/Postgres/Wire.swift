internal import CPostgres
internal import Glibc

/// An open connection of libpq in pipeline mode, never blocking longer than a deadline.
///
/// Any error other than the server's own answer leaves the connection unusable: `isUsable` says so, and the owner
/// drops it.
final class Wire {
    let connection: OpaquePointer
    /// When the socket last had something for us or took something from us.
    @exclusivity(unchecked) private(set) var lastActivity = Instant.now
    @exclusivity(unchecked) private var isBroken = false

    /// - Parameter connection: Open, and no one else's from now on.
    init(_ connection: OpaquePointer) throws(PostgresError) {
        self.connection = connection
        // libpq prints notices to standard error unless told otherwise.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else { throw lost() }
    }

    deinit { PQfinish(connection) }

    var isUsable: Bool { !isBroken && PQstatus(connection) == CONNECTION_OK }

    var isInTransaction: Bool { PQtransactionStatus(connection) != PQTRANS_IDLE }

    /// Whether the server closed the connection since it was last used. One system call when it did not.
    func wasClosedByServer() -> Bool {
        var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        guard Self.poll(&socket, until: .now) else { return false }
        // The first call may read the server's last words, the second finds that nothing comes after them.
        return PQconsumeInput(connection) == 0 || PQconsumeInput(connection) == 0
            || PQstatus(connection) != CONNECTION_OK
    }

    /// The connection is broken; the reason as libpq words it.
    func lost() -> PostgresError {
        isBroken = true
        return .unavailable(String(cString: PQerrorMessage(connection)).trimmed)
    }

    func giveUp() { isBroken = true }
}

// Sending: into libpq's buffer, which it empties as far as the socket takes it.
extension Wire {
    func prepare(_ statement: Statement) throws(PostgresError) {
        let sent = PQsendPrepare(
            connection, statement.name, statement.text, Int32(statement.types.count), statement.types)
        guard sent == 1 else { throw lost() }
    }

    /// Runs a statement, by its name when it has one on the server. Results come in binary.
    func run(_ run: Batch.Run, with parameters: ParameterBuffer) throws(PostgresError) {
        let statement = run.statement
        let count = Int32(run.parameterCount)
        let sent = parameters.withParameters(from: run.firstParameter) { starts, counts, formats in
            switch statement.state {
            case .new:
                PQsendQueryParams(connection, statement.text, count, statement.types, starts, counts, formats, 1)
            case .sent, .prepared:
                PQsendQueryPrepared(connection, statement.name, count, starts, counts, formats, 1)
            }
        }
        guard sent == 1 else { throw lost() }
    }

    /// Ends the batch and sends what is still buffered.
    func sync(until deadline: Instant) throws(PostgresError) {
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        try flush(until: deadline)
    }

    /// Sends all that is buffered, reading meanwhile: a server that cannot get rid of its answers stops listening.
    func flush(until deadline: Instant) throws(PostgresError) {
        while true {
            switch PQflush(connection) {
            case 0: return
            case 1: try wait(forRoom: true, until: deadline)
            default: throw lost()
            }
        }
    }
}

// Receiving.
extension Wire {
    /// The next result; `nil` marks the end of one statement's.
    func next(until deadline: Instant) throws(PostgresError) -> ServerResult? {
        while PQisBusy(connection) == 1 {
            try wait(forRoom: false, until: deadline)
        }
        return ServerResult(PQgetResult(connection))
    }

    /// Waits for input, or for either input or room to write, and takes the input in.
    func wait(forRoom: Bool, until deadline: Instant) throws(PostgresError) {
        var socket = pollfd(
            fd: PQsocket(connection), events: Int16(POLLIN) | (forRoom ? Int16(POLLOUT) : 0), revents: 0)
        guard Self.poll(&socket, until: deadline) else {
            isBroken = true
            throw .timedOut(statement: "")
        }
        lastActivity = .now
        guard socket.revents & ~Int16(POLLOUT) != 0 else { return }
        // A fatal error may have been read along with the end of the connection: leave it to the result.
        guard PQconsumeInput(connection) == 1 || PQisBusy(connection) == 0 else { throw lost() }
    }

    /// - Returns: Whether something happened before the deadline.
    static func poll(_ socket: inout pollfd, until deadline: Instant) -> Bool {
        while true {
            let remaining = deadline == .never ? -1 : max(0, deadline.nanoseconds(since: .now) / 1_000_000 + 1)
            let count = Glibc.poll(&socket, 1, Int32(clamping: remaining))
            if count > 0 { return true }
            if count == 0 || errno != EINTR { return false }
        }
    }
}

extension String {
    /// Without the white space at the end that libpq's messages have.
    var trimmed: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
