internal import CPostgres

extension Connection {
    /// Runs a text of any number of statements, for migrations and tests. All of it is one transaction unless it
    /// says otherwise itself.
    ///
    /// There is no deadline but the server's `statement_timeout`.
    public func script(_ sql: String) throws(PostgresError) {
        if let failure = try scriptFailure(sql) { throw failure.error(in: failure.line(in: sql)) }
    }

    func scriptFailure(_ sql: String) throws(PostgresError) -> ServerFailure? {
        let wire = try wireOutsidePipeline()
        do throws(PostgresError) {
            let failure = try wire.script(sql)
            if failure?.endsConnection == true { dropWire() }
            noteScript(failure)
            return failure
        } catch {
            dropWire()
            throw error
        }
    }

    /// A connection on which a transaction that is wanted has begun.
    func wireOutsidePipeline() throws(PostgresError) -> Wire {
        if case .waiting = transactionState { try begin() }
        return try openWire(evenIfSilent: true)
    }

    private func begin() throws(PostgresError) { try fetch() }

    private func noteScript(_ failure: ServerFailure?) {
        statistics.roundTrips += 1
        guard let failure else { return }
        serverFailure = failure
        note(failure.error(in: "a script"))
    }

    /// Asks for nothing but an answer.
    ///
    /// - Throws: `.unavailable` when there is none in time; the connection is given up then.
    public func ping(timeout: Duration) throws(PostgresError) {
        let wire = try openWire(evenIfSilent: true)
        do throws(PostgresError) {
            let deadline = Instant.now + timeout
            try wire.sync(until: deadline)
            guard let result = try wire.next(until: deadline), result.status == PGRES_PIPELINE_SYNC else {
                throw wire.lost()
            }
        } catch {
            dropWire()
            if case .timedOut = error { throw .unavailable("no answer in \(timeout)") }
            throw error
        }
    }
}

extension ServerFailure {
    /// The line the error is in, with its number; without a position the script as a whole.
    func line(in script: String) -> String {
        guard let number = lineNumber(in: script) else { return "a script" }
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
        return "line \(number): \(lines[number - 1])"
    }

    /// From 1; `nil` when the server gives no position.
    func lineNumber(in script: String) -> Int? {
        guard let position else { return nil }
        return script.unicodeScalars.prefix(position - 1).count { $0 == "\n" } + 1
    }
}

extension Wire {
    /// Runs a text of any number of statements over the simple protocol, which pipelines do not know.
    ///
    /// - Returns: The first error of the server, if any.
    func script(_ sql: String) throws(PostgresError) -> ServerFailure? {
        try leavePipeline()
        guard PQsendQuery(connection, sql) == 1 else { throw lost() }
        try flush(until: .never)
        var failure: ServerFailure?
        while let result = try next(until: .never) {
            switch result.status {
            case PGRES_FATAL_ERROR: failure = failure ?? ServerFailure(result)
            case PGRES_COPY_IN: _ = PQputCopyEnd(connection, "a script cannot send rows")
            case PGRES_COPY_OUT, PGRES_COPY_BOTH: throw unexpected("COPY TO in a script")
            default: break
            }
        }
        try enterPipeline()
        return failure
    }

    func leavePipeline() throws(PostgresError) {
        guard PQexitPipelineMode(connection) == 1 else { throw lost() }
    }

    func enterPipeline() throws(PostgresError) {
        guard PQstatus(connection) == CONNECTION_OK else { return }
        guard PQenterPipelineMode(connection) == 1 else { throw lost() }
    }

    private func unexpected(_ reason: String) -> PostgresError {
        giveUp()
        return .unavailable(reason)
    }
}
