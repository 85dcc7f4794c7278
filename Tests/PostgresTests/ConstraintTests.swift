import Postgres
import TestSupport
import Testing

@Suite("Constraints of the schema")
struct ConstraintTests {
    @Test("each kind of violation is told apart and names its constraint")
    func kinds() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script(
                """
                CREATE TABLE parents (id integer PRIMARY KEY);
                CREATE TABLE children (
                    id integer CONSTRAINT child_once UNIQUE,
                    parent integer CONSTRAINT child_parent REFERENCES parents,
                    age integer CONSTRAINT child_age CHECK (age < 18),
                    name text NOT NULL,
                    span int4range,
                    CONSTRAINT child_span EXCLUDE USING gist (span WITH &&));
                INSERT INTO children VALUES (1, NULL, 1, 'a', '[1,3)');
                """)
            let cases: [(SQL, PostgresError.ConstraintKind, String)] = [
                ("INSERT INTO children VALUES (1, NULL, 1, 'b', NULL)", .unique, "child_once"),
                ("INSERT INTO children VALUES (2, 9, 1, 'b', NULL)", .foreignKey, "child_parent"),
                ("INSERT INTO children VALUES (2, NULL, 18, 'b', NULL)", .check, "child_age"),
                ("INSERT INTO children VALUES (2, NULL, 1, NULL, NULL)", .notNull, "name"),
                ("INSERT INTO children VALUES (2, NULL, 1, 'b', '[2,4)')", .exclusion, "child_span"),
            ]
            for (statement, kind, name) in cases {
                #expect(throws: PostgresError.constraint(kind: kind, name: name, table: "children")) {
                    try connection.fetch(.execute(statement))
                }
            }
        }
    }

    @Test("a constraint checked at the end is reported by fetch and by transaction")
    func deferred() throws {
        try TestDatabase.withDatabase { database in
            let connection = Connection(database)
            try connection.script(
                """
                CREATE TABLE parents (id integer PRIMARY KEY);
                CREATE TABLE children (parent integer CONSTRAINT late REFERENCES parents
                    DEFERRABLE INITIALLY DEFERRED);
                """)
            let late = PostgresError.constraint(kind: .foreignKey, name: "late", table: "children")
            #expect(throws: late) { try connection.fetch(.execute("INSERT INTO children VALUES (1)")) }
            #expect(throws: late) {
                try connection.transaction { _ = try $0.fetch(.execute("INSERT INTO children VALUES (1)")) }
            }
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM children")) == 0)
        }
    }
}
