import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Browsers that an account is used in")
struct DeviceTests {
    private static let phone = "Mozilla/5.0 (Android 16; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0"

    @Test("a new browser is told by mail, the first and known ones are not")
    func newDevice() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person", personalEmail: "me@mailbox.example")
            let laptop = TestVisitor(campus)
            for _ in 0..<2 { _ = laptop.post("/sign-in", Typed.signIn("known.person")) }
            #expect(try campus.mails().isEmpty)
            #expect(try campus.count("SELECT count(*) FROM devices") == 1)

            let phone = TestVisitor(campus, userAgent: Self.phone, client: "198.51.100.20")
            _ = phone.post("/sign-in", Typed.signIn("known.person"))
            let mails = try campus.mails()
            #expect(
                Set(mails.map(\.recipient)) == ["known.person@alderbay.example", "me@mailbox.example"])
            let mail = try #require(mails.first)
            #expect(mail.text.contains("Firefox on Android") && mail.text.contains("198.51.100."))
            #expect(!mail.text.contains("198.51.100.20"))
            #expect(mail.link?.hasPrefix("/not-me?") == true)
            #expect(try campus.events(of: id) == ["signed_in", "signed_in", "signed_in", "new_device"])
            let devices = try campus.count("SELECT count(DISTINCT device_id) FROM sessions")
            #expect(devices == 2)
        }
    }

    @Test("several people share a browser, and each stays known there")
    func shared() throws {
        try withCampus { campus in
            for name in ["first.person", "other.person"] { try campus.insertAccount(name) }
            let browser = TestVisitor(campus)
            for name in ["first.person", "other.person", "first.person", "other.person"] {
                _ = browser.post("/sign-in", Typed.signIn(name))
            }
            #expect(try campus.count("SELECT count(*) FROM devices") == 2)
            #expect(try campus.mails().isEmpty)
        }
    }

    @Test("“not me” asks first, then locks everyone out and starts a new password")
    func notMe() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person")
            let (owner, stranger) = (TestVisitor(campus), TestVisitor(campus))
            for visitor in [owner, stranger] { _ = visitor.post("/sign-in", Typed.signIn("known.person")) }
            let token = try #require(try campus.mails().last?.token)
            let reader = TestVisitor(campus)
            #expect(reader.get("/not-me?token=\(token)").text.contains("Lock everyone out"))
            #expect(owner.isSignedIn && stranger.isSignedIn)

            #expect(owner.post("/not-me", [("token", token)]).status == .ok)
            #expect(!owner.isSignedIn && !stranger.isSignedIn)
            #expect(stranger.post("/sign-in", Typed.signIn("known.person")).status == .unprocessableContent)
            #expect(try campus.count("SELECT count(*) FROM devices") == 0)
            #expect(try campus.events(of: id).contains("not_me"))
            #expect(reader.post("/not-me", [("token", token)]).status == .gone)

            let reset = try #require(try campus.mails().last)
            #expect(reset.link?.hasPrefix("/reset-password?") == true)
            let answer = owner.post(
                "/reset-password", [("token", try #require(reset.token)), ("password", Typed.otherPassword)])
            #expect(answer.status == .seeOther)
            #expect(owner.isSignedIn)
        }
    }
}
