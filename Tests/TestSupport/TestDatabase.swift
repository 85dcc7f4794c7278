internal import FoundationEssentials
public import Postgres

/// Databases for tests: each test its own, on the server of `TEST_DATABASE_URL`, gone when it ends.
public enum TestDatabase {
    /// Calls `body` with the address of a new database.
    ///
    /// Costs 0.1 to 0.4 s, nearly all of it the server's copying of files. The migrated ones are copies of a template
    /// that is made once for a set of migration files.
    ///
    /// - Parameter migrated: Whether it has the schema of `migrations/`, or nothing at all.
    public static func withDatabase<Value>(
        migrated: Bool = false, _ body: (DatabaseConfiguration) throws -> Value
    ) throws -> Value {
        let database = try create(migrated: migrated)
        let result = Result { try body(database) }
        try drop(database)
        return try result.get()
    }

    /// The same for tests that wait for something.
    public static func withDatabase<Value>(
        migrated: Bool = false, _ body: (DatabaseConfiguration) async throws -> Value
    ) async throws -> Value {
        let database = try create(migrated: migrated)
        do {
            let value = try await body(database)
            try drop(database)
            return value
        } catch {
            try drop(database)
            throw error
        }
    }

    /// The server's address, without a database of the test's own.
    public static func server() throws -> DatabaseConfiguration {
        guard let url = ProcessInfo.processInfo.environment["TEST_DATABASE_URL"], !url.isEmpty else {
            throw TestSupportError.notSet("TEST_DATABASE_URL")
        }
        return DatabaseConfiguration(url: url, applicationName: "quad tests")
    }
}

extension TestDatabase {
    private static func create(migrated: Bool) throws -> DatabaseConfiguration {
        var database = try server()
        let administrator = try administrator()
        let template = migrated ? try migratedTemplate(administrator) : "template0"
        let now = Int(Date().timeIntervalSince1970)
        let name = "quad_test_\(now)_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        try administrator.script("CREATE DATABASE \(name) TEMPLATE \(template)")
        database.database = name
        return database
    }

    private static func drop(_ database: DatabaseConfiguration) throws {
        guard let name = database.database else { return }
        try administrator().script("DROP DATABASE \(name) WITH (FORCE)")
    }

    private static func administrator() throws -> Connection {
        var server = try server()
        server.statementTimeout = .zero
        return Connection(server)
    }

    /// The template for the migration files as they are now; made first if it is not there.
    private static func migratedTemplate(_ administrator: Connection) throws -> String {
        let migrations = try Migrations(directory: Repository.path("migrations"))
        let name = "quad_template_\(migrations.fingerprint)"
        // Test processes run side by side; the lock ends with the connection.
        try administrator.script("SELECT pg_advisory_lock(\(0x7465_6d70))")
        let isThere = try administrator.fetch(
            Query<Bool>.value("SELECT EXISTS (SELECT FROM pg_database WHERE datname = \(name))"))
        if !isThere {
            try dropLeftovers(administrator)
            try makeTemplate(name, of: migrations, administrator)
        }
        try administrator.script("SELECT pg_advisory_unlock(\(0x7465_6d70))")
        return name
    }

    /// Drops what tests that were killed more than an hour ago left behind.
    private static func dropLeftovers(_ administrator: Connection) throws {
        let leftovers = try administrator.fetch(
            Query<[String]>.values(
                """
                SELECT datname::text FROM pg_database
                WHERE datname ~ '^quad_test_[0-9]{10}_'
                    AND substr(datname, 11, 10)::bigint < extract(epoch FROM now()) - 3600
                """))
        for name in leftovers { try administrator.script("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
    }

    /// Under another name until it is complete, so that a run cut short leaves nothing that looks finished.
    private static func makeTemplate(
        _ name: String, of migrations: Migrations, _ administrator: Connection
    ) throws {
        let unfinished = "\(name)_unfinished"
        try administrator.script("DROP DATABASE IF EXISTS \(unfinished) WITH (FORCE)")
        try administrator.script("CREATE DATABASE \(unfinished) TEMPLATE template0")
        var target = try server()
        target.database = unfinished
        let connection = Connection(target)
        try migrations.apply(on: connection) { _ in }
        connection.close()
        try administrator.script("ALTER DATABASE \(unfinished) RENAME TO \(name)")
    }
}
