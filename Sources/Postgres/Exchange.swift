internal import CPostgres

// One round trip: put together, sent, answered, finished. Nothing is sent before all of it is known to be sendable.
extension Connection {
    /// Begins a batch, with the prologue in front where it opens a transaction.
    ///
    /// - Throws: `.invalidParameter`.
    @usableFromInline func clearBatch() throws(PostgresError) {
        batch.clear()
        guard let prologue, !transactionState.isUnderWay else { return }
        try enqueue(Request(prologue))
        batch.hasPrologue = true
    }

    /// - Throws: `.invalidParameter`.
    @usableFromInline func enqueue(_ request: Request) throws(PostgresError) {
        try batch.append(request, as: statements.statement(for: request.sql.shape))
    }

    @usableFromInline func send() throws(PostgresError) {
        batch.restart()
        serverFailure = nil
        let wire = try openWire()
        batch.start = .now
        try deallocateOldStatements(on: wire)
        if case .waiting(let isolation) = transactionState { try sendBegin(isolation, on: wire) }
        batch.parameters.seal()
        for (place, run) in batch.runs.enumerated() {
            try sendPreparation(of: run.statement, on: wire)
            try wire.run(run, with: batch.parameters)
            batch.sent(batch.hasPrologue && place == 0 ? .control(run.statement) : .run(run.statement))
        }
        try wire.sync(until: deadline)
    }

    /// The rows of the next query, valid until this is called again.
    @usableFromInline func nextRows() throws(PostgresError) -> Rows {
        while let step = batch.advance() {
            let result = try receive(step)
            switch step {
            case .prepare(let statement): statement.didPrepare()
            case .control: didRunOwn()
            case .run(let statement):
                let rows = Rows(of: result, for: statement)
                current = consume result
                return rows
            }
        }
        preconditionFailure("more answers are read than queries were sent")
    }

    /// Waits for the end of the batch: with no transaction open, all of it is committed now.
    @usableFromInline func finish() throws(PostgresError) {
        // A batch of nothing but `BEGIN` has steps behind the last query's.
        while let step = batch.advance() {
            _ = try receive(step)
            if case .prepare(let statement) = step { statement.didPrepare() } else { didRunOwn() }
        }
        guard let wire, let result = try wire.next(until: deadline) else { throw .unavailable("no end of answers") }
        guard result.status == PGRES_PIPELINE_SYNC else { throw failed(result, at: batch.steps.last) }
        current = nil
        silence.ended()
        statistics.roundTrips += 1
        let nanoseconds = wire.lastActivity.nanoseconds(since: batch.start)
        statistics.nanoseconds += nanoseconds
        if nanoseconds >= limits.slowStatement { reportSlowStatement(nanoseconds) }
    }
}

extension Connection {
    /// The answer to one step, which ends with an empty one.
    private func receive(_ step: Batch.Step) throws(PostgresError) -> ServerResult {
        guard let wire, let result = try wire.next(until: deadline) else {
            throw .unavailable("an answer is missing")
        }
        switch result.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            while let _ = try wire.next(until: deadline) {}
            return result
        default: throw failed(result, at: step)
        }
    }

    private func failed(_ result: borrowing ServerResult, at step: Batch.Step?) -> PostgresError {
        guard result.status == PGRES_FATAL_ERROR else {
            // COPY, which wants another conversation than this one.
            wire?.giveUp()
            return .statement(
                sqlState: "0A000", message: "not possible in a query", statement: step?.statement.text ?? "")
        }
        if case .prepare(let statement) = step { statement.forget() }
        let failure = ServerFailure(result)
        serverFailure = failure
        return failure.error(in: step?.statement.text ?? "")
    }

    /// When the server must have given another sign of life: its own limit for a statement, and a second for the way.
    var deadline: Instant {
        guard let wire else { return .never }
        return max(batch.start, wire.lastActivity).advanced(byNanoseconds: limits.silence)
    }

    private func sendPreparation(of statement: Statement, on wire: Wire) throws(PostgresError) {
        guard configuration.preparesStatements, statement.state == .new else { return }
        statement.willPrepare(as: statements.newName())
        batch.sent(.prepare(statement))
        try wire.prepare(statement)
    }

    private func sendBegin(_ isolation: Isolation, on wire: Wire) throws(PostgresError) {
        let begin = statements.statement(for: isolation.begin.shape)
        try sendPreparation(of: begin, on: wire)
        try wire.run(Batch.Run(statement: begin, firstParameter: 0, parameterCount: 0), with: batch.parameters)
        batch.sent(.control(begin))
    }

    private func deallocateOldStatements(on wire: Wire) throws(PostgresError) {
        guard case .none = transactionState else { return }
        for name in statements.evict() {
            let statement = Statement("DEALLOCATE \(name)")
            try wire.run(Batch.Run(statement: statement, firstParameter: 0, parameterCount: 0), with: batch.parameters)
            batch.sent(.control(statement))
        }
    }

    private func didRunOwn() {
        if case .waiting = transactionState { transactionState = .open }
    }

    /// The server answers a batch as a whole, so a single statement's share cannot be told from here.
    private func reportSlowStatement(_ nanoseconds: Int64) {
        guard let onSlowStatement else { return }
        let text = batch.runs.map(\.statement.text).joined(separator: "; ")
        onSlowStatement(SlowStatement(text: text, duration: .nanoseconds(nanoseconds)))
    }
}
