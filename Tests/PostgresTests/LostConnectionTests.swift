import Glibc
import Postgres
import TestSupport
import Testing

@Suite("Losing the connection")
struct LostConnectionTests {
    @Test("a read is asked again on a new connection, and the caller does not notice")
    func read() throws {
        let connection = Connection(try TestDatabase.server())
        let first = try connection.fetch(.process)
        try Connection(try TestDatabase.server()).terminate(first)
        let second = try connection.fetch(.process)
        #expect(first != second)
    }

    @Test("a change is not sent again by itself, one marked idempotent is")
    func change() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database), killer = Connection(database)
            try connection.script("CREATE TABLE t (a integer)")
            try killer.terminate(try connection.fetch(.process))
            let change = Query.execute("INSERT INTO t VALUES (1)")
            let error = #expect(throws: PostgresError.self) { try connection.fetch(change) }
            #expect(error?.isAboutTheConnection == true)
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
            try killer.terminate(try connection.fetch(.process))
            #expect(try connection.fetch(change.idempotent) == 1)
        }
    }

    @Test("a change goes through a new connection when the old one was closed while idle")
    func idle() async throws {
        try await TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer)")
            try Connection(database).terminate(try connection.fetch(.process))
            try await Task.sleep(for: .milliseconds(1_100))
            #expect(try connection.fetch(.execute("INSERT INTO t VALUES (1)")) == 1)
        }
    }

    @Test("a connection lost during a change leaves its outcome open, or says that nothing happened")
    func during() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer)")
            let error = #expect(throws: PostgresError.self) {
                try connection.fetch(
                    .execute("INSERT INTO t SELECT 1 FROM pg_terminate_backend(pg_backend_pid())"))
            }
            #expect(error?.isAboutTheConnection == true)
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("a database that is away fails at once while it is not time to try again")
    func backoff() throws {
        let connection = Connection(
            DatabaseConfiguration(url: "host=/nonexistent user=quad", connectTimeout: .seconds(1)))
        let start = ContinuousClock.now
        for _ in 1...1_000 {
            #expect(throws: PostgresError.self) { try connection.fetch(Query<Int>.value("SELECT 1")) }
        }
        #expect(!connection.isAlive())
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("an address that is none is reported without quoting it")
    func badAddress() throws {
        let configuration = DatabaseConfiguration(url: "postgres://user:secret%zz@host/")
        #expect(!configuration.isWellFormed)
        let error = #expect(throws: PostgresError.self) {
            try Connection(configuration).fetch(Query<Int>.value("SELECT 1"))
        }
        #expect(error?.description.contains("secret") == false)
    }

    @Test("of several hosts the next is taken when one is not there")
    func severalHosts() throws {
        var configuration = try TestDatabase.server()
        guard let host = try Connection(configuration).fetch(.socketDirectory) else { return }
        let user = try Connection(configuration).fetch(Query<String>.value("SELECT current_user::text"))
        let database = try Connection(configuration).fetch(Query<String>.value("SELECT current_database()::text"))
        configuration.url = "host=/nonexistent,\(host) user=\(user) dbname=\(database)"
        #expect(Connection(configuration).isAlive())
    }

    @Test("a host that accepts but never answers is passed over after the time allowed")
    func silentHost() throws {
        let silent = try SilentServer()
        var configuration = DatabaseConfiguration(url: "host=\(silent.directory) user=quad")
        configuration.connectTimeout = .milliseconds(200)
        let connection = Connection(configuration)
        let start = ContinuousClock.now
        let error = #expect(throws: PostgresError.self) { try connection.fetch(Query<Int>.value("SELECT 1")) }
        #expect(error?.isAboutTheConnection == true)
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("after one connection waited in vain the others fail at once, and find the database when it is back")
    func sharedSilence() throws {
        let silent = try SilentServer()
        var configuration = DatabaseConfiguration(url: "host=\(silent.directory) user=quad")
        configuration.connectTimeout = .milliseconds(200)
        // The first waits, and the second makes sure of it.
        for _ in 1...2 { #expect(!Connection(configuration).answers) }
        let start = ContinuousClock.now
        for _ in 1...50 { #expect(!Connection(configuration).answers) }
        #expect(ContinuousClock.now - start < .milliseconds(150))
        configuration.url = try TestDatabase.server().url
        let others = (1...3).map { _ in Connection(configuration) }
        let deadline = ContinuousClock.now + .seconds(2)
        while ContinuousClock.now < deadline, !others.allSatisfy(\.answers) { usleep(10_000) }
        #expect(others.allSatisfy { $0.answers })
    }

    @Test("a connection answers a ping, and a closed one is opened for it")
    func ping() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(connection.isAlive())
        connection.close()
        try connection.ping(timeout: .seconds(2))
    }

    @Test("statements that were prepared on a lost connection are prepared on the new one")
    func preparedAgain() throws {
        let connection = Connection(try TestDatabase.server()), killer = Connection(try TestDatabase.server())
        for _ in 1...3 {
            #expect(try connection.fetch(.answer(plus: 0)) == 42)
            try killer.terminate(try connection.fetch(.process))
        }
        #expect(try connection.fetch(.answer(plus: 0)) == 42)
    }
}

@Suite("Statements that take too long")
struct TimeoutTests {
    @Test("the server ends one after the configured time, and the connection stays")
    func statementTimeout() throws {
        var configuration = try TestDatabase.server()
        configuration.statementTimeout = .milliseconds(50)
        let connection = Connection(configuration)
        let process = try connection.fetch(.process)
        #expect(throws: PostgresError.timedOut(statement: "SELECT 1 FROM pg_sleep(10)")) {
            try connection.fetch(Query<Int>.value("SELECT 1 FROM pg_sleep(10)"))
        }
        #expect(try connection.fetch(.process) == process)
    }

    @Test("a server that does not answer is given up a second later")
    func unansweredStatement() throws {
        var configuration = try TestDatabase.server()
        configuration.statementTimeout = .milliseconds(50)
        let connection = Connection(configuration)
        let process = try connection.fetch(.process)
        let start = ContinuousClock.now
        // The session lifts its own limit, which stands for a server that cannot keep it.
        #expect(throws: PostgresError.self) {
            try connection.fetch(
                Query<String>.value("SELECT set_config('statement_timeout', '0', false)"),
                Query<Int>.value("SELECT 1 FROM pg_sleep(4)"))
        }
        #expect(ContinuousClock.now - start < .seconds(3))
        #expect(try connection.fetch(.process) != process)
    }
}

extension Query where Output == Int {
    /// The server's process for this connection.
    static var process: Self { .value("SELECT pg_backend_pid()") }
}

extension Query where Output == String? {
    fileprivate static var socketDirectory: Self {
        .first("SELECT split_part(current_setting('unix_socket_directories'), ',', 1)") { (path: String) in path }
    }
}

extension Connection {
    /// Ends another connection's process and waits until it is gone.
    func terminate(_ process: Int) throws {
        _ = try fetch(Query<Bool>.value("SELECT pg_terminate_backend(\(Int32(process)), 5000)"))
    }
}

extension PostgresError {
    var isAboutTheConnection: Bool {
        switch self {
        case .unavailable, .outcomeUnknown: true
        default: false
        }
    }
}

extension Connection {
    fileprivate var answers: Bool {
        do { return try fetch(Query<Int>.value("SELECT 1")) == 1 } catch { return false }
    }
}
