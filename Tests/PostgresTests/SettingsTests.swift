import Postgres
import TestSupport
import Testing

@Suite("Settings of a session")
struct SettingsTests {
    private func setting(_ name: String, of configuration: DatabaseConfiguration) throws -> String {
        try Connection(configuration).fetch(Query<String>.value("SELECT current_setting(\(name))"))
    }

    @Test("limits, name, time zone and search path are the configured ones, without a round trip")
    func configured() throws {
        var configuration = try TestDatabase.server()
        configuration.statementTimeout = .milliseconds(1_500)
        configuration.idleInTransactionTimeout = .seconds(7)
        configuration.applicationName = "a name"
        configuration.searchPath = "\"odd \\ name\", public"
        #expect(try setting("statement_timeout", of: configuration) == "1500ms")
        #expect(try setting("idle_in_transaction_session_timeout", of: configuration) == "7s")
        #expect(try setting("application_name", of: configuration) == "a name")
        #expect(try setting("TimeZone", of: configuration) == "UTC")
        #expect(try setting("search_path", of: configuration) == "\"odd \\ name\", public")
    }

    @Test("the URL's own options stay, and its application name wins")
    func fromURL() throws {
        var configuration = try TestDatabase.server()
        configuration.url += " options='-c work_mem=5MB' application_name=mine"
        guard !configuration.url.contains("://") else { return }
        #expect(try setting("work_mem", of: configuration) == "5MB")
        #expect(try setting("statement_timeout", of: configuration) == "5s")
        #expect(try setting("application_name", of: configuration) == "mine")
    }

    @Test("a transaction left open with nothing asked is ended by the server, and run again")
    func idleInTransaction() throws {
        var configuration = try TestDatabase.server()
        configuration.idleInTransactionTimeout = .milliseconds(50)
        let connection = Connection(configuration), other = Connection(try TestDatabase.server())
        var runs = 0
        try connection.transaction { connection in
            runs += 1
            _ = try connection.fetch(Query<Int>.value("SELECT 1"))
            if runs == 1 { _ = try other.fetch(Query<String>.value("SELECT pg_sleep(0.2)::text")) }
            _ = try connection.fetch(Query<Int>.value("SELECT 1"))
        }
        #expect(runs == 2)
    }
}
