internal import FoundationEssentials

/// The steps that lead from an empty database to the schema this program needs: the files `NNNN_name.sql` of a
/// directory, in order, each applied once and never changed afterwards.
///
/// A file is applied in a transaction of its own, together with the row that records it in `schema_migrations`. One
/// whose first line is `-- no transaction` (for `CREATE INDEX CONCURRENTLY`) holds a single statement and is not.
public struct Migrations: Sendable {
    public let all: [Migration]

    public struct Migration: Sendable, Equatable {
        /// From 1, without gaps.
        public let version: Int
        /// The file's name without `.sql`: `0001_members`.
        public let name: String
        let path: String
        let text: String

        var runsInTransaction: Bool { text.split(separator: "\n").first != "-- no transaction" }
    }

    /// Reads all files of `directory` that end in `.sql`.
    ///
    /// - Throws: `MigrationError` when one is named otherwise, a number is missing or there twice; an error of the
    ///   file system when one cannot be read.
    public init(directory: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".sql") }
        all = try files.map { try Self.read($0, in: directory) }.sorted { $0.version < $1.version }
        for (index, migration) in all.enumerated() where migration.version != index + 1 {
            if index > 0, all[index - 1].version == migration.version {
                throw MigrationError.duplicate(version: migration.version)
            }
            throw MigrationError.gap(missing: index + 1)
        }
    }

    /// A short name for exactly these files: 16 hexadecimal digits.
    ///
    /// - Source: the FNV-1a hash, G. Fowler, L. C. Noll, K.-P. Vo; no protection against intent.
    public var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for migration in all {
            for byte in "\(migration.name)\0\(migration.text)\0".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func read(_ file: String, in directory: String) throws -> Migration {
        let name = file.dropLast(4)
        let digits = name.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let version = Int(digits),
            name.dropFirst(4).first == "_", name.count > 5
        else { throw MigrationError.badName(file) }
        let path = "\(directory)/\(file)"
        guard let text = String(validating: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) else {
            throw MigrationError.notUTF8(file)
        }
        return Migration(version: version, name: String(name), path: path, text: text)
    }
}

/// Why migrations cannot be read or applied, in words for whoever runs them.
public enum MigrationError: Error, Equatable, CustomStringConvertible {
    case badName(String)
    case notUTF8(String)
    case duplicate(version: Int)
    case gap(missing: Int)
    case changed(String)
    case unknown([String])
    /// The statement that failed, by file and, where the server says so, line; nothing of the file was kept if it
    /// runs in a transaction.
    case failed(file: String, line: Int?, reason: String)

    public var description: String {
        switch self {
        case .badName(let file): "\(file): a migration is named like 0001_members.sql"
        case .notUTF8(let file): "\(file): not UTF-8"
        case .duplicate(let version): "migration \(version) is there twice"
        case .gap(let missing): "migration \(missing) is missing"
        case .changed(let name): "\(name) was changed after it was applied"
        case .unknown(let names): "the database has migrations that this version does not know: \(names)"
        case .failed(let file, let line, let reason): "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)"
        }
    }
}
