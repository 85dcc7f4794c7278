import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Uploading pictures and files")
struct UploadTests {
    @Test("a picture is made anew in two sizes, and a script is told what to write")
    func picture() throws {
        try withCampus { campus in
            let writer = try campus.signIn(campus.insertUser())
            let made = try campus.upload(
                SamplePictures.photograph(width: 600, height: 400), called: "../Übung [1].png", alt: "A *heap*\u{202E}",
                as: writer)
            #expect(made.isImage && made.name == "Übung [1].jpg")
            #expect(made.path == "/attachments/\(made.id.uuidString.lowercased())/ubung-1.jpg")
            #expect(made.markdown.hasPrefix("![A \\*heap\\*](/attachments/"))
            #expect(campus.storedFiles() == 2)
            #expect(
                try campus.number(
                    "SELECT count(*) FROM attachments WHERE (width, height, small_width) = (600, 400, 480)") == 1)
            let large = campus.get(made.path, as: writer)
            #expect(large["Content-Type"] == "image/jpeg" && large["X-Content-Type-Options"] == "nosniff")
            #expect(large["Content-Disposition"]?.hasPrefix("inline; filename=\"ubung-1.jpg\"") == true)
            #expect(large["Content-Disposition"]?.hasSuffix("filename*=UTF-8''%C3%9Cbung%20%5B1%5D.jpg") == true)
            #expect(large["Content-Security-Policy"]?.contains("sandbox") == true)
            #expect(large["Cache-Control"] == "private, max-age=86400")
            let small = campus.get(made.path + "?size=small", as: writer)
            #expect(small.status == .ok && small["ETag"] != large["ETag"])
        }
    }

    @Test("any other file is kept as it is and offered for download")
    func file() throws {
        try withCampus { campus in
            let writer = try campus.signIn(campus.insertUser())
            for (text, type) in [
                ("%PDF-1.7 …", "application/pdf"), ("<script>alert(1)</script>", "text/plain; charset=utf-8"),
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>", "text/plain; charset=utf-8"),
                ("PK\u{3}\u{4}x", "application/zip"), ("MZ\0\0", "application/octet-stream"),
            ] {
                let made = try campus.upload(Array(text.utf8), called: "a.html", as: writer)
                #expect(!made.isImage && made.markdown == "[a.html](\(made.path))")
                let response = campus.get(made.path, as: writer)
                #expect(response["Content-Type"] == type)
                #expect(response["Content-Disposition"]?.hasPrefix("attachment;") == true)
            }
        }
    }

    @Test("without JavaScript the page shows the line to copy, and takes it away again")
    func withoutScript() throws {
        try withCampus { campus in
            let writer = try campus.signIn(campus.insertUser())
            #expect(campus.get(AttachmentPaths.new, as: writer).text.contains("type=\"file\""))
            let id = Attachment.ID()
            for _ in 0..<2 {
                let sent = try campus.send(
                    SamplePictures.drawing(), with: [("id", id.text), ("alt", "Four squares")], as: writer)
                #expect(sent.status == .seeOther && sent["Location"] == AttachmentPaths.new)
            }
            #expect(try campus.number("SELECT count(*) FROM attachments") == 1)
            let page = campus.get(AttachmentPaths.new, as: writer).text
            #expect(page.contains("![Four squares](/attachments/\(id.text)/photo.png)"))
            let other = try campus.signIn(campus.insertUser())
            #expect(!campus.get(AttachmentPaths.new, as: other).text.contains(id.text))
            #expect(campus.post(AttachmentPaths.removal(of: id), as: other).status == .notFound)
            #expect(campus.post(AttachmentPaths.removal(of: id), as: writer).status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM attachments") == 0)
        }
    }

    @Test("what cannot be taken is refused with a sentence, and leaves nothing behind")
    func refused() throws {
        try withCampus { campus in
            let writer = try campus.signIn(campus.insertUser())
            let huge =
                SamplePictures.signature + SamplePictures.pngHeader(width: 50_000, height: 50_000)
                + SamplePictures.pngChunk("IDAT", [0]) + SamplePictures.pngChunk("IEND", [])
            let cases: [([UInt8]?, Int, String)] = [
                (nil, 422, "Choose a file first"), ([], 422, "There’s nothing in that file"),
                (Array(SamplePictures.drawing().dropLast(9)), 422, "That picture is damaged"),
                (huge, 422, "50000 by 50000 pixels"), (Array("....ftypheic....".utf8), 422, "Pictures come as JPEG"),
                ([UInt8](repeating: 65, count: Attachment.mostBytes + 1), 413, "larger than 10 MB"),
            ]
            for (bytes, status, words) in cases {
                let page = try campus.send(bytes, with: [("alt", "kept words")], as: writer)
                #expect(page.status.code == status && page.text.contains(words) && page.text.contains("kept words"))
                let answer = try campus.send(bytes, as: writer, wantsJSON: true)
                #expect(
                    answer.status.code == status && answer.text.contains("\"message\":") && answer.text.contains(words))
            }
            #expect(campus.post(AttachmentPaths.all, [("file", "words")], as: writer).status.code == 422)
            #expect(try campus.number("SELECT count(*) FROM attachments") == 0 && campus.storedFiles() == 0)
        }
    }

    @Test("nobody uploads without being signed in, and nobody who is silenced")
    func writers() throws {
        try withCampus { campus in
            #expect(campus.post(AttachmentPaths.all).status == .forbidden)
            let silenced = try campus.signIn(campus.insertUser(state: "silenced"))
            #expect(try campus.send(SamplePictures.drawing(), as: silenced).status == .forbidden)
            #expect(campus.storedFiles() == 0)
        }
    }

    @Test("a member’s share and an hour’s uploads have an end")
    func limits() throws {
        try withCampus({ ($0.limits.uploadsPerHour, $0.limits.uploadMegabytes) = (3, 1) }) { campus in
            let writer = try campus.signIn(campus.insertUser())
            _ = try campus.upload([UInt8](repeating: 1, count: 700_000), as: writer)
            let full = try campus.send([UInt8](repeating: 2, count: 700_000), as: writer, wantsJSON: true)
            #expect(full.status == .conflict && full.text.contains("1 MB for files are used up"))
            _ = try campus.upload([UInt8](repeating: 3, count: 100_000), as: writer)
            let often = try campus.send([4], as: writer, wantsJSON: true)
            #expect(often.status == .tooManyRequests && often["Retry-After"] != nil)
            #expect(often.text.contains("many files in the last hour"))
        }
    }

    @Test("the same content twice is kept once, until its last attachment is gone")
    func sameContent() throws {
        try withCampus { campus in
            let (one, two) = (try campus.signIn(campus.insertUser()), try campus.signIn(campus.insertUser()))
            let (first, second) = (try campus.upload(as: one), try campus.upload(called: "other.png", as: two))
            #expect(first.id != second.id && campus.storedFiles() == 1)
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
            #expect(
                campus.post("/attachments/\(first.id.uuidString.lowercased())/removal", as: one).status == .seeOther)
            try campus.cleanUpFiles()
            #expect(campus.storedFiles() == 1 && campus.get(second.path, as: two).status == .ok)
            #expect(
                campus.post("/attachments/\(second.id.uuidString.lowercased())/removal", as: two).status == .seeOther)
            try campus.cleanUpFiles()
            #expect(try campus.storedFiles() == 0 && campus.number("SELECT count(*) FROM stored_files") == 0)
        }
    }

    @Test("an identity that is another’s is refused and not overwritten")
    func foreignIdentity() throws {
        try withCampus { campus in
            let (one, two) = (try campus.signIn(campus.insertUser()), try campus.signIn(campus.insertUser()))
            let made = try campus.upload(as: one)
            let sent = try campus.send([1, 2], with: [("id", made.id.uuidString)], as: two)
            #expect(sent.status == .conflict && !sent.text.contains(made.id.uuidString.lowercased()))
            #expect(campus.get(made.path, as: one).status == .ok && campus.get(made.path, as: two).status == .notFound)
        }
    }

    @Test("when the storage cannot keep a file, its owner is told, and no attachment is made")
    func storageAway() throws {
        try withCampus({ $0.attachments = .directory("/proc/no-such-place") }) { campus in
            let writer = try campus.signIn(campus.insertUser())
            let sent = try campus.send(SamplePictures.drawing(), as: writer)
            #expect(sent.status == .serviceUnavailable && sent.text.contains("Files can’t be taken just now"))
            #expect(try campus.number("SELECT count(*) FROM attachments") == 0)
        }
    }
}
