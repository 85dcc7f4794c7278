import Dispatch
import Postgres
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    private func withTable(_ body: (DatabaseConfiguration) throws -> Void) throws {
        try TestDatabase.withDatabase { database in
            try Connection(database).script(
                "CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL); INSERT INTO t VALUES (1, 0), (2, 0)")
            try body(database)
        }
    }

    @Test("what is thrown inside undoes everything and is thrown on")
    func rollback() throws {
        struct Refused: Error {}
        try withTable { database in
            let connection = Connection(database)
            #expect(throws: Refused.self) {
                try connection.transaction { connection in
                    _ = try connection.fetch(.execute("UPDATE t SET n = 5"))
                    throw Refused()
                }
            }
            let sum = try connection.fetch(Query<Int>.value("SELECT sum(n) FROM t"))
            #expect(sum == 0)
        }
    }

    @Test("BEGIN costs no round trip, and a transaction that asks nothing costs none at all")
    func roundTrips() throws {
        try withTable { database in
            let connection = Connection(database)
            try connection.transaction { connection in
                _ = try connection.fetch(.execute("UPDATE t SET n = n + 1"))
                _ = try connection.fetch(.execute("UPDATE t SET n = n + 1"))
            }
            #expect(connection.statistics.roundTrips == 3)
            connection.resetStatistics()
            try connection.transaction { _ in }
            #expect(connection.statistics.roundTrips == 0)
            #expect(try connection.fetch(Query<Int>.value("SELECT sum(n) FROM t")) == 4)
        }
    }

    @Test("one inside another is refused")
    func nested() throws {
        try withTable { database in
            let connection = Connection(database)
            #expect(throws: PostgresError.nestedTransaction) {
                try connection.transaction { try $0.transaction { _ in } }
            }
            #expect(connection.isAlive())
        }
    }

    @Test("a failure that the closure swallows still fails the transaction")
    func swallowed() throws {
        try withTable { database in
            let connection = Connection(database)
            #expect(throws: PostgresError.constraint(kind: .unique, name: "t_pkey", table: "t")) {
                try connection.transaction { connection in
                    _ = try connection.fetch(.execute("UPDATE t SET n = 1 WHERE id = 2"))
                    do { _ = try connection.fetch(.execute("INSERT INTO t VALUES (1, 1)")) } catch {}
                }
            }
            let sum = try connection.fetch(Query<Int>.value("SELECT sum(n) FROM t"))
            #expect(sum == 0)
        }
    }

    @Test("a serialisation failure runs the closure again, up to five times")
    func serialization() throws {
        try withTable { database in
            let connection = Connection(database), other = Connection(database)
            for conflicts in [1, 4, 5] {
                var runs = 0
                let result = Result {
                    try connection.transaction(isolation: .repeatableRead) { connection in
                        runs += 1
                        let n = try connection.fetch(Query<Int>.value("SELECT n FROM t WHERE id = 1"))
                        if runs <= conflicts { _ = try other.fetch(.execute("UPDATE t SET n = n + 1 WHERE id = 1")) }
                        _ = try connection.fetch(.execute("UPDATE t SET n = \(n + 10) WHERE id = 1"))
                    }
                }
                #expect(runs == min(conflicts + 1, 5))
                if conflicts < 5 {
                    #expect(throws: Never.self) { try result.get() }
                } else {
                    #expect(throws: PostgresError.self) { try result.get() }
                }
            }
            let n = try connection.fetch(Query<Int>.value("SELECT n FROM t WHERE id = 1"))
            #expect(n == 1 + 4 + 5 + 20)
        }
    }

    @Test("two transactions in each other's way both succeed")
    func deadlock() throws {
        try withTable { database in
            let isHalfway = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
            let runs = try inThreads(2) { index in
                let connection = Connection(database)
                var runs = 0
                try connection.transaction { connection in
                    runs += 1
                    _ = try connection.fetch(.execute("UPDATE t SET n = n + 1 WHERE id = \(1 + index)"))
                    isHalfway[index].signal()
                    if runs == 1 { isHalfway[1 - index].wait() }
                    _ = try connection.fetch(.execute("UPDATE t SET n = n + 1 WHERE id = \(2 - index)"))
                }
                return runs
            }
            let sum = try Connection(database).fetch(Query<Int>.value("SELECT sum(n) FROM t"))
            #expect(sum == 4)
            #expect(runs.sorted() == [1, 2])
        }
    }

    @Test("a connection lost before COMMIT runs the closure again on a new one")
    func lost() throws {
        try withTable { database in
            let connection = Connection(database), killer = Connection(database)
            var runs = 0
            try connection.transaction { connection in
                runs += 1
                let process = try connection.fetch(Query<Int>.value("SELECT pg_backend_pid()"))
                _ = try connection.fetch(.execute("UPDATE t SET n = n + 1"))
                if runs == 1 { try killer.terminate(process) }
                _ = try connection.fetch(.execute("UPDATE t SET n = n + 1"))
            }
            #expect(runs == 2)
            #expect(try connection.fetch(Query<Int>.value("SELECT sum(n) FROM t")) == 4)
        }
    }

    @Test("statements, scripts and rows loaded in a transaction go with it")
    func mixed() throws {
        struct Refused: Error {}
        try withTable { database in
            let connection = Connection(database)
            #expect(throws: Refused.self) {
                try connection.transaction { connection in
                    try connection.script("CREATE TABLE u (a integer)")
                    try connection.copy(into: "u", columns: ["a"]) { rows in try rows.row { $0.write(1) } }
                    #expect(try connection.fetch(Query<Int>.value("SELECT a FROM u")) == 1)
                    throw Refused()
                }
            }
            let isGone = try connection.fetch(Query<Bool>.value("SELECT to_regclass('u') IS NULL"))
            #expect(isGone)
        }
    }
}
