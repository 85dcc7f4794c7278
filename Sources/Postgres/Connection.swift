/// A connection to the database, for one thread at a time.
///
/// It is opened when it is first used and opened again after it was lost. While the database is away, calls fail at
/// once with `PostgresError.unavailable`, except for one attempt every now and then (100 ms to 1 s apart).
public final class Connection {
    public let configuration: DatabaseConfiguration
    let limits: Limits
    let silence: Silence
    /// Called after a round trip that took `configuration.slowStatement` or longer.
    public var onSlowStatement: ((SlowStatement) -> Void)?
    /// A statement that goes before all that is asked, once a transaction, in the same round trip. When it fails, so
    /// does the rest, and nothing of it happens: for what must hold at the very moment of a change.
    ///
    /// It only reads, and is the same for every caller of this connection until it is set to something else.
    @exclusivity(unchecked) public var prologue: SQL?
    /// What this connection did since `resetStatistics()`.
    @exclusivity(unchecked) public internal(set) var statistics = Statistics()

    // A connection is one thread's, and none of its calls runs inside another that touches the same state. Checking
    // that at each access costs a tenth of a round trip's own processor time.
    @exclusivity(unchecked) var wire: Wire?
    @exclusivity(unchecked) var statements = StatementCache()
    @exclusivity(unchecked) var batch = Batch()
    /// The result being read.
    @exclusivity(unchecked) var current: ServerResult?
    @exclusivity(unchecked) var transactionState = TransactionState.none
    /// The first failure in the transaction that is open: it can only be rolled back from then on.
    var transactionFailure: TransactionFailure?
    /// The last failure as the server worded it.
    @exclusivity(unchecked) var serverFailure: ServerFailure?
    var reconnection = Reconnection()

    public init(_ configuration: DatabaseConfiguration) {
        self.configuration = configuration
        limits = Limits(configuration)
        silence = configuration.silence
    }

    /// Closes the connection; the next use opens it again.
    public func close() { wire = nil }

    public struct Statistics: Sendable {
        /// How often a batch was sent and answered.
        public var roundTrips = 0
        /// From sending a batch to its last answer, reading its rows included.
        public var timeSpent: Duration { .nanoseconds(nanoseconds) }
        var nanoseconds: Int64 = 0
    }

    public var timeSpent: Duration { statistics.timeSpent }

    public func resetStatistics() { statistics = Statistics() }

    /// Whether the database answers.
    public func isAlive() -> Bool {
        do throws(PostgresError) {
            try ping(timeout: configuration.connectTimeout)
            return true
        } catch {
            return false
        }
    }
}

/// The statements of a round trip that took long, without their parameters.
public struct SlowStatement: Sendable {
    /// With `$1`, `$2`, … where values stand; several are separated by `; `.
    public let text: String
    public let duration: Duration
}

extension Connection {
    /// Asks all queries in one round trip and returns their answers as a tuple (a single one as it is).
    ///
    /// All that is asked in one call is one transaction of its own, unless one is open: either all of it happens or
    /// none. When a query fails, the rest is not run.
    ///
    /// A connection that turns out to be lost is opened again, and queries that are all reads (`Query.isRead`) are
    /// asked once more.
    @inlinable public func fetch<each Output: Sendable>(
        _ queries: repeat Query<each Output>
    ) throws(PostgresError) -> (repeat each Output) {
        try clearBatch()
        for query in repeat each queries { try enqueue(query.request) }
        while true {
            do throws(PostgresError) {
                try send()
                let answers = (repeat try answer(to: each queries))
                try finish()
                return answers
            } catch {
                try recover(from: error)
            }
        }
    }

    /// Asks one query.
    ///
    /// The same as the above with one; of its own because Swift 6.3 cannot infer `fetch(.execute("…"))` through a
    /// parameter pack. With several, a query whose literal stands in the call is written `Query.execute("…")`.
    @inlinable public func fetch<Output: Sendable>(_ query: Query<Output>) throws(PostgresError) -> Output {
        try clearBatch()
        try enqueue(query.request)
        while true {
            do throws(PostgresError) {
                try send()
                let answer = try answer(to: query)
                try finish()
                return answer
            } catch {
                try recover(from: error)
            }
        }
    }

    /// Asks any number of queries of one kind in one round trip; the answers are in the queries' order.
    @inlinable public func fetch<Output: Sendable>(
        each queries: [Query<Output>]
    ) throws(PostgresError) -> [Output] {
        try clearBatch()
        for query in queries { try enqueue(query.request) }
        while true {
            do throws(PostgresError) {
                try send()
                var answers: [Output] = []
                answers.reserveCapacity(queries.count)
                for query in queries { answers.append(try answer(to: query)) }
                try finish()
                return answers
            } catch {
                try recover(from: error)
            }
        }
    }

    @inlinable func answer<Output>(to query: Query<Output>) throws(PostgresError) -> Output {
        try query.decode(nextRows())
    }
}
