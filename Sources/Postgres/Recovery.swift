internal import CPostgres

extension Connection {
    /// Decides what becomes of a batch that failed.
    ///
    /// Returns when it is to be sent again; then nothing of it has happened. Afterwards the connection is usable, or
    /// gone and opened again at its next use.
    @usableFromInline func recover(from error: PostgresError) throws(PostgresError) {
        let isFirst = batch.attempts == 0
        batch.attempts += 1
        current = nil
        drain()
        let isOutside = transactionState == .none
        guard let wire, wire.isUsable else {
            noteSilence(error)
            let outcome = outcomeOfLostBatch(error)
            dropWire()
            if isFirst, isOutside, batch.isRetrySafe, batch.wasSent, outcome.isUnavailable { return }
            throw noted(outcome)
        }
        if let serverFailure, serverFailure.meansStalePlan {
            forgetStatements(after: serverFailure)
            if isFirst, isOutside { return }
        }
        throw noted(error)
    }

    /// Tells the other connections whether the database said anything.
    private func noteSilence(_ error: PostgresError) {
        guard batch.wasSent else { return }
        if case .timedOut = error { silence.noticed() } else { silence.ended() }
    }

    /// What is known about a batch whose connection was lost.
    private func outcomeOfLostBatch(_ error: PostgresError) -> PostgresError {
        guard batch.wasSent, transactionState == .none || transactionState == .committing, !batch.isRetrySafe
        else { return error }
        // The server said that it ends this session before it answered: what it was doing was rolled back.
        if let serverFailure, serverFailure.isFatal { return error }
        return .outcomeUnknown
    }

    private func noted(_ error: PostgresError) -> PostgresError {
        note(error)
        return error
    }

    /// Remembers what made the transaction fail.
    func note(_ error: PostgresError) {
        if transactionState != .none, transactionFailure == nil {
            transactionFailure = TransactionFailure(
                error: error, repeats: TransactionFailure.Repeats(error, wire: wire, server: serverFailure))
        }
    }

    /// Reads up to the end of the batch, so that the connection can be used again.
    private func drain() {
        guard let wire, wire.isUsable, batch.wasSent else { return }
        do throws(PostgresError) {
            var emptyInARow = 0
            while emptyInARow < 2 {
                guard let result = try wire.next(until: deadline) else {
                    emptyInARow += 1
                    continue
                }
                emptyInARow = 0
                if result.status == PGRES_PIPELINE_SYNC { return }
                guard case .prepare(let statement) = batch.advance() else { continue }
                if result.status == PGRES_COMMAND_OK { statement.didPrepare() } else { statement.forget() }
            }
        } catch {}
        wire.giveUp()
    }

    func dropWire() {
        wire = nil
        statements.forgetAll()
    }

    private func forgetStatements(after failure: ServerFailure) {
        // 26000: someone discarded them, most likely all. 0A000: the table changed, and several of the batch's
        // statements may read it. They get new names, so none is in the way of those still there.
        if failure.sqlState == "26000" { return statements.forgetAll() }
        for run in batch.runs { run.statement.forget() }
    }
}
