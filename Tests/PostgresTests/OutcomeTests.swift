import Dispatch
import Postgres
import TestSupport
import Testing

@Suite("An answer lost on its way")
struct OutcomeTests {
    /// Calls `body` with a connection whose answer to `text` is lost, and one without a proxy.
    private func withCut(
        after text: String, _ body: (Connection, Connection, CuttingProxy) throws -> Void
    ) throws {
        try TestDatabase.withDatabase { database in
            let direct = Connection(database)
            try direct.script("CREATE TABLE t (a integer)")
            let (socket, user) = try direct.fetch(.socketPath)
            let proxy = try CuttingProxy(to: socket, cuttingAfter: text)
            let serving = DispatchGroup()
            DispatchQueue(label: "proxy").async(group: serving) {
                do { try proxy.serve() } catch { Issue.record(error) }
            }
            var through = database
            through.url = "host=\(proxy.directory) user=\(user)"
            let connection = Connection(through)
            let result = Result { try body(connection, direct, proxy) }
            connection.close()
            proxy.remove()
            serving.wait()
            try result.get()
        }
    }

    @Test("to COMMIT leaves the outcome open, and the transaction is not run again")
    func commit() throws {
        try withCut(after: "COMMIT") { connection, direct, proxy in
            var runs = 0
            #expect(throws: PostgresError.outcomeUnknown) {
                try connection.transaction { connection in
                    runs += 1
                    _ = try connection.fetch(.execute("INSERT INTO t VALUES (1)"))
                }
            }
            let count = try direct.fetch(Query<Int>.value("SELECT count(*) FROM t"))
            #expect((runs, count) == (1, 1))
            #expect(proxy.cuts == 1)
        }
    }

    @Test("to a change leaves the outcome open, and it is not sent again")
    func change() throws {
        try withCut(after: "INSERT") { connection, direct, _ in
            #expect(throws: PostgresError.outcomeUnknown) {
                try connection.fetch(.execute("INSERT INTO t VALUES (1)"))
            }
            let count = try direct.fetch(Query<Int>.value("SELECT count(*) FROM t"))
            #expect(count == 1)
        }
    }

    @Test("to a read is asked for again once, and then the database counts as away")
    func read() throws {
        try withCut(after: "SELECT count") { connection, _, proxy in
            let error = #expect(throws: PostgresError.self) {
                try connection.fetch(Query<Int>.value("SELECT count(*) FROM t"))
            }
            guard case .unavailable = error else {
                Issue.record("not \(String(describing: error))")
                return
            }
            let answer = try connection.fetch(Query<Int>.value("SELECT 5"))
            #expect(answer == 5)
            #expect(proxy.cuts == 2)
        }
    }

    @Test("inside a transaction runs it again from its start")
    func inside() throws {
        try withCut(after: "UPDATE") { connection, direct, proxy in
            #expect(throws: PostgresError.self) {
                try connection.transaction { connection in
                    _ = try connection.fetch(.execute("INSERT INTO t VALUES (1)"))
                    _ = try connection.fetch(.execute("UPDATE t SET a = 2"))
                }
            }
            let count = try direct.fetch(Query<Int>.value("SELECT count(*) FROM t"))
            #expect(count == 0)
            #expect(proxy.cuts == 2)
        }
    }
}

extension Query where Output == (String, String) {
    /// The server's Unix socket, and who we are.
    fileprivate static var socketPath: Self {
        .one(
            """
            SELECT split_part(current_setting('unix_socket_directories'), ',', 1)
                || '/.s.PGSQL.' || current_setting('port'), current_user::text
            """
        ) { (path: String, user: String) in (path, user) }
    }
}
