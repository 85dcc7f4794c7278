import Postgres
import TestSupport
import Testing

@Suite("Behind pgbouncer in transaction mode", .enabled(if: Pgbouncer.isInstalled, "pgbouncer is not installed"))
struct PgbouncerTests {
    @Test("clients that share a server connection get their own answers")
    func sharedServer() throws {
        try Pgbouncer.withPgbouncer { configuration in
            let connections = (0..<3).map { _ in Connection(configuration) }
            for round in 1...20 {
                for (index, connection) in connections.enumerated() {
                    let (number, text) = try connection.fetch(
                        Query<Int>.value("SELECT \(round) * 10 + \(index)"),
                        Query<String>.value("SELECT \("client \(index)")"))
                    #expect(number == round * 10 + index)
                    #expect(text == "client \(index)")
                }
            }
        }
    }

    @Test("transactions keep their server connection, errors included")
    func transactions() throws {
        try Pgbouncer.withPgbouncer { configuration in
            let connections = [Connection(configuration), Connection(configuration)]
            try connections[0].script("CREATE TABLE t (a integer PRIMARY KEY)")
            for connection in connections {
                try connection.transaction { connection in
                    _ = try connection.fetch(.execute("INSERT INTO t SELECT count(*) FROM t"))
                    _ = try connection.fetch(.execute("UPDATE t SET a = a + 10"))
                }
            }
            #expect(throws: PostgresError.constraint(kind: .unique, name: "t_pkey", table: "t")) {
                try connections[1].fetch(.execute("INSERT INTO t VALUES (11)"))
            }
            #expect(try connections[0].fetch(Query<[Int]>.values("SELECT a FROM t ORDER BY a")) == [11, 20])
        }
    }
}
