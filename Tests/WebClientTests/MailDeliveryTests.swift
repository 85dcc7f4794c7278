import TestSupport
import Testing
import WebClient

@Suite("Sending mail")
struct MailDeliveryTests {
    private let message = Array("Subject: Hello\r\n\r\nHello.\r\n".utf8)

    private func send(
        to server: TestMailServer, as url: String = "smtp://127.0.0.1", _ options: String = "",
        time: Duration = .seconds(10)
    ) throws {
        let mailServer = try MailServer(url: "\(url):\(server.port)\(options)")
        try MailClient(mailServer, limits: .init(time: time, connecting: time))
            .send(message, from: "quad@quad.test", to: "noor@alderbay.example")
    }

    private func failure(
        of server: TestMailServer, as url: String = "smtp://127.0.0.1", _ options: String = "",
        time: Duration = .seconds(10)
    ) -> MailError? {
        #expect(throws: MailError.self) { try send(to: server, as: url, options, time: time) }
    }

    @Test("a message arrives as it was, from and for whom it was said")
    func arrives() throws {
        try withMailServer { server in
            try send(to: server)
            let mail = try server.message()
            #expect(mail.sender == "quad@quad.test")
            #expect(mail.recipients == ["noor@alderbay.example"])
            #expect(mail.name == "quad.test")
            #expect(mail.lines == ["Subject: Hello", "", "Hello.", ""])
            #expect(!mail.encrypted)
        }
    }

    @Test("dots and bare line ends arrive as lines, whatever they would mean to the server")
    func dots() throws {
        try withMailServer { server in
            let lines = ["Subject: Dots", "", ".", "..", ".dot", "", ".", "MAIL FROM:<x@y>", "end."]
            let client = try MailClient(MailServer(url: "smtp://127.0.0.1:\(server.port)"))
            for end in ["\n", "\r", "\r\n"] {
                try client.send(Array((lines.joined(separator: end) + end).utf8), from: "a@b.test", to: "c@d.test")
                #expect(try server.message().lines == lines + [""])
            }
        }
    }

    @Test("STARTTLS and TLS from the start are used, with the certificates that were named")
    func encryption() throws {
        try withMailServer(encryption: .starttls) { server in
            try send(to: server, "?tls=required&cafile=\(server.certificate)")
            #expect(try server.message().encrypted)
            try send(to: server, "?tls=try&cafile=\(server.certificate)")
            #expect(try server.message().encrypted)
        }
        try withMailServer(encryption: .implicit) { server in
            try send(to: server, as: "smtps://127.0.0.1", "?cafile=\(server.certificate)")
            #expect(try server.message().encrypted)
        }
    }

    @Test("a certificate that nobody vouches for is not trusted, and one for another name neither")
    func untrusted() throws {
        try withMailServer(encryption: .starttls) { server in
            let distrusted = MailError.unreachable("its certificate isn’t valid for this name or not trusted")
            #expect(failure(of: server, "?tls=required") == distrusted)
            #expect(failure(of: server, "?tls=try") == distrusted)
            #expect(
                failure(of: server, as: "smtp://localhost", "?tls=required&cafile=\(server.certificate)") == distrusted)
        }
    }

    @Test("a server without STARTTLS gets nothing where it is required")
    func plainServer() throws {
        try withMailServer { server in
            #expect(failure(of: server, "?tls=required") == .unreachable("it offers no STARTTLS"))
            try send(to: server, "?tls=try")
            #expect(try server.message().encrypted == false)
        }
    }

    @Test("user and password are told, in any letters, and a wrong one is said to be wrong")
    func authentication() throws {
        try withMailServer(encryption: .starttls, credentials: "quäd@x:pass:w/rd") { server in
            let options = "?tls=required&cafile=\(server.certificate)"
            try send(to: server, as: "smtp://qu%C3%A4d%40x:pass:w%2Frd@127.0.0.1", options)
            #expect(try server.message().user == "quäd@x")
            #expect(failure(of: server, as: "smtp://qu%C3%A4d%40x:wrong@127.0.0.1", options) == .authentication)
            #expect(failure(of: server, options) == .authentication)
        }
    }

    @Test("a refused recipient and a refused text are rejected for good")
    func rejected() throws {
        try withMailServer("refuse") { server in
            let error = failure(of: server)
            #expect(error == .rejected(code: 550, reply: "5.1.1 No mailbox noor@alderbay.example"))
            #expect(error?.isPermanent == true)
            #expect(error?.description.contains("noor") == false)
        }
        try withMailServer("refuse-text") { server in
            #expect(failure(of: server) == .rejected(code: 554, reply: "5.7.1 Looks like spam"))
        }
    }

    @Test("a busy server is to be asked again, and one that serves nobody too")
    func deferred() throws {
        try withMailServer("defer") { server in
            let error = failure(of: server)
            #expect(error == .deferred(code: 451, reply: "4.3.0 Busy"))
            #expect(error?.isPermanent == false)
        }
        try withMailServer("closed") { server in
            #expect(failure(of: server) == .unreachable("it serves nobody now (554)"))
        }
    }

    @Test("a server that says nothing, or nothing more, is left when the time is over", arguments: ["silent", "slow"])
    func slow(behaviour: String) throws {
        try withMailServer(behaviour) { server in
            let time = ContinuousClock().measure {
                #expect(failure(of: server, time: .milliseconds(400)) == .timedOut)
            }
            #expect(time >= .milliseconds(390))
            #expect(time < .seconds(5))
        }
    }

    @Test("a server that took the message and then clings to the connection is not waited for")
    func clinging() throws {
        try withMailServer("cling") { server in
            let time = try ContinuousClock().measure { try send(to: server) }
            #expect(try server.message().text.isEmpty == false)
            #expect(time < .seconds(6))
        }
    }

    @Test("a connection lost within the message, and no server at all, are unreachable")
    func lost() throws {
        let port = try withMailServer("drop") { server in
            guard case .unreachable = failure(of: server) else {
                Issue.record("a dropped connection is not unreachable")
                return server.port
            }
            return server.port
        }
        let nobody = try MailClient(MailServer(url: "smtp://127.0.0.1:\(port)"))
        let error = #expect(throws: MailError.self) { try nobody.send(message, from: "a@b.test", to: "c@d.test") }
        guard case .unreachable = error else {
            Issue.record("no server is not unreachable")
            return
        }
    }

    @Test(
        "an address that would end its command is refused before anything is sent",
        arguments: [
            "", "a", "a@", "@b.test", "a@b@c.test", "a@b.test\r\nRCPT TO:<c@d.test>", "a@b.test\n", "a\u{0}@b.test",
            "a b@c.test", "<a@b.test>", "a@b.test> SIZE=1", "ä@b.test", "a@bücher.test", "a@b..test", "a@[127.0.0.1]",
            "\"a\"@b.test", "a@\(String(repeating: "b", count: 64)).test",
        ])
    func injection(address: String) throws {
        // Nobody listens there: an attempt would say so.
        let client = try MailClient(MailServer(url: "smtp://127.0.0.1:1"))
        #expect(throws: MailError.invalidAddress) { try client.send(message, from: "a@b.test", to: address) }
        #expect(throws: MailError.invalidAddress) { try client.send(message, from: address, to: "a@b.test") }
    }
}
