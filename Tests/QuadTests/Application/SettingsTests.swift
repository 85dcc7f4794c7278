import Postgres
import Testing

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
}
