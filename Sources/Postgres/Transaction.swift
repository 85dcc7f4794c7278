internal import Glibc

/// How far transactions under way at the same time are kept apart.
public enum Isolation: Sendable, Equatable {
    case readCommitted, repeatableRead, serializable

    var begin: SQL {
        switch self {
        case .readCommitted: "BEGIN"
        case .repeatableRead: "BEGIN ISOLATION LEVEL REPEATABLE READ"
        case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        }
    }
}

enum TransactionState: Equatable {
    case none
    /// `BEGIN` goes with the first batch, so that it costs no round trip.
    case waiting(Isolation)
    case open
    case committing

    /// Whether what is sent now joins what was sent before.
    var isUnderWay: Bool { self == .open || self == .committing }
}

/// What made a transaction fail first.
struct TransactionFailure {
    let error: PostgresError
    let repeats: Repeats

    /// How often the transaction is tried because of it.
    enum Repeats: Int {
        case never = 1
        case once = 2
        case often = 5

        init(_ error: PostgresError, wire: Wire?, server: ServerFailure?) {
            if case .serialization = error {
                self = .often
            } else if wire == nil && error.isUnavailable || server?.meansStalePlan == true {
                self = .once
            } else {
                self = .never
            }
        }
    }
}

extension Connection {
    /// Runs `body` in a transaction: all of its changes happen, or none.
    ///
    /// `body` is run again from its start after a serialisation failure or a deadlock (5 times at most, some
    /// milliseconds apart) and once after the connection was lost before `COMMIT`; so it changes nothing outside the
    /// database. What it throws is thrown on after a rollback.
    ///
    /// - Throws: what `body` throws; `PostgresError.outcomeUnknown` when the connection was lost while committing;
    ///   `.nestedTransaction` inside another.
    public func transaction<Value>(
        isolation: Isolation = .readCommitted, _ body: (Connection) throws -> Value
    ) throws -> Value {
        guard transactionState == .none else { throw PostgresError.nestedTransaction }
        var attempt = 1
        while true {
            transactionState = .waiting(isolation)
            transactionFailure = nil
            do {
                let value = try body(self)
                try commit()
                return value
            } catch {
                let repeats = transactionFailure?.repeats ?? .never
                rollBack()
                guard attempt < repeats.rawValue else { throw error }
                pause(after: attempt)
                attempt += 1
            }
        }
    }

    /// Commits what was begun; nothing was when `body` asked nothing.
    private func commit() throws(PostgresError) {
        guard transactionState == .open else {
            if let transactionFailure { throw transactionFailure.error }
            transactionState = .none
            return
        }
        transactionState = .committing
        let command = try fetch(Query<String>.command("COMMIT"))
        // A transaction in which a statement failed is rolled back by COMMIT, and the server calls that a success.
        if command == "ROLLBACK", let transactionFailure { throw transactionFailure.error }
        transactionState = .none
    }

    private func rollBack() {
        defer { transactionState = .none }
        guard let wire, wire.isUsable, wire.isInTransaction else { return }
        transactionState = .open
        do throws(PostgresError) {
            _ = try fetch(.execute("ROLLBACK"))
        } catch {
            dropWire()
        }
    }

    /// 5 to 20 ms after the first attempt, twice as long after each further one: random, so that two transactions
    /// in each other's way do not meet again.
    private func pause(after attempt: Int) {
        usleep(UInt32.random(in: 5_000...20_000) << UInt32(attempt - 1))
    }
}

extension Query where Output == String {
    /// Runs a statement; the answer is what the server says it did, such as `COMMIT`.
    static func command(_ sql: SQL) -> Self {
        Self(Request(sql)) { rows in rows.command }
    }
}

extension PostgresError {
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
}
