import Postgres
import TestSupport
import Testing

@Suite("Asking queries")
struct FetchTests {
    struct Person: Equatable, Sendable { let id: Int, name: String, nickname: String? }

    @Test("several queries answer as a tuple in one round trip")
    func tuple() throws {
        let connection = Connection(try TestDatabase.server())
        let (people, count, missing) = try connection.fetch(
            Query.all("SELECT 1, 'Ada', NULL::text UNION ALL SELECT 2, 'Bo', 'b' ORDER BY 1", as: Person.init),
            Query<Int>.value("SELECT \(41) + 1"),
            Query.first("SELECT 1, 'x', 'y' WHERE false", as: Person.init))
        #expect(people == [Person(id: 1, name: "Ada", nickname: nil), Person(id: 2, name: "Bo", nickname: "b")])
        #expect(count == 42)
        #expect(missing == nil)
        #expect(connection.statistics.roundTrips == 1)
        #expect(connection.timeSpent > .zero)
    }

    @Test("a query named in an extension is asked with a leading dot")
    func leadingDot() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(try connection.fetch(.answer(plus: 1)) == 43)
        let (one, two) = try connection.fetch(.answer(plus: 1), .answer(plus: 2))
        #expect((one, two) == (43, 44))
    }

    @Test("one and value throw without a row, first answers nil")
    func noRow() throws {
        let connection = Connection(try TestDatabase.server())
        let statement = "SELECT 1 WHERE false"
        #expect(throws: PostgresError.noRow(statement: statement)) {
            try connection.fetch(Query<Int>.value("SELECT 1 WHERE false"))
        }
        #expect(try connection.fetch(.first("SELECT 1 WHERE false") { (n: Int) in n }) == nil)
        #expect(try connection.fetch(.values("SELECT 1 WHERE false")) == [Int]())
    }

    @Test("rows of any number of columns are read in order")
    func columns() throws {
        let connection = Connection(try TestDatabase.server())
        let (three, eighteen) = try connection.fetch(
            Query.all("VALUES (1, 2, 3), (4, 5, 6)") { (a: Int, b: Int, c: Int) in [a, b, c] },
            Query.all("SELECT 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18") {
                (
                    a: Int, b: Int, c: Int, d: Int, e: Int, f: Int, g: Int, h: Int, i: Int, j: Int, k: Int, l: Int,
                    m: Int, n: Int, o: Int, p: Int, q: Int, r: Int
                ) in [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r]
            })
        #expect(three == [[1, 2, 3], [4, 5, 6]])
        #expect(eighteen == [Array(1...18)])
    }

    @Test("more parameters than the protocol can count are refused, and the connection stays usable")
    func tooManyParameters() throws {
        let connection = Connection(try TestDatabase.server())
        let values = SQL.joined((0..<65_536).map { "\($0)" }, separator: ",")
        let error = #expect(throws: PostgresError.self) {
            try connection.fetch(Query<Bool>.value("SELECT 1 IN (\(values))"))
        }
        guard case .invalidParameter(65_536, _, _) = error else {
            Issue.record("not another error")
            return
        }
        let few = SQL.joined((0..<30_000).map { "\($0)" }, separator: ",")
        #expect(try connection.fetch(Query<Bool>.value("SELECT 1 IN (\(few))")))
    }

    @Test("large values go both ways")
    func large() throws {
        let connection = Connection(try TestDatabase.server())
        let bytes = [UInt8](repeating: 7, count: 5_000_000)
        #expect(try connection.fetch(Query<[UInt8]>.value("SELECT \(bytes)")) == bytes)
        #expect(try connection.fetch(Query<Int>.value("SELECT \(1)")) == 1)
    }

    @Test("a mapped query answers what is made of the rows")
    func mapped() throws {
        let connection = Connection(try TestDatabase.server())
        let query = Query<[Int]>.values("VALUES (1), (2), (2)").map { Set($0) }
        #expect(try connection.fetch(query) == [1, 2])
    }

    @Test("a change answers how many rows it changed")
    func affected() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer PRIMARY KEY)")
            #expect(try connection.fetch(.execute("INSERT INTO t SELECT generate_series(1, 5)")) == 5)
            #expect(try connection.fetch(.execute("DELETE FROM t WHERE a > \(3)")) == 2)
            #expect(try connection.fetch(.execute("DELETE FROM t WHERE a > \(3)")) == 0)
        }
    }

    @Test("what is asked in one call happens as a whole or not at all, and the connection stays usable")
    func errorInTheMiddle() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a integer CONSTRAINT t_once UNIQUE)")
            for _ in 1...3 {
                #expect(throws: PostgresError.constraint(kind: .unique, name: "t_once", table: "t")) {
                    try connection.fetch(
                        Query.execute("INSERT INTO t VALUES (1)"), Query.execute("INSERT INTO t VALUES (1)"),
                        Query<Int>.value("SELECT 7"))
                }
            }
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("an error names the statement it is of")
    func namedStatement() throws {
        let connection = Connection(try TestDatabase.server())
        let error = #expect(throws: PostgresError.self) {
            try connection.fetch(Query<Int>.value("SELECT 1"), Query<Int>.value("SELECT 1 / \(0)"))
        }
        #expect(
            error == .statement(sqlState: "22012", message: "division by zero", statement: "SELECT 1 / $1"))
    }

    @Test("a result that cannot be read leaves the connection usable, and what follows it prepared")
    func decodingError() throws {
        let connection = Connection(try TestDatabase.server())
        for _ in 1...2 {
            #expect(throws: PostgresError.self) {
                try connection.fetch(
                    Query<Bool>.value("SELECT 1"), Query<Int>.value("SELECT \(1) + 1"), Query<Int>.value("SELECT 9"))
            }
            #expect(try connection.fetch(Query<Int>.value("SELECT \(1) + 1")) == 2)
        }
    }

    @Test("text with a NUL character is refused before anything is sent")
    func nul() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TABLE t (a text)")
            let expected = PostgresError.invalidParameter(
                number: 1, reason: "text with a NUL character", statement: "INSERT INTO t VALUES ($1)")
            for text in ["\0", "a\0b"] {
                #expect(throws: expected) {
                    try connection.fetch(
                        Query.execute("INSERT INTO t VALUES (\("before"))"),
                        Query.execute("INSERT INTO t VALUES (\(text))"))
                }
            }
            #expect(throws: PostgresError.self) { try connection.fetch(Query<[String]>.value("SELECT \(["a\0"])")) }
            #expect(throws: PostgresError.self) {
                try connection.fetch(Query<JSONText>.value("SELECT \(JSONText("\"\0\""))"))
            }
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM t")) == 0)
        }
    }

    @Test("bytes that are no UTF-8 come back as an error of the server, without the bytes")
    func invalidText() throws {
        let connection = Connection(try TestDatabase.server())
        let error = #expect(throws: PostgresError.self) {
            try connection.fetch(Query<String>.value("SELECT convert_from(\([0xC3, 0x28] as [UInt8]), 'UTF8')"))
        }
        guard case .statement("22021", let message, _) = error else {
            Issue.record("22021 was expected, not \(String(describing: error))")
            return
        }
        #expect(!message.contains("0x"))
    }

    @Test("a value in a message of the server is left out")
    func noValueInMessage() throws {
        let connection = Connection(try TestDatabase.server())
        let error = #expect(throws: PostgresError.self) {
            try connection.fetch(Query<Int>.value("SELECT (\("secret"))::integer"))
        }
        #expect(error?.description.contains("secret") == false)
    }

    @Test("batches far larger than the socket's buffers go both ways at once")
    func largeBatch() throws {
        let connection = Connection(try TestDatabase.server())
        let text = String(repeating: "0123456789", count: 1_000)
        let answers = try connection.fetch(
            each: (0..<3_000).map { Query<String>.value("SELECT \(text) || repeat('x', \(Int32($0))::integer)") })
        #expect(answers.count == 3_000)
        #expect(answers.enumerated().allSatisfy { $0.element.utf8.count == 10_000 + $0.offset })
    }

    @Test("COPY in a query is refused and the connection is replaced")
    func copyInQuery() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(throws: PostgresError.self) { try connection.fetch(.execute("COPY (SELECT 1) TO STDOUT")) }
        #expect(try connection.fetch(Query<Int>.value("SELECT 1")) == 1)
    }

    @Test("a slow round trip is reported with its statements and without their values")
    func slow() throws {
        var configuration = try TestDatabase.server()
        configuration.slowStatement = .milliseconds(20)
        let connection = Connection(configuration)
        var reported: [SlowStatement] = []
        connection.onSlowStatement = { reported.append($0) }
        _ = try connection.fetch(
            Query<Int>.value("SELECT \(1)"), Query<Int>.value("SELECT \(2) FROM pg_sleep(0.03)"))
        #expect(reported.map(\.text) == ["SELECT $1; SELECT $1 FROM pg_sleep(0.03)"])
        #expect(reported.allSatisfy { $0.duration >= .milliseconds(20) })
    }
}

extension Query where Output == Int {
    static func answer(plus number: Int) -> Self { .value("SELECT 42 + \(number)") }
}
