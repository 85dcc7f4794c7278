import FoundationEssentials
import Postgres
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    /// Calls `body` with an empty database and a way to make migrations of files.
    private func withMigrations(
        _ body: (Connection, DatabaseConfiguration, ([String: String]) throws -> Migrations) throws -> Void
    ) throws {
        try TestDatabase.withDatabase { database in
            let directory = "/tmp/quad-\(UUID().uuidString)"
            defer { _ = try? FileManager.default.removeItem(atPath: directory) }
            try body(Connection(database), database) { files in
                _ = try? FileManager.default.removeItem(atPath: directory)
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
                for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(directory)/\(name)")) }
                return try Migrations(directory: directory)
            }
        }
    }

    private let first = ["0001_people.sql": "CREATE TABLE people (id integer);\nINSERT INTO people VALUES (1);"]
    private let second = ["0002_ages.sql": "ALTER TABLE people ADD age integer;"]

    @Test("those missing are applied in order, once")
    func inOrder() throws {
        try withMigrations { connection, _, migrations in
            let one = try migrations(first), both = try migrations(first.merging(second) { $1 })
            #expect(try one.check(on: connection) == .behind(["0001_people"]))
            var reported: [String] = []
            try one.apply(on: connection) { reported.append($0) }
            #expect(try both.pending(on: connection) == ["0002_ages"])
            try both.apply(on: connection) { reported.append($0) }
            try both.apply(on: connection) { reported.append($0) }
            #expect(reported == ["0001_people", "0002_ages"])
            #expect(try both.check(on: connection) == .upToDate)
            #expect(try connection.fetch(Query<Int>.value("SELECT count(*) FROM people WHERE age IS NULL")) == 1)
            #expect(try connection.fetch(Query<String>.value("SHOW statement_timeout")) == "5s")
        }
    }

    @Test("one changed after it was applied is refused by name")
    func changed() throws {
        try withMigrations { connection, _, migrations in
            try migrations(first).apply(on: connection) { _ in }
            let edited = try migrations(["0001_people.sql": "CREATE TABLE people (id bigint);"])
            #expect(try edited.check(on: connection) == .changed("0001_people"))
            #expect(throws: MigrationError.changed("0001_people")) { try edited.apply(on: connection) { _ in } }
        }
    }

    @Test("one that the program does not know is refused by name")
    func unknown() throws {
        try withMigrations { connection, _, migrations in
            try migrations(first.merging(second) { $1 }).apply(on: connection) { _ in }
            let old = try migrations(first)
            #expect(try old.check(on: connection) == .unknownApplied(["0002_ages"]))
            #expect(throws: MigrationError.unknown(["0002_ages"])) { try old.apply(on: connection) { _ in } }
        }
    }

    @Test("a missing number, one there twice and a misnamed file are refused before anything is done")
    func numbering() throws {
        try withMigrations { _, _, migrations in
            #expect(throws: MigrationError.gap(missing: 1)) { _ = try migrations(second) }
            #expect(throws: MigrationError.gap(missing: 2)) {
                _ = try migrations(first.merging(["0003_more.sql": ""]) { $1 })
            }
            #expect(throws: MigrationError.duplicate(version: 1)) {
                _ = try migrations(first.merging(["0001_again.sql": ""]) { $1 })
            }
            for name in ["1_people.sql", "0001people.sql", "0001_.sql", "notes.sql", "00a1_people.sql"] {
                #expect(throws: MigrationError.badName(name)) { _ = try migrations([name: ""]) }
            }
            let none = try migrations(["README.md": "not one"])
            #expect(none.all.isEmpty)
        }
    }

    @Test("one that fails names file and line, and leaves nothing")
    func failure() throws {
        try withMigrations { connection, _, migrations in
            let broken = try migrations(
                first.merging(["0002_broken.sql": "CREATE TABLE more (id integer);\n\nSELECT 'é',\n  nonsense;"]) {
                    $1
                })
            let error = #expect(throws: MigrationError.self) { try broken.apply(on: connection) { _ in } }
            guard case .failed(let file, let line, let reason) = error else { return }
            #expect(file.hasSuffix("/0002_broken.sql"))
            #expect(line == 4)
            #expect(reason.contains("nonsense"))
            #expect(try connection.fetch(Query<Bool>.value("SELECT to_regclass('more') IS NULL")))
            #expect(try broken.pending(on: connection) == ["0002_broken"])
        }
    }

    @Test("one marked so runs outside a transaction")
    func withoutTransaction() throws {
        try withMigrations { connection, _, migrations in
            let index = "-- no transaction\nCREATE INDEX CONCURRENTLY people_id ON people (id);"
            try migrations(first.merging(["0002_index.sql": index]) { $1 }).apply(on: connection) { _ in }
            #expect(try connection.fetch(Query<Bool>.value("SELECT to_regclass('people_id') IS NOT NULL")))
        }
    }

    @Test("of several runners at once one applies, the others wait and find nothing to do")
    func concurrent() throws {
        try withMigrations { connection, database, migrations in
            let slow = "SELECT pg_sleep(0.1);\n"
            let all = try migrations(
                Dictionary(uniqueKeysWithValues: first.merging(second) { $1 }.map { ($0.key, slow + $0.value) }))
            let applied = try inThreads(3) { _ in
                var count = 0
                try all.apply(on: Connection(database)) { _ in count += 1 }
                return count
            }
            #expect(applied.sorted() == [0, 0, 2])
            #expect(try all.check(on: connection) == .upToDate)
        }
    }
}
