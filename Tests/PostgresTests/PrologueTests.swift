import Postgres
import TestSupport
import Testing

@Suite("A statement before all others")
struct PrologueTests {
    @Test("it costs no round trip, and its answer is nobody’s")
    func answers() throws {
        let connection = Connection(try TestDatabase.server())
        connection.prologue = "SELECT 'prologue'"
        let (one, two) = try connection.fetch(Query<Int>.value("SELECT 1"), Query<Int>.value("SELECT 2"))
        #expect((one, two) == (1, 2))
        #expect(connection.statistics.roundTrips == 1)
        #expect(try connection.fetch(.value("SELECT \(3)")) == 3)
    }

    @Test("when it fails, nothing behind it happens")
    func failure() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE things (n integer)")
            connection.prologue = "SELECT 1 / 0"
            #expect(throws: PostgresError.self) {
                try connection.fetch(.execute("INSERT INTO things VALUES (1)"))
            }
            #expect(throws: PostgresError.self) {
                try connection.transaction { _ = try $0.fetch(.execute("INSERT INTO things VALUES (2)")) }
            }
            connection.prologue = nil
            #expect(try connection.fetch(.value("SELECT count(*) FROM things")) == 0)
        }
    }

    @Test("a transaction has it once, at its start")
    func transaction() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script(
                """
                CREATE TABLE calls (n integer);
                CREATE FUNCTION note() RETURNS void LANGUAGE sql AS 'INSERT INTO calls VALUES (1)'
                """)
            connection.prologue = "SELECT note()"
            let answers = try connection.transaction { connection in
                try (1...3).map { number in try connection.fetch(Query<Int>.value("SELECT \(number)")) }
            }
            #expect(answers == [1, 2, 3])
            connection.prologue = nil
            #expect(try connection.fetch(.value("SELECT count(*) FROM calls")) == 1)
        }
    }
}
