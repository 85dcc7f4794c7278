import Cryptography
import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Demonstration

@Suite("Files of a demonstration")
struct DocumentsTest {
    @Test("documents wait, were confirmed and were not, some people have photos, and each file named was kept")
    func documents() throws {
        try TestDatabase.withDatabase(migrated: true) { configuration in
            let connection = Connection(configuration)
            var kept: [[UInt8]: [UInt8]] = [:]
            try Demonstration(size: .small, now: FilledCampus.now, siteOrigin: "https://quad.example").fill(
                connection,
                keeping: { bytes in
                    kept[Hash.sha256(bytes)] = bytes
                    return Hash.sha256(bytes)
                }
            ) { _ in }
            #expect(
                try connection.words("SELECT state FROM verifications ORDER BY state")
                    == ["approved", "approved", "pending", "pending", "pending", "rejected"])
            #expect(
                try connection.number("SELECT count(*) FROM verifications WHERE state = 'rejected' AND reason <> ''")
                    == 1)
            let files = try connection.fetch(
                Query<[[UInt8]]>.values("SELECT file_hash FROM verifications WHERE file_hash IS NOT NULL"))
            #expect(files.count == 5 && files.allSatisfy { kept[$0]?.starts(with: "%PDF-".utf8) == true })
            #expect(
                try connection.number(
                    """
                    SELECT count(*) FROM verifications v JOIN users u ON u.id = v.user_id
                    WHERE u.profile_type = v.profile_type AND u.state = 'active' AND NOT u.is_held
                    """) == 6)
            let photos = try connection.fetch(
                Query<[[UInt8]]>.values(
                    """
                    SELECT a.file_hash FROM users u JOIN attachments a ON a.id = u.photo_id AND a.photo_of = u.id
                    UNION ALL SELECT a.small_hash FROM attachments a
                    """))
            #expect(
                photos.count >= 20 && photos.allSatisfy { kept[$0]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true })
            try Demonstration.startOver(connection)
            #expect(try connection.number("SELECT count(*) FROM stored_files") == 0)
        }
    }
}
