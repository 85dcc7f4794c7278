import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing
import WebClient

@testable import Quad

@Suite("Removing files that nobody needs")
struct AttachmentCleanUpTests {
    @Test("what nothing names goes after a day, what is younger or in use stays")
    func rules() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let old = try campus.upload([1], as: writer.browser)
            let young = try campus.upload([2], as: writer.browser)
            let used = try campus.upload([3], as: writer.browser)
            let taken = try campus.upload([4], as: writer.browser)
            let drafted = try campus.upload([5], as: writer.browser)
            try campus.run(
                """
                INSERT INTO drafts (id, author_id, community_id, space, kind, title, body, tags, choices, is_multiple, days)
                VALUES (\(UUIDv7.generate()), \(writer.id), \(community.id), 'questions', 'question', '',
                    \("See [it](\(drafted.path))."), '', '', false, '')
                """)
            let post = try campus.insertPost(in: community, by: writer.id)
            let removed = try campus.insertPost("Removed", in: community, by: writer.id, number: 2, state: "removed")
            try campus.run("UPDATE attachments SET post_id = \(post) WHERE id = \(used.id)")
            try campus.run("UPDATE attachments SET post_id = \(removed) WHERE id = \(taken.id)")
            try campus.run("UPDATE attachments SET created_at = now() - interval '25 hours' WHERE id <> \(young.id)")
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '25 hours'")
            try campus.cleanUpFiles()
            #expect(campus.get(old.path, as: writer.browser).status == .notFound)
            #expect(campus.get(young.path, as: writer.browser).status == .ok)
            #expect(campus.get(used.path).status == .ok)
            #expect(campus.get(drafted.path, as: writer.browser).status == .ok)
            // It comes back with its post.
            try campus.run("UPDATE posts SET state = 'published'")
            #expect(campus.get(taken.path).status == .ok && campus.storedFiles() == 4)
            // Its row deleted, the file is nobody's any more.
            try campus.run("DELETE FROM posts WHERE id = \(removed)")
            try campus.cleanUpFiles()
            #expect(campus.storedFiles() == 3)
        }
    }

    @Test("bytes of which the attachment was never made go after an hour, those on their way stay")
    func interrupted() throws {
        try withCampus { campus in
            let storage = campus.application.storage
            let pieces = [ReceivedFile.Piece([1]), ReceivedFile.Piece([2])]
            for piece in pieces {
                _ = try campus.database.fetch(.expect(piece))
                try storage.put(piece.bytes, as: piece.hash)
            }
            try campus.run(
                "UPDATE stored_files SET touched_at = now() - interval '61 minutes' WHERE hash = \(pieces[0].hash.bytes)"
            )
            try campus.cleanUpFiles()
            #expect(try !storage.exists(pieces[0].hash) && storage.exists(pieces[1].hash))
        }
    }

    @Test("a file whose bytes cannot be deleted is not forgotten")
    func storageAway() throws {
        let away = try ObjectStoreAddress(url: "s3://key:secret@127.0.0.1:9/bucket?tls=off")
        try withCampus({ $0.attachments = .bucket(away) }) { campus in
            let piece = ReceivedFile.Piece([1])
            _ = try campus.database.fetch(.expect(piece))
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
            #expect(throws: StorageError.self) { try campus.cleanUpFiles() }
            #expect(try campus.number("SELECT count(*) FROM stored_files") == 1)
        }
    }
}
