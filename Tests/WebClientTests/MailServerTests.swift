import Testing

@testable import WebClient

@Suite("Reading SMTP_URL")
struct MailServerTests {
    @Test("encryption is required, unless the server is this machine or the address says otherwise")
    func encryption() throws {
        let expected: [(String, MailServer.Security)] = [
            ("smtp://mail.example.edu", .required), ("smtp://mail.example.edu?tls=try", .whereOffered),
            ("smtp://mail.example.edu/?tls=off", .none), ("smtps://mail.example.edu", .implicit),
            ("smtp://localhost", .none), ("smtp://127.0.0.53", .none), ("smtp://[::1]:25", .none),
            ("smtp://127.0.0.1?tls=required", .required), ("smtp://127.evil.example", .required),
            ("SMTP://Mail.Example.edu", .required),
        ]
        for (url, security) in expected { #expect(try MailServer(url: url).security == security, "\(url)") }
    }

    @Test("host, port, user and password are found and decoded")
    func parts() throws {
        let server = try MailServer(url: "smtp://bo@example.edu:p:%40%2Fä@mail.example.edu:2525")
        #expect(server.url(introducing: "quad.test") == "smtp://mail.example.edu:2525/quad.test")
        #expect(server.user == "bo@example.edu")
        #expect(server.password == "p:@/ä")
        #expect(try MailServer(url: "smtps://[2001:db8::1]").url(introducing: "x") == "smtps://[2001:db8::1]:465/x")
        #expect(try MailServer(url: "smtp://mail").port == 587)
        #expect(try MailServer(url: "smtp://mail").user == nil)
    }

    @Test(
        "a mistake is named in words that never hold the password",
        arguments: [
            ("", .scheme), ("mail.example.edu", .scheme), ("http://u:hunter2@mail", .scheme), ("smtp://", .host),
            ("smtp://u:hunter2@", .host), ("smtp://u:hunter2@ma il", .host), ("smtp://u:hunter2@[::x]", .host),
            ("smtp://u:hunter2@mail:0", .port), ("smtp://u:hunter2@mail:x", .port), ("smtp://u:hunter2@mail:", .port),
            ("smtp://u:hunter2%zz@mail", .encoding), ("smtp://u:hunter2%0d@mail", .encoding),
            ("smtp://u:hun/ter2@mail", .unencoded), ("smtp://u:hun?ter2@mail", .unencoded),
            ("smtp://u:hun#ter2@mail", .unencoded), ("smtp://:hunter2@mail", .noUser),
            ("smtp://u:hunter2@mail?tls=maybe", .security), ("smtps://u:hunter2@mail?tls=off", .needlessOption),
            ("smtp://u:hunter2@mail?hunter2", .option), ("smtp://u:hunter2@mail/path", .option),
            ("smtp://u:hunter2@mail?tls=off&tls=try", .option),
            ("smtp://u:hunter2@mail?cafile=/nowhere.pem", .authorities),
            ("smtp://u:hunter2@mail?cafile=etc/passwd", .authorities),
        ] as [(String, MailServerError)])
    func mistakes(url: String, expected: MailServerError) {
        #expect(throws: expected) { try MailServer(url: url) }
        #expect(!expected.description.contains("hun"))
    }

    @Test("what a log says of a server has neither user nor password in it")
    func description() throws {
        let server = try MailServer(url: "smtp://bo:hunter2@mail.example.edu")
        #expect("\(server)" == "smtp://mail.example.edu:587")
        #expect(String(reflecting: server) == "smtp://mail.example.edu:587")
    }
}
