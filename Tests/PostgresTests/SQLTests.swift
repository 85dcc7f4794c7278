import Postgres
import TestSupport
import Testing

@Suite("Writing statements")
struct SQLTests {
    @Test("an interpolated value is a parameter, never part of the text")
    func binding() throws {
        let hostile = "1; DROP TABLE users"
        let sql: SQL = "SELECT \(hostile), \(1), \(Int?.none)"
        #expect(sql.text == "SELECT $1, $2, $3")
        let connection = Connection(try TestDatabase.server())
        let answer = try connection.fetch(Query.one(sql) { (a: String, b: Int, c: Int?) in (a, b, c) })
        #expect(answer.0 == hostile && answer.1 == 1 && answer.2 == nil)
    }

    @Test(
        "hostile text matches only itself",
        arguments: ["' OR '1'='1", "\\'; --", "$1", "\u{27}\u{27}", "%_", "/*", "\"", "1) UNION SELECT (1"])
    func injection(_ hostile: String) throws {
        let connection = Connection(try TestDatabase.server())
        let count = try connection.fetch(
            Query<Int>.value("SELECT count(*) FROM (VALUES ('a'), ('b')) AS t (name) WHERE name = \(hostile)"))
        #expect(count == 0)
    }

    @Test("a spliced part numbers its parameters on")
    func fragments() throws {
        let filter: SQL = "n > \(2) AND n < \(5)"
        let sql: SQL = "SELECT n FROM generate_series(\(1), \(9)) AS n WHERE \(filter) ORDER BY n LIMIT \(10)"
        #expect(
            sql.text
                == "SELECT n FROM generate_series($1, $2) AS n WHERE n > $3 AND n < $4 ORDER BY n LIMIT $5")
        let connection = Connection(try TestDatabase.server())
        #expect(try connection.fetch(Query<[Int]>.values(sql)) == [3, 4])
    }

    @Test("parts are joined with a blank or a separator")
    func joining() {
        var sql: SQL = "SELECT \(1)"
        sql += "WHERE \(true)"
        #expect((sql + "LIMIT \(3)").text == "SELECT $1 WHERE $2 LIMIT $3")
        let conditions: [SQL] = ["a = \(1)", "b", "c = \(2)"]
        #expect(SQL.joined(conditions, separator: " AND ").text == "a = $1 AND b AND c = $2")
        #expect(SQL.joined([], separator: ", ").text == "")
    }

    @Test(
        "only statements that change nothing count as reads",
        arguments: [
            ("SELECT 1", true), ("  select 1", true), ("(SELECT 1)", true), ("VALUES (1)", true), ("TABLE t", true),
            ("WITH a AS (SELECT 1) SELECT * FROM a", true), ("WITH a AS (DELETE FROM t) SELECT 1", false),
            ("SELECT 1 INTO t", false), ("INSERT INTO t VALUES (1)", false), ("UPDATE t SET a = 1", false),
            ("DELETE FROM t", false), ("CALL f()", false), ("", false),
        ] as [(SQL, Bool)])
    func reads(_ sql: SQL, _ isRead: Bool) {
        let query = Query<Int>.execute(sql)
        #expect(query.isRead == isRead)
        #expect(query.idempotent.isRead)
        #expect(!query.writing().isRead)
    }
}
