import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("A community’s picture")
struct IconTests {
    private let path = CommunityPaths.icon(of: "algorithms")

    @Test("moderators choose it, and it stands wherever the community is named")
    func choosing() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.insertWriter("Owner", in: community, role: "owner")
            try campus.insertPost("Shown", in: community, by: owner.id)
            #expect(campus.get("/communities").text.contains(">Th</span>"))
            let sent = try campus.send(
                SamplePictures.photograph(width: 90, height: 60), to: path, as: owner.browser)
            #expect(sent.status == .seeOther)
            let icon = try campus.text("SELECT icon_id::text FROM communities")
            let address = "/attachments/\(icon)/icon?size=small"
            let username = try campus.text("SELECT username FROM users")
            for page in [
                campus.get("/communities"), campus.get("/c/algorithms"), campus.get("/c/algorithms/1/shown"),
                campus.get("/c/algorithms/about"), campus.get("/u/\(username)"), campus.get("/"),
                campus.get("/home", as: owner.browser), campus.get("/c/algorithms/new", as: owner.browser),
                campus.get(path, as: owner.browser),
            ] {
                #expect(page.status == .ok && page.text.contains("src=\"\(address)\""))
            }
            #expect(campus.get(address)["Content-Type"] == "image/jpeg")
            // The one before is nobody's.
            _ = try campus.send(SamplePictures.drawing(), to: path, as: owner.browser)
            #expect(campus.get(address).status == .notFound)
            #expect(try campus.number("SELECT count(*) FROM attachments WHERE community_id IS NOT NULL") == 1)
            #expect(campus.post(CommunityPaths.iconRemoval(of: "algorithms"), as: owner.browser).status == .seeOther)
            #expect(campus.get("/c/algorithms").text.contains(">Th</span>"))
            try campus.run("UPDATE attachments SET created_at = now() - interval '25 hours'")
            try campus.cleanUpFiles()
            #expect(try campus.number("SELECT count(*) FROM attachments") == 0)
        }
    }

    @Test("others are told that they cannot, and those who cannot read it nothing at all")
    func permissions() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity(visibility: "private")
            let (member, moderator, outsider) = (
                try campus.insertWriter(in: community), try campus.insertWriter(in: community, role: "moderator"),
                try campus.insertWriter(in: community, role: nil)
            )
            for browser in [member.browser, outsider.browser] {
                let expected = browser.member == member.browser.member ? HTTPStatus.forbidden : .notFound
                #expect(campus.get(path, as: browser).status == expected)
                #expect(try campus.send(SamplePictures.drawing(), to: path, as: browser).status == expected)
                #expect(campus.post(CommunityPaths.iconRemoval(of: "algorithms"), as: browser).status == expected)
            }
            #expect(campus.storedFiles() == 0)
            let bad = try campus.send(Array("GIF89a".utf8), to: path, as: moderator.browser)
            #expect(bad.status == .unprocessableContent && bad.text.contains("That picture is damaged"))
            let file = try campus.send(Array("%PDF".utf8), to: path, as: moderator.browser)
            #expect(file.text.contains("Pictures come as JPEG, PNG, GIF or WebP"))
            #expect(try campus.send(SamplePictures.drawing(), to: path, as: moderator.browser).status == .seeOther)
            let icon = try campus.text("SELECT icon_id::text FROM communities")
            #expect(campus.get("/attachments/\(icon)/icon", as: member.browser).status == .ok)
            #expect(campus.get("/attachments/\(icon)/icon", as: outsider.browser).status == .notFound)
        }
    }

    @Test("pictures wait in a queue of their own, however their address is spelled")
    func lanes() throws {
        let lanes = Lanes(of: .all)
        for (path, lane) in [
            ("/attachments", Lane.heavy), ("/c/algorithms/icon", .heavy), ("/c/%61/icon", .heavy),
            ("/c//icon", .ordinary),
            ("/c/a/b/icon", .ordinary), ("/c/a/icon/removal", .ordinary), ("/sign-in", .slow),
            ("/c/a/%69con", .ordinary),
        ] {
            #expect(lanes.lane(of: path.utf8) == lane, "\(path)")
        }
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let owner = try campus.insertWriter(in: community, role: "owner")
            let sent = try campus.send(SamplePictures.drawing(), to: "/c/algorithms/%69con", as: owner.browser)
            #expect(sent.status == .notFound && campus.storedFiles() == 0)
        }
    }
}
