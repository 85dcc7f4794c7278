import Postgres
import TestSupport
import Testing
import WebClient

@testable import Quad

@Suite("Sending letters")
struct MailerTests {
    @Test("a letter goes through the mail server, from the site, both parts whole")
    func sent() throws {
        try withCampus { campus in
            try withMailServer { server in
                let mail = try sent(.sample(name: "Noor\r\nBcc: all@alderbay.example"), by: campus, to: server)
                #expect(mail.sender == "quad@quad.test")
                #expect(mail.recipients == ["noor@alderbay.example"])
                #expect(mail.header("From") == "\(campus.application.campus.site.name) <quad@quad.test>")
                #expect(mail.header("Subject") == "A new device signed in")
                #expect(mail.header("Bcc") == nil)
                let letter = Letter.sample(name: "Noor\r\nBcc: all@alderbay.example")
                let head = Letterhead(campus.application.campus.site)
                #expect(mail.text == letter.text(under: head))
                #expect(mail.html.hasPrefix(letter.html(under: head)))
                #expect(mail.defects.isEmpty)
            }
        }
    }

    @Test("a demonstration keeps its letters and sends none")
    func kept() throws {
        try withCampus { campus in
            let mailer = try #require(campus.application.settings.mailer(for: campus.application))
            try mailer.send(.sample(), on: campus.database)
            let kept = try #require(try campus.database.fetch(.newestMails).first)
            #expect(kept.recipient == "noor@alderbay.example")
            #expect(kept.subject == "A new device signed in")
        }
    }

    @Test("without a mail server there is no mailer")
    func none() throws {
        try withCampus { campus in
            let real = try self.real(campus)
            #expect(real.settings.mailer(for: real) == nil)
        }
    }

    private func sent(_ letter: Letter, by campus: TestCampus, to server: TestMailServer) throws -> ReceivedMail {
        let real = try real(campus)
        var settings = real.settings
        settings.mail = MailSettings(
            server: try MailServer(url: "smtp://127.0.0.1:\(server.port)"),
            sender: try #require(MailAddress("quad@quad.test")))
        let mailer = try #require(settings.mailer(for: real))
        try mailer.send(letter, on: campus.database)
        return try server.message()
    }

    /// The same campus, no demonstration any more.
    private func real(_ campus: TestCampus) throws -> Application {
        try campus.run("UPDATE site SET is_demonstration = false")
        return try Application(
            settings: campus.application.settings, database: campus.database, log: AccessLog(.none))
    }
}

extension Settings {
    fileprivate func mailer(for application: Application) -> (any Mailer)? {
        mailer(under: Letterhead(application.campus.site), isDemonstration: application.campus.isDemonstration)
    }
}
