import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("A person’s photo")
struct PhotoTests {
    @Test("it stands wherever the pattern did, in two sizes, without what the camera noted")
    func everywhere() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter("Owner", in: community)
            try campus.insertPost("Shown", in: community, by: writer.id)
            let username = writer.browser.member.username
            let chunk = SamplePictures.pngChunk("tEXt", Array("Comment\u{0}canary".utf8))
            let source = SamplePictures.png(width: 300, height: 200, before: [chunk]) { x, y in
                (UInt8(x * 255 / 300), UInt8(y * 255 / 200), UInt8((x * 31 + y * 17) % 256), 255)
            }
            let sent = try campus.send(source, to: ProfilePaths.photo, as: writer.browser)
            #expect(sent.status == .seeOther && sent["Location"] == "/u/\(username)")
            let photo = try campus.text("SELECT photo_id::text FROM users WHERE picture = 'photo'")
            let (large, small) = ("/attachments/\(photo)/photo", "/attachments/\(photo)/photo?size=small")
            let own = try campus.signIn(writer.id)
            for page in [
                campus.get("/c/algorithms"), campus.get("/c/algorithms/1/shown"), campus.get("/"),
                campus.get("/c/algorithms/members", as: own), campus.get("/home", as: own),
                campus.get("/search?q=owner&scope=people", as: own), campus.get("/settings/profile/photo", as: own),
            ] {
                #expect(page.status == .ok && page.text.contains("src=\"\(small)\""))
            }
            #expect(campus.get("/u/\(username)").text.contains("src=\"\(large)\""))
            for (path, side) in [(large, 256), (small, 128)] {
                let file = campus.get(path)
                #expect(file.status == .ok && file["Content-Type"] == "image/jpeg")
                #expect(file["Cache-Control"]?.hasPrefix("private") == true)
                #expect(!file.text.contains("canary"))
                #expect(
                    try campus.number("SELECT count(*) FROM attachments WHERE width = 256 AND small_width = 128") == 1,
                    "\(side)")
            }
            // Another one takes its place, and what was there is gone.
            _ = try campus.send(SamplePictures.photograph(), to: ProfilePaths.photo, as: own)
            #expect(campus.get(large).status == .notFound)
            #expect(!campus.get("/c/algorithms").text.contains(small))
            #expect(campus.post(ProfilePaths.photoRemoval, as: try campus.signIn(writer.id)).status == .seeOther)
            #expect(campus.get("/c/algorithms").text.contains("<svg class=\"avatar"))
            try campus.run("UPDATE attachments SET created_at = now() - interval '25 hours'")
            try campus.cleanUpFiles()
            #expect(try campus.number("SELECT count(*) FROM attachments") == 0)
        }
    }

    @Test("who may not open the profile doesn’t get it, by whichever address", arguments: ProfileReader.allCases)
    func closed(reader: ProfileReader) throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter("Owner", in: community)
            try campus.insertPost("Shown", in: community, by: writer.id)
            _ = try campus.send(SamplePictures.photograph(), to: ProfilePaths.photo, as: writer.browser)
            let photo = try campus.text("SELECT photo_id::text FROM users WHERE picture = 'photo'")
            let browser = try campus.reader(reader, of: writer.id)
            let reached: [Profile.Visibility: Set<ProfileReader>] = [
                .everyone: [.visitor, .stranger, .student, .connection, .moderator, .owner],
                .university: [.student, .connection, .moderator, .owner],
                .connections: [.connection, .moderator, .owner],
                .owner: [.moderator, .owner],
            ]
            for (visibility, readers) in reached {
                try campus.run("UPDATE users SET visibility = \(visibility) WHERE id = \(writer.id)")
                campus.application.pages.drop([.everything])
                let isShown = readers.contains(reader)
                for size in ["", "?size=small"] {
                    #expect(
                        campus.get("/attachments/\(photo)/photo\(size)", as: browser).status
                            == (isShown ? .ok : .notFound))
                }
                #expect(
                    campus.get("/c/algorithms/1/shown", as: browser).text.contains(photo) == isShown, "\(visibility)")
            }
            try campus.run("UPDATE users SET visibility = 'public', is_held = true WHERE id = \(writer.id)")
            campus.application.pages.drop([.everything])
            #expect(
                campus.get("/attachments/\(photo)/photo", as: browser).status == (reader == .owner ? .ok : .notFound))
            #expect(reader == .owner || !campus.get("/c/algorithms/1/shown", as: browser).text.contains(photo))
        }
    }

    @Test("a crop is the square that was chosen, and what is no picture is named")
    func crop() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter("Owner", in: campus.insertCommunity())
            // The white quarter of four, which stands at the lower right.
            let sent = try campus.send(
                SamplePictures.drawing(), to: ProfilePaths.photo,
                with: [("crop-x", "0.5"), ("crop-y", "0.5"), ("crop-side", "0.5")], as: writer.browser)
            #expect(sent.status == .seeOther)
            #expect(try campus.number("SELECT byte_size FROM attachments WHERE photo_of = \(writer.id)") < 2_000)
            let bad = try campus.send(Array("%PDF-1.4".utf8), to: ProfilePaths.photo, as: writer.browser)
            #expect(bad.status == .unprocessableContent && bad.text.contains("Pictures come as JPEG, PNG, GIF or WebP"))
            #expect(
                try campus.send(nil, to: ProfilePaths.photo, as: writer.browser).text.contains("Choose a file first"))
        }
    }
}
