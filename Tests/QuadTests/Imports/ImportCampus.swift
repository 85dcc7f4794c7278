import Cryptography
import FoundationEssentials
import Glibc
import Postgres
import TestSupport

@testable import Quad

extension TestCampus {
    /// Writes a file and reads it in.
    func takeIn(
        _ kind: Import.Kind, _ text: String, _ change: (inout Import) -> Void = { _ in }
    ) throws -> Import.Outcome {
        try takeIn(kind, bytes: Array(text.utf8), change)
    }

    func takeIn(
        _ kind: Import.Kind, bytes: [UInt8], _ change: (inout Import) -> Void = { _ in }
    ) throws -> Import.Outcome {
        let path = FileManager.default.temporaryDirectory.path + "/import-\(UUIDv7.generate().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        var order = Import(kind, path: path)
        change(&order)
        return try order.run(on: database)
    }

    /// What is wrong with a file; empty when it was taken.
    func problems(
        _ kind: Import.Kind, bytes: [UInt8], _ change: (inout Import) -> Void = { _ in }
    ) throws -> [String] {
        do {
            _ = try takeIn(kind, bytes: bytes, change)
            return []
        } catch let refused as ImportRefused {
            return refused.problems.map(\.description)
        }
    }

    func problems(
        _ kind: Import.Kind, _ text: String, _ change: (inout Import) -> Void = { _ in }
    ) throws -> [String] {
        try problems(kind, bytes: Array(text.utf8), change)
    }

    /// One of the samples in the documentation.
    func takeIn(sample kind: Import.Kind) throws -> Import.Outcome {
        try Import(kind, path: Repository.path("docs/samples/\(kind.rawValue).csv")).run(on: database)
    }

    var enrolmentLines: [String] {
        get throws {
            try database.fetch(
                .values(
                    """
                    SELECT u.username || ' ' || c.code || ' ' || c.section || ' ' || e.state || ' '
                        || e.is_shown || ' ' || e.is_imported
                    FROM enrolments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
                    ORDER BY 1 LIMIT 100
                    """))
        }
    }
}
