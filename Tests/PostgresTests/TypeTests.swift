import FoundationEssentials
import Postgres
import TestSupport
import Testing

enum Colour: String, Column, SQLBindable { case red, green }

struct Identifier: RawRepresentable, Hashable, Column, SQLBindable { let rawValue: UUID }

@Suite("Values on their way to Postgres and back")
struct TypeTests {
    /// The server sends back what it was sent, and says what it takes it for.
    private func roundTrip<Value: SQLBindable & Column & Equatable>(
        _ values: [Value], type: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let connection = Connection(try TestDatabase.server())
        for value in values {
            let (answer, name) = try connection.fetch(
                Query.one("SELECT \(value), pg_typeof(\(value))::text") { (value: Value, type: String) in
                    (value, type)
                })
            #expect(answer == value, sourceLocation: sourceLocation)
            #expect(name == type, sourceLocation: sourceLocation)
        }
        let missing = try connection.fetch(Query<Value?>.value("SELECT \(Value?.none)"))
        #expect(missing == nil, sourceLocation: sourceLocation)
        let array: [Value?] = values + [nil]
        #expect(
            try connection.fetch(Query<[Value?]>.value("SELECT \(array)")) == array,
            sourceLocation: sourceLocation)
        #expect(
            try connection.fetch(Query<[Value]>.value("SELECT \([Value]())")) == [],
            sourceLocation: sourceLocation)
    }

    @Test("whole numbers come back as they were, extremes included")
    func integers() throws {
        try roundTrip([0, -1, Int.min, Int.max], type: "bigint")
        try roundTrip([0, -1, Int32.min, Int32.max], type: "integer")
        try roundTrip([0, -1, Int16.min, Int16.max], type: "smallint")
    }

    @Test("fractions come back as they were, infinities and the smallest included")
    func doubles() throws {
        try roundTrip(
            [0, -0.1, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude],
            type: "double precision")
        let connection = Connection(try TestDatabase.server())
        #expect(try connection.fetch(Query<Double>.value("SELECT \(Double.nan)")).isNaN)
        #expect(try connection.fetch(Query<Double>.value("SELECT 1.5::real")) == 1.5)
    }

    @Test("text comes back as it was, whatever is in it")
    func text() throws {
        try roundTrip(
            ["", "a", "'; DROP TABLE users; --", "\\ \u{1} \u{FFFF}", "👩‍👩‍👧‍👧 é", String(repeating: "ß", count: 100_000)],
            type: "text")
        let connection = Connection(try TestDatabase.server())
        let (char, name, varchar) = try connection.fetch(
            Query.one("SELECT 'ab'::char(3), 'n'::name, 'v'::varchar") { (a: String, b: String, c: String) in
                (a, b, c)
            })
        #expect((char, name, varchar) == ("ab ", "n", "v"))
    }

    @Test("truths, identifiers, bytes and JSON come back as they were")
    func others() throws {
        try roundTrip([true, false], type: "boolean")
        try roundTrip([UUID(), UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255))], type: "uuid")
        try roundTrip([[], [0], [UInt8](0...255)], type: "bytea")
        try roundTrip([JSONText("{\"a\": [1, \"é\"]}"), JSONText("null")], type: "jsonb")
        try roundTrip([Colour.red, .green], type: "text")
        try roundTrip([Identifier(rawValue: UUID())], type: "uuid")
        let connection = Connection(try TestDatabase.server())
        #expect(try connection.fetch(Query<JSONText>.value("SELECT '[1]'::json")).text == "[1]")
    }

    @Test("an identifier is written in the order of its digits")
    func identifierOrder() throws {
        let connection = Connection(try TestDatabase.server())
        let id = UUID()
        let text = try connection.fetch(Query<String>.value("SELECT (\(id))::text"))
        #expect(text == id.uuidString.lowercased())
    }

    @Test("bit strings of all lengths come back as they were")
    func bits() throws {
        try roundTrip(
            (0...17).map { BitString(count: $0, bytes: [UInt8](repeating: 0xA5, count: ($0 + 7) / 8)) },
            type: "bit")
        let connection = Connection(try TestDatabase.server())
        let week = BitString(count: 672, bytes: [0x81] + [UInt8](repeating: 0, count: 83))
        let (varying, ones) = try connection.fetch(
            Query.one("SELECT B'101'::varbit, bit_count(\(week))") { (a: BitString, b: Int) in (a, b) })
        #expect(varying == BitString(count: 3, bytes: [0b1010_0000]))
        #expect(ones == 2)
        #expect(week[0] && !week[1] && week[7])
    }

    @Test("unused bits make no difference")
    func unusedBits() {
        #expect(BitString(count: 3, bytes: [0b1011_1111]) == BitString(count: 3, bytes: [0b1010_0000]))
    }

    @Test("times come back to the microsecond")
    func times() throws {
        let times = [-62_135_596_800, -978_307_200.000_001, -0.25, 0, 0.000_001, 800_000_000.123_456, 64_092_211_200]
        try roundTrip(times.map { Date(timeIntervalSinceReferenceDate: $0) }, type: "timestamp with time zone")
        let connection = Connection(try TestDatabase.server())
        let moment = Date(timeIntervalSince1970: 1_700_000_000.123_457)
        let (text, read) = try connection.fetch(
            Query<String>.value("SELECT (\(moment))::text"),
            Query<Date>.value("SELECT '2023-11-14 22:13:20.123457+00'::timestamptz"))
        #expect(text == "2023-11-14 22:13:20.123457+00")
        #expect(abs(read.timeIntervalSince(moment)) < 0.000_000_5)
    }

    @Test("a time that Postgres cannot hold is refused, and an infinite one is not read")
    func impossibleTimes() throws {
        let connection = Connection(try TestDatabase.server())
        for seconds in [Double.infinity, -.infinity, .nan, 1e300, -1e12] {
            let statement: SQL = "SELECT \(Date(timeIntervalSinceReferenceDate: seconds))"
            #expect(throws: PostgresError.self) { try connection.fetch(Query<Date>.value(statement)) }
        }
        #expect(throws: Self.unreadable("an infinite time", "SELECT 'infinity'::timestamptz AS t")) {
            try connection.fetch(Query<Date>.value("SELECT 'infinity'::timestamptz AS t"))
        }
    }

    @Test("durations go out as intervals")
    func durations() throws {
        let connection = Connection(try TestDatabase.server())
        let text = try connection.fetch(Query<String>.value("SELECT (\(Duration.milliseconds(90_061_500)))::text"))
        #expect(text == "25:01:01.5")
    }

    @Test("arrays of several dimensions, damaged ones and NULLs for non-optional elements are refused")
    func unreadableArrays() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(throws: Self.unreadable("an array of several dimensions", "SELECT ARRAY[[1], [2]] AS t")) {
            try connection.fetch(Query<[Int]>.value("SELECT ARRAY[[1], [2]] AS t"))
        }
        #expect(throws: PostgresError.self) {
            try connection.fetch(Query<[Int]>.value("SELECT ARRAY[1, NULL]"))
        }
    }

    private static func unreadable(_ reason: String, _ statement: String) -> PostgresError {
        .decoding(column: 1, name: "t", reason: .unacceptable(reason), statement: statement)
    }

    @Test("a value too large for its type is refused, not cut")
    func narrowing() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(throws: Self.unreadable("outside 32 bits", "SELECT 3000000000 AS t")) {
            try connection.fetch(Query<Int32>.value("SELECT 3000000000 AS t"))
        }
        #expect(try connection.fetch(Query<Int16>.value("SELECT 3")) == 3)
    }

    @Test("a column of another type is refused by number, name and both types")
    func otherType() throws {
        let connection = Connection(try TestDatabase.server())
        #expect(
            throws: PostgresError.decoding(
                column: 2, name: "b", reason: .unexpectedType(expected: "uuid", found: .text),
                statement: "SELECT 1 AS a, 'x'::text AS b")
        ) {
            try connection.fetch(Query.one("SELECT 1 AS a, 'x'::text AS b") { (a: Int, b: UUID) in a })
        }
        #expect(throws: PostgresError.columnCount(expected: 1, found: 2, statement: "SELECT 1, 2")) {
            try connection.fetch(Query<Int>.value("SELECT 1, 2"))
        }
    }

    @Test("a raw value that no case has is refused without being quoted")
    func unknownCase() throws {
        let connection = Connection(try TestDatabase.server())
        let error = #expect(throws: PostgresError.self) {
            try connection.fetch(Query<Colour>.value("SELECT \("secret")"))
        }
        #expect(error?.description.contains("secret") == false)
    }

    @Test("labels of enumerated types are read as text")
    func enumerated() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script("CREATE TYPE colour AS ENUM ('red', 'green')")
            #expect(try connection.fetch(Query<Colour>.value("SELECT 'green'::colour")) == .green)
            #expect(try connection.fetch(Query<[Colour]>.value("SELECT ARRAY['red'::colour]")) == [.red])
        }
    }
}
