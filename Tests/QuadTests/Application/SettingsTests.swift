import Postgres
import Testing
import WebClient

@testable import Quad

@Suite("Reading settings")
struct SettingsTests {
    private let least = ["DATABASE_URL": "postgresql:///quad", "REDIS_URL": "redis://localhost:6379"]

    @Test("the two addresses are enough")
    func defaults() throws {
        let settings = try Settings(environment: least)
        #expect(settings.origin == "http://localhost:8080")
        #expect(settings.hosts == ["localhost"])
        #expect(settings.port == 8080)
    }

    @Test("all mistakes are reported at once, each naming its setting")
    func allMistakes() throws {
        let wrong = [
            "REDIS_URL": "mysql://x", "BASE_URL": "quad.example.edu", "PORT": "eighty", "WORKERS": "0",
            "TRUSTED_PROXIES": "10.0.0.0/99", "QUAD_PREPARED_STATEMENTS": "perhaps",
        ]
        let mistakes = #expect(throws: SettingsMistakes.self) { try Settings(environment: wrong) }?.mistakes ?? []
        for name in ["DATABASE_URL"] + wrong.keys {
            #expect(mistakes.contains { $0.hasPrefix(name) }, "\(name) is not named")
        }
    }

    @Test(
        "the site’s own host is known without its port",
        arguments: [
            ("https://Quad.example.edu", nil), ("https://quad.example.edu:8443/", "quad.example.edu"),
            ("http://[::1]:8080", "[::1]"), ("https://quad.example.edu/path", nil),
        ] as [(String, String?)])
    func hosts(url: String, host: String?) throws {
        let settings = try? Settings(environment: least.merging(["BASE_URL": url]) { $1 })
        #expect(settings?.hosts == host.map { [$0] })
    }

    @Test("mail comes from an address of the site’s own host, unless another is named")
    func mail() throws {
        let server = ["SMTP_URL": "smtp://u:hunter2@mail.example.edu", "BASE_URL": "https://quad.example.edu:8443"]
        let settings = try Settings(environment: least.merging(server) { $1 })
        #expect(settings.mail?.sender.text == "quad@quad.example.edu")
        let named = server.merging(["MAIL_FROM": "Help@example.edu"]) { $1 }
        #expect(try Settings(environment: least.merging(named) { $1 }).mail?.sender.text == "Help@example.edu")
        #expect(try Settings(environment: least).mail == nil)
    }

    @Test(
        "mistakes about mail are reported, and no password with them",
        arguments: [
            (["SMTP_URL": "mail.example.edu"], "SMTP_URL"), (["MAIL_FROM": "Quad <quad@example.edu>"], "MAIL_FROM"),
            (["SMTP_URL": "smtp://u:hunter2@"], "SMTP_URL"), (["SMTP_URL": "smtp://u:hunt/er2@mail"], "SMTP_URL"),
            (["SMTP_URL": "smtp://mail", "BASE_URL": "http://[::1]:8080"], "MAIL_FROM"),
        ] as [([String: String], String)])
    func mailMistakes(wrong: [String: String], name: String) {
        let error = #expect(throws: SettingsMistakes.self) {
            try Settings(environment: least.merging(wrong) { $1 })
        }
        #expect(error?.mistakes.count == 1)
        #expect(error?.mistakes.first?.hasPrefix(name) == true)
        #expect(error?.description.contains("hunt") == false)
    }
}
