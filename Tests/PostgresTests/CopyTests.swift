import FoundationEssentials
import Postgres
import TestSupport
import Testing

@Suite("Loading many rows")
struct CopyTests {
    @Test("a hundred thousand rows arrive as they were written")
    func many() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script(
                "CREATE TABLE t (n integer, big bigint, small smallint, ok boolean, price real, note text, id uuid)")
            let id = UUID()
            let count = try connection.copy(
                into: "t", columns: ["n", "big", "small", "ok", "price", "note", "id"]
            ) { rows in
                for n in 0..<100_000 {
                    try rows.row {
                        $0.write(n)
                        $0.write(n << 30)
                        $0.write(n % 100)
                        $0.write(n % 2 == 0)
                        $0.write(Double(n) / 2)
                        $0.write(n % 3 == 0 ? nil : "note \(n)")
                        $0.write(id)
                    }
                }
            }
            #expect(count == 100_000)
            let sums = try connection.fetch(
                .one(
                    """
                    SELECT count(*), sum(n), sum(big / 1073741824)::bigint, sum(small), count(*) FILTER (WHERE ok),
                        sum(price::float8), count(note), count(*) FILTER (WHERE note = 'note ' || n),
                        count(*) FILTER (WHERE id = \(id))
                    FROM t
                    """
                ) { (a: Int, b: Int, c: Int, d: Int, e: Int, f: Double, g: Int, h: Int, i: Int) in
                    [Double(a), Double(b), Double(c), Double(d), Double(e), f, Double(g), Double(h), Double(i)]
                })
            let triangle = 4_999_950_000.0
            #expect(sums[0...4] == [100_000, triangle, triangle, 4_950_000, 50_000])
            #expect(sums[5] == triangle / 2)
            #expect(sums[6...8] == [66_666, 66_666, 100_000])
        }
    }

    @Test("all kinds of values can be loaded, into columns whose names need quoting too")
    func kinds() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script(
                """
                CREATE SCHEMA s; CREATE TYPE colour AS ENUM ('red', 'green');
                CREATE TABLE s.t ("a ""b" jsonb, c json, d text[], e bytea, f timestamptz, g bit(3), h varbit,
                    i varchar(5), j colour, k text, "order" uuid[])
                """)
            let date = Date(timeIntervalSince1970: 1.5), id = UUID()
            let long = String(repeating: "x", count: 1_000_000)
            try connection.copy(
                into: "s.t", columns: ["a \"b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "order"]
            ) { rows in
                try rows.row {
                    $0.write(JSONText("{}"))
                    $0.write(JSONText("[1]"))
                    $0.write(["a", nil])
                    $0.write([1, 2] as [UInt8])
                    $0.write(date)
                    $0.write(BitString(count: 3, bytes: [0xA0]))
                    $0.write(BitString(count: 3, bytes: [0xA0]))
                    $0.write("short")
                    $0.write(Colour.green)
                    $0.write(long)
                    $0.write([id])
                }
            }
            #expect(
                try connection.fetch(
                    Query<Bool>.value(
                        """
                        SELECT "a ""b" = '{}' AND c::text = '[1]' AND d[1] = 'a' AND d[2] IS NULL AND e = '\\x0102'
                            AND f = \(date) AND g = B'101' AND h = B'101' AND i = 'short' AND j = 'green'
                            AND k = \(long) AND "order" = \([id])
                        FROM s.t
                        """)))
        }
    }

    @Test("a value that does not fit its column is refused by the column's number, and nothing stays")
    func unfit() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer, b text)")
            for wrong in [70_000 << 20, Int.min] {
                let error = #expect(throws: PostgresError.self) {
                    try connection.copy(into: "t", columns: ["b", "a"]) { rows in
                        try rows.row {
                            $0.write("fine")
                            $0.write(1)
                        }
                        try rows.row {
                            $0.write("fine")
                            $0.write(wrong)
                        }
                    }
                }
                guard case .invalidParameter(2, _, _) = error else {
                    Issue.record("not \(String(describing: error))")
                    return
                }
            }
            #expect(throws: PostgresError.self) {
                try connection.copy(into: "t", columns: ["b"]) { try $0.row { $0.write("a\0b") } }
            }
            #expect(throws: PostgresError.self) {
                try connection.copy(into: "t", columns: ["b"]) { try $0.row { $0.write(7) } }
            }
            #expect(throws: PostgresError.self) {
                try connection.copy(into: "t", columns: ["a", "b"]) { try $0.row { $0.write(7) } }
            }
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("what the writer throws, a constraint and a missing table all leave nothing and a usable connection")
    func failures() throws {
        struct Refused: Error {}
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer PRIMARY KEY)")
            #expect(throws: Refused.self) {
                try connection.copy(into: "t", columns: ["a"]) { rows in
                    for n in 0..<100_000 { try rows.row { $0.write(n) } }
                    throw Refused()
                }
            }
            #expect(throws: PostgresError.constraint(kind: .unique, name: "t_pkey", table: "t")) {
                try connection.copy(into: "t", columns: ["a"]) { rows in
                    for n in 0..<300_000 { try rows.row { $0.write(n % 1_000) } }
                }
            }
            #expect(throws: PostgresError.self) {
                try connection.copy(into: "nowhere", columns: ["a"]) { _ in }
            }
            #expect(try connection.copy(into: "t", columns: ["a"]) { _ in } == 0)
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("loading has no time limit, and the session's own is back afterwards")
    func timeLimit() throws {
        try TestDatabase.withDatabase { database in
            var configuration = database
            configuration.statementTimeout = .milliseconds(100)
            let connection = Connection(configuration)
            try connection.script("CREATE TABLE t (a integer)")
            try connection.copy(into: "t", columns: ["a"]) { rows in
                try rows.row { $0.write(1) }
                let slow = Connection(database)
                _ = try slow.fetch(Query<String>.value("SELECT pg_sleep(0.2)::text"))
            }
            #expect(try connection.fetch(Query<String>.value("SHOW statement_timeout")) == "100ms")
        }
    }
}
