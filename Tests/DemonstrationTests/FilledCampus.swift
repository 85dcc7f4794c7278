import FoundationEssentials
import Postgres
import TestSupport

@testable import Demonstration

/// A database with the small demonstration in it.
enum FilledCampus {
    /// A Saturday morning in November, as good as any.
    static let now = Date(timeIntervalSince1970: 1_795_255_200)

    static func with<Value>(
        size: Demonstration.Size = .small, seed: UInt64 = 1_871, _ body: (Connection) throws -> Value
    ) throws -> Value {
        try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            try fill(connection, size: size, seed: seed)
            return try body(connection)
        }
    }

    static func fill(_ connection: Connection, size: Demonstration.Size = .small, seed: UInt64 = 1_871) throws {
        try Demonstration(size: size, seed: seed, now: now, siteOrigin: "https://quad.example")
            .fill(connection) { _ in }
    }
}

extension Connection {
    func number(_ sql: SQL) throws -> Int {
        try fetch(Query<Int>.value(sql))
    }

    func words(_ sql: SQL) throws -> [String] {
        try fetch(Query<[String]>.values(sql))
    }
}
