import FoundationEssentials
import Postgres
import TestSupport
import Testing
import WebClient

@testable import Quad

@Suite("When the mail server is away")
struct MailServerAwayTests {
    @Test("for an hour, the mail waits, is tried again with longer pauses, and arrives once")
    func anHour() throws {
        try withCampus { campus in
            try campus.run("UPDATE site SET is_demonstration = false")
            try campus.insertAccount("leila.farahani")
            _ = try campus.database.fetch(.enqueue(PasswordResetMail(email: "leila.farahani@alderbay.example")))
            var waited = 0.0
            // Nobody listens there.
            try campus.withMail(at: "smtp://127.0.0.1:1") { () throws in
                for attempt in 1...7 {
                    #expect(
                        try eventually {
                            try campus.jobs().first.map { $0.attempts == attempt && $0.state == "waiting" } == true
                        })
                    waited += try campus.jobs().first?.delay ?? 0
                    if attempt < 7 { try campus.run("UPDATE jobs SET run_at = now()") }
                }
            }
            #expect(waited > 3_600, "it is tried for longer than an hour")
            try withMailServer { (server) throws in
                try campus.withMail(at: "smtp://127.0.0.1:\(server.port)") { () throws in
                    try campus.run("UPDATE jobs SET run_at = now()")
                    let mail = try server.message()
                    #expect(mail.recipients == ["leila.farahani@alderbay.example"])
                    #expect(mail.text.contains("/reset-password?token="))
                    #expect(try eventually { try campus.jobs().isEmpty })
                }
            }
        }
    }

    @Test("who is refused for good is not tried again, and an admin sees why")
    func refused() throws {
        try withCampus { campus in
            try campus.run("UPDATE site SET is_demonstration = false")
            try campus.insertAccount("leila.farahani")
            _ = try campus.database.fetch(.enqueue(PasswordResetMail(email: "leila.farahani@alderbay.example")))
            try withMailServer("refuse") { (server) throws in
                try campus.withMail(at: "smtp://127.0.0.1:\(server.port)") { () throws in
                    #expect(try eventually { try campus.jobs().first?.state == "dead" })
                }
            }
            #expect(try campus.jobs().first?.attempts == 1)
            #expect(try campus.jobs().first?.lastError?.contains("leila") == false)
        }
    }
}

extension TestCampus {
    /// Calls `body` while mails go out by this server.
    fileprivate func withMail(at url: String, _ body: () throws -> Void) throws {
        var settings = application.settings
        settings.mail = MailSettings(
            server: try MailServer(url: url), sender: try #require(MailAddress("quad@quad.test")))
        let runner = JobRunner(
            settings: settings, log: try AccessLog(.none), metrics: application.metrics, threads: 1, schedules: [],
            pace: JobPace(poll: .milliseconds(50)))
        runner.start()
        defer { runner.stop() }
        try body()
    }
}
