import FoundationEssentials
import Glibc
import HTTPServer
import Postgres
import TestSupport
import Testing
import WebClient

@testable import Quad

@Suite("Keeping files")
struct StorageTests {
    @Test("a directory and a bucket keep what is put there, and forget what is deleted")
    func keeping() throws {
        try withCampus { campus in try Self.keep(in: campus.application.settings.attachments) }
        try withObjectStore { server in
            let settings = StorageSettings.bucket(try ObjectStoreAddress(url: server.url()))
            try Self.keep(in: settings)
            let wrong = StorageSettings.bucket(try ObjectStoreAddress(url: server.url(bucket: "no-such-bucket")))
            #expect(throws: StorageError.self) { try wrong.check() }
            try withCampus({ $0.attachments = settings }) { campus in
                let writer = try campus.signIn(campus.insertUser())
                let made = try campus.upload(Array("%PDF-1".utf8), called: "a.pdf", as: writer)
                #expect(campus.get(made.path, as: writer).text == "%PDF-1")
                let part = campus.get(made.path, headers: writer.headers + [("Range", "bytes=1-3")])
                #expect(part.status == .partialContent && part.text == "PDF")
                #expect(
                    campus.post("/attachments/\(made.id.uuidString.lowercased())/removal", as: writer).status
                        == .seeOther)
                try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
                try campus.cleanUpFiles()
                let hash = ReceivedFile.Piece(Array("%PDF-1".utf8)).hash
                #expect(try !campus.application.storage.exists(hash))
            }
        }
    }

    private static func keep(in settings: StorageSettings) throws {
        let storage = settings.storage
        let piece = ReceivedFile.Piece(Array("some bytes".utf8))
        #expect(throws: StorageError.self) { try storage.read(piece.hash, size: 10) }
        try storage.delete(piece.hash)
        for _ in 0..<2 { try storage.put(piece.bytes, as: piece.hash) }
        #expect(try storage.exists(piece.hash))
        switch try storage.read(piece.hash, size: 10) {
        case .bytes(let bytes): #expect(bytes == piece.bytes)
        case .file(let path, let size):
            #expect(size == 10)
            #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == piece.bytes)
            var facts = stat()
            #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o640)
        default: Issue.record("neither bytes nor a file")
        }
        #expect(throws: StorageError.self) { try storage.read(piece.hash, size: 11) }
        try storage.tidy()
        try storage.delete(piece.hash)
        #expect(try !storage.exists(piece.hash))
        try settings.check()
    }

    @Test("what an interrupted upload left behind goes after a day")
    func beginnings() throws {
        try withCampus { campus in
            let storage = campus.application.storage
            try storage.put([1], as: ReceivedFile.Piece([1]).hash)
            let folder = "\(campus.files)/beginnings"
            for (name, age) in [("old", 90_000.0), ("young", 80_000)] {
                #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data([1])))
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: "\(folder)/\(name)")
            }
            try storage.tidy()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["young"])
        }
    }

    @Test("settings name one place, and mistakes quote no secret")
    func settings() throws {
        let least = [
            "DATABASE_URL": "postgresql:///quad", "REDIS_URL": "redis://localhost:6379", "QUAD_HOME": "/srv/q",
        ]
        #expect(try Settings(environment: least).attachments == .directory("/srv/q/attachments"))
        let directory = least.merging(["ATTACHMENTS_DIRECTORY": "/data"]) { $1 }
        #expect(try Settings(environment: directory).attachments == .directory("/data"))
        let both = directory.merging(["ATTACHMENTS_URL": "s3://k:hunter2@h/bucket"]) { $1 }
        let bad = least.merging(["ATTACHMENTS_URL": "s3://k:hunter2@h"]) { $1 }
        for environment in [both, bad] {
            let error = #expect(throws: SettingsMistakes.self) { try Settings(environment: environment) }
            #expect(error?.mistakes.count == 1 && error?.mistakes.first?.hasPrefix("ATTACHMENTS_URL") == true)
            #expect(error?.description.contains("hunter2") == false)
        }
    }
}
