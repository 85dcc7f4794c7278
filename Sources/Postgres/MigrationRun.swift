extension Migrations {
    /// How a database's schema stands to these migrations.
    public enum State: Sendable, Equatable {
        case upToDate
        /// The names of those to be applied.
        case behind([String])
        /// The names of those applied that are not among these: the database is newer than the program.
        case unknownApplied([String])
        /// The name of one that reads otherwise now than when it was applied.
        case changed(String)
    }

    /// Compares; changes nothing.
    public func check(on connection: Connection) throws -> State {
        let applied = try applied(on: connection)
        let unknown = applied.filter { row in !all.contains { $0.version == row.version && $0.name == row.name } }
        guard unknown.isEmpty else { return .unknownApplied(unknown.map(\.name)) }
        if let changed = try changed(among: applied, on: connection) { return .changed(changed) }
        let versions = Set(applied.map(\.version))
        let missing = all.filter { !versions.contains($0.version) }
        return missing.isEmpty ? .upToDate : .behind(missing.map(\.name))
    }

    /// The names of those not yet applied, in order.
    ///
    /// - Throws: `MigrationError.changed` or `.unknown`.
    public func pending(on connection: Connection) throws -> [String] {
        switch try check(on: connection) {
        case .upToDate: []
        case .behind(let names): names
        case .unknownApplied(let names): throw MigrationError.unknown(names)
        case .changed(let name): throw MigrationError.changed(name)
        }
    }

    /// Applies those not yet applied. Of several that try at once, one does and the others wait for it.
    ///
    /// No statement has a time limit meanwhile.
    ///
    /// - Parameter report: Called with the name of each before it is applied.
    /// - Throws: `MigrationError`; `PostgresError` when the database is away.
    public func apply(on connection: Connection, report: (String) -> Void) throws {
        try connection.script("SET statement_timeout = 0; SET lock_timeout = 0")
        try connection.script("SELECT pg_advisory_lock(\(Self.lock))")
        let result = Result { try applyLocked(on: connection, report: report) }
        // Both end with the connection, too, so a failure here must not hide the one before.
        let released = Result {
            try connection.script(
                "RESET statement_timeout; RESET lock_timeout; SELECT pg_advisory_unlock(\(Self.lock))")
        }
        try result.get()
        try released.get()
    }

    /// Any number, as long as no one else locks it: "quad" in ASCII.
    private static let lock = 0x7175_6164

    private func applyLocked(on connection: Connection, report: (String) -> Void) throws {
        try connection.script(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                version integer PRIMARY KEY,
                name text NOT NULL,
                checksum bytea NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now())
            """)
        let names = Set(try pending(on: connection))
        for migration in all where names.contains(migration.name) {
            report(migration.name)
            try apply(migration, on: connection)
        }
    }

    private func apply(_ migration: Migration, on connection: Connection) throws {
        guard migration.runsInTransaction else {
            try run(migration, on: connection)
            _ = try connection.fetch(.recording(migration))
            return
        }
        try connection.transaction { connection in
            try run(migration, on: connection)
            _ = try connection.fetch(.recording(migration))
        }
    }

    private func run(_ migration: Migration, on connection: Connection) throws {
        guard let failure = try connection.scriptFailure(migration.text) else { return }
        throw MigrationError.failed(
            file: migration.path, line: failure.lineNumber(in: migration.text),
            reason: "\(failure.sqlState) \(failure.message)")
    }
}

extension Migrations {
    private struct Applied: Sendable {
        let version: Int
        let name: String
        let checksum: [UInt8]
    }

    private func applied(on connection: Connection) throws -> [Applied] {
        let exists = try connection.fetch(
            Query<Bool>.value("SELECT to_regclass('schema_migrations') IS NOT NULL"))
        guard exists else { return [] }
        return try connection.fetch(
            .all("SELECT version, name, checksum FROM schema_migrations ORDER BY version", as: Applied.init))
    }

    private func changed(among applied: [Applied], on connection: Connection) throws -> String? {
        let known = all.filter { migration in applied.contains { $0.version == migration.version } }
        let checksums = try connection.fetch(each: known.map { .checksum(of: $0) })
        return zip(known, checksums).first { migration, checksum in
            !applied.contains { $0.version == migration.version && $0.checksum == checksum }
        }?.0.name
    }
}

extension Query where Output == [UInt8] {
    fileprivate static func checksum(of migration: Migrations.Migration) -> Self {
        .value("SELECT sha256(\(Array(migration.text.utf8)))")
    }
}

extension Query where Output == Int {
    fileprivate static func recording(_ migration: Migrations.Migration) -> Self {
        .execute(
            """
            INSERT INTO schema_migrations (version, name, checksum)
            VALUES (\(migration.version), \(migration.name), sha256(\(Array(migration.text.utf8))))
            """)
    }
}
