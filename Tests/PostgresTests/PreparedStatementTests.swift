import Postgres
import TestSupport
import Testing

@Suite("Prepared statements")
struct PreparedStatementTests {
    private let prepared: SQL = "SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql"

    @Test("a statement is prepared once, whatever its values")
    func once() throws {
        let connection = Connection(try TestDatabase.server())
        for number in 1...5 { _ = try connection.fetch(.answer(plus: number)) }
        let first = try connection.fetch(Query<Int>.value(prepared))
        for number in 1...5 { _ = try connection.fetch(.answer(plus: number), .answer(plus: number)) }
        #expect(first == 2)
        #expect(try connection.fetch(Query<Int>.value(prepared)) == 2)
    }

    @Test("a column that changed its type is read with its new one")
    func changedColumn() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database), other = Connection(database)
            try other.script("CREATE TABLE t (a integer, b integer); INSERT INTO t VALUES (1, 2)")
            let queries = (Query<Int>.value("SELECT a FROM t"), Query<Int>.value("SELECT b FROM t"))
            #expect(try connection.fetch(queries.0, queries.1) == (1, 2))
            try other.script("ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE bigint")
            #expect(try connection.fetch(queries.0, queries.1) == (1, 2))
            try other.script("ALTER TABLE t ALTER a TYPE integer")
            let again = try connection.transaction { try $0.fetch(queries.0) }
            #expect(again == 1)
        }
    }

    @Test("statements discarded behind our back are prepared again", arguments: ["DISCARD ALL", "DEALLOCATE ALL"])
    func discarded(by command: String) throws {
        let connection = Connection(try TestDatabase.server())
        #expect(try connection.fetch(.answer(plus: 1), .answer(plus: 2)) == (43, 44))
        try connection.script(command)
        #expect(try connection.fetch(.answer(plus: 1), .answer(plus: 2)) == (43, 44))
        try connection.script(command)
        let again = try connection.transaction { try $0.fetch(.answer(plus: 1)) }
        #expect(again == 43)
    }

    @Test("of more than a thousand the oldest are given up")
    func capacity() throws {
        let connection = Connection(try TestDatabase.server())
        for number in 0..<1_100 {
            // Another statement for each number: its ones are parameters, its zeros are not.
            let bits = (0..<11).map { number >> $0 & 1 == 1 ? "\(1)" : "0" as SQL }
            let sum = SQL.joined(bits, separator: "+")
            #expect(try connection.fetch(Query<Int>.value("SELECT \(sum) + \(0)")) == number.nonzeroBitCount)
        }
        let count = try connection.fetch(Query<Int>.value(prepared))
        #expect(count > 800 && count <= 1_001)
        #expect(try connection.fetch(.answer(plus: 1)) == 43)
    }

    @Test("a statement with an error in it is not remembered as prepared")
    func failedPreparation() throws {
        let connection = Connection(try TestDatabase.server())
        for _ in 1...2 {
            #expect(throws: PostgresError.self) { try connection.fetch(Query<Int>.value("SELECT nonsense")) }
            #expect(throws: PostgresError.self) {
                try connection.fetch(Query<Int>.value("SELECT nonsense"), Query<Int>.value("SELECT 5"))
            }
        }
        #expect(try connection.fetch(Query<Int>.value("SELECT 5")) == 5)
    }

    @Test("without preparation everything works the same and nothing is left on the server")
    func unprepared() throws {
        try TestDatabase.withDatabase { database in
            var configuration = database
            configuration.preparesStatements = false
            let connection = Connection(configuration)
            #expect(try connection.fetch(.answer(plus: 1), .answer(plus: 2)) == (43, 44))
            try connection.transaction { _ = try $0.fetch(.execute("CREATE TABLE t (a integer)")) }
            #expect(try connection.fetch(Query<Int>.value(prepared)) == 0)
        }
    }
}
