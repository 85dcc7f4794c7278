import FoundationEssentials
import TestSupport
import Testing

@testable import WebClient

@Suite("Writing a message")
struct MailMessageTests {
    private func message(
        name: String = "Noor Haddad", subject: String = "Confirm your address", text: String = "Hi Noor,",
        html: String = "<p>Hi Noor,</p>"
    ) throws -> MailMessage {
        MailMessage(
            from: .init(name: "Quad at Alder Bay", address: try #require(MailAddress("quad@quad.test"))),
            to: .init(name: name, address: try #require(MailAddress("noor@alderbay.example"))), subject: subject,
            text: text, html: html, date: Date(timeIntervalSince1970: 1_792_486_805),
            id: try #require(UUID(uuidString: "0199F000-0000-7000-8000-000000000001")))
    }

    private func received(_ message: MailMessage, by server: TestMailServer) throws -> ReceivedMail {
        let client = try MailClient(MailServer(url: "smtp://127.0.0.1:\(server.port)"))
        try client.send(message.encoded(), from: message.from.address.text, to: message.to.address.text)
        return try server.message()
    }

    private func received(_ message: MailMessage) throws -> ReceivedMail {
        try withMailServer { server in try received(message, by: server) }
    }

    /// What a server receives of each text as name and subject; one server, because each takes half a second to start.
    private func check(_ texts: [String], _ body: (String, ReceivedMail) -> Void) throws {
        try withMailServer { server in
            for text in texts { body(text, try received(message(name: text, subject: text), by: server)) }
        }
    }

    @Test("the head says what a machine’s message has to")
    func head() throws {
        let mail = try received(message())
        #expect(mail.header("From") == "Quad at Alder Bay <quad@quad.test>")
        #expect(mail.header("To") == "Noor Haddad <noor@alderbay.example>")
        #expect(mail.header("Subject") == "Confirm your address")
        #expect(mail.header("Date") == "Tue, 20 Oct 2026 09:00:05 +0000")
        #expect(mail.header("Message-ID") == "<0199f000-0000-7000-8000-000000000001@quad.test>")
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.header("MIME-Version") == "1.0")
        #expect(mail.type == "multipart/alternative")
        #expect(mail.defects.isEmpty)
    }

    @Test("both parts arrive letter for letter: long lines, dots, accents, emoji, spaces at ends")
    func parts() throws {
        let long = String(repeating: "long ", count: 500) + String(repeating: "x", count: 3_000)
        let text =
            ".\n..\n.dot first\nFrom the start\n=3D =\n--=_\nends in space \nends in tab\t\n\nNaïve Ḥaddād, لیلا, "
            + "李, 👩🏽‍🔬\n\u{0}\u{1B}[31m\n\(long)\n"
        let html = "<p>\(long)</p>\n.\n<p>“Ḥaddād” 👩🏽‍🔬 &amp; co</p>\n"
        let mail = try received(message(text: text, html: html))
        // Python's reader ends each part with a line end at least.
        #expect(mail.text == text)
        #expect(mail.html == html)
        #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(mail.defects.isEmpty)
    }

    @Test("names and subjects of every script and length arrive as they were")
    func names() throws {
        let texts = [
            "لیلا فراهانی", "Maximiliane Featherstonehaugh-Okonkwo", "O’Brien, \"Bo\" \\ (x) <y>; z: @",
            "=?utf-8?q?x?=", "👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬", "李",
            String(repeating: "Ḥaddād und so weiter ", count: 10) + "end",
            String(repeating: "plain and long ", count: 60) + "end",
        ]
        // Python puts spaces of its own between the pieces of a name, and quotes of its own around it.
        func letters(_ text: String?) -> [Unicode.Scalar]? {
            text?.unicodeScalars.filter { !" \"\\".unicodeScalars.contains($0) }
        }
        try check(texts) { text, mail in
            #expect(mail.header("Subject") == text)
            #expect(letters(mail.header("To")) == letters("\(text)<noor@alderbay.example>"))
            #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 })
            #expect(mail.defects.isEmpty)
        }
    }

    @Test("a name or subject cannot begin another header, nor end the head")
    func injection() throws {
        let bcc = "Bcc: all@alderbay.example"
        let texts = [
            "x\r\n\(bcc)", "x\n\(bcc)", "x\r\(bcc)", "x\r\n\r\n\(bcc)", "Ḥ\r\n\(bcc)",
            "x\u{0}\u{B}\u{C}\u{85}\u{2028}\u{2029}\(bcc)", "\u{202E}elpmaxe\u{202C}\r\n\(bcc)",
        ]
        try check(texts) { _, mail in
            #expect(mail.header("Bcc") == nil)
            #expect(mail.headers.count == 9)
            #expect(mail.recipients == ["noor@alderbay.example"])
            #expect(mail.header("Subject")?.hasSuffix(" \(bcc)") == true)
            #expect(mail.text.hasPrefix("Hi Noor,"))
        }
    }

    @Test("nobody’s name is no empty phrase")
    func namesNobody() throws {
        #expect(try received(message(name: " \t")).header("To") == "noor@alderbay.example")
    }

    @Test("a piece of an encoded word never ends within a letter")
    func pieces() {
        for padding in 0..<8 {
            let text = String(repeating: "x", count: padding) + String(repeating: "👩🏽‍🔬李é", count: 20)
            let pieces = HeaderText.words(text).split(separator: "\r\n ")
            let decoded = pieces.map { piece in
                Data(base64Encoded: String(piece.dropFirst(10).dropLast(2))).flatMap {
                    String(bytes: $0, encoding: .utf8)
                }
            }
            #expect(decoded.allSatisfy { $0 != nil })
            #expect(decoded.compactMap(\.self).joined() == text)
        }
    }
}
