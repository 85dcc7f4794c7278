import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Password and devices")
struct SecuritySettingsTests {
    @Test("a change of password ends every other session, and this one goes on under a new token")
    func password() throws {
        try withOwner { campus, owner, visitor in
            let other = try campus.visitor(signedInAs: owner)
            #expect(other.isSignedIn)
            let before = visitor.cookies["session"]
            let changed = visitor.post("/settings/security/password", Self.change)
            #expect(changed.status == .seeOther && changed["Location"] == "/settings/security")
            #expect(visitor.isSignedIn && visitor.cookies["session"] != before)
            #expect(!other.isSignedIn)
            let stale = TestVisitor(campus)
            stale.give("session", before ?? "")
            #expect(!stale.isSignedIn)
            let hash = try campus.database.fetch(Query<String>.value("SELECT password_hash FROM users"))
            #expect(try PasswordHash(stored: hash)?.matches(Typed.otherPassword) == true)
            #expect(try campus.events(of: owner) == ["password_changed"])
            #expect(
                try campus.count("SELECT count(*) FROM jobs WHERE kind = 'password_changed_mail'") > 0)
        }
    }

    @Test("a wrong password and a weak one are both told, and nothing changes")
    func wrong() throws {
        try withOwner { campus, owner, visitor in
            let page = visitor.post(
                "/settings/security/password", [("current-password", "wrong"), ("new-password", "leilafarahani")])
            #expect(page.status == .unprocessableContent && page.text.contains("Two things to mend"))
            #expect(page.text.contains("isn’t your password") && page.text.contains("mostly your"))
            let events = try campus.events(of: owner)
            #expect(events == ["sign_in_failed"])
            let page2 = visitor.post(
                "/settings/security/password",
                [("current-password", Typed.password), ("new-password", "short")])
            #expect(page2.status == .unprocessableContent && !page2.text.contains(Typed.password))
            #expect(visitor.isSignedIn)
        }
    }

    @Test("guesses at the password are counted as at signing in")
    func guesses() throws {
        try withOwner({ $0.limits.signInsPerAccount = 3 }) { campus, owner, visitor in
            let address = "x\(UInt64.random(in: 0..<UInt64.max))@alderbay.example"
            try campus.run("UPDATE users SET email = \(address) WHERE id = \(owner)")
            for _ in 0..<3 {
                #expect(
                    visitor.post("/settings/security/password", [("current-password", "wrong")]).status
                        == .unprocessableContent)
            }
            #expect(visitor.post("/settings/security/password", Self.change).status == .tooManyRequests)
        }
    }

    @Test("the list of devices marks this one, and signs out one, all others, or itself")
    func devices() throws {
        try withOwner { campus, owner, visitor in
            let (second, third) = (try campus.signIn(owner), try campus.visitor(signedInAs: owner))
            try campus.run("UPDATE sessions SET network = '203.0.113.…', device = 'Firefox on Android'")
            let page = visitor.get("/settings/security").text
            #expect(page.ranges(of: "This device").count == 1)
            #expect(page.ranges(of: "Sign out Firefox on Android").count == 3)
            #expect(page.contains("from 203.0.113.…, since"))

            let end = SettingsPaths.end(second.member.session)
            for _ in 0..<2 { #expect(visitor.post(end)["Location"] == "/settings/security") }
            #expect(!campus.get("/communities", as: second).text.contains("Your account"))
            #expect(third.isSignedIn)
            #expect(visitor.post("/settings/security/sessions/end").status == .seeOther)
            #expect(!third.isSignedIn && visitor.isSignedIn)
            #expect(try campus.events(of: owner) == ["signed_out_device", "signed_out_everywhere"])

            let own = try campus.database.fetch(
                Query<Session.ID>.value("SELECT id FROM sessions WHERE revoked_at IS NULL"))
            #expect(visitor.post(SettingsPaths.end(own))["Location"] == "/")
            #expect(!visitor.isSignedIn)
        }
    }

    @Test("nobody ends another member’s session")
    func foreign() throws {
        try withOwner { campus, _, visitor in
            let other = try campus.signIn(campus.insertUser())
            #expect(visitor.post(SettingsPaths.end(other.member.session)).status == .seeOther)
            #expect(campus.get("/communities", as: other).text.contains("Your account"))
            #expect(visitor.post("/settings/security/sessions/nonsense/end").status == .notFound)
        }
    }

    @Test("every kind of event is told in words, the newest first")
    func events() throws {
        try withOwner { campus, owner, visitor in
            for (minute, event) in SecurityEvent.allCases.enumerated() {
                try campus.run(
                    """
                    INSERT INTO security_events (id, user_id, kind, device, network, created_at)
                    VALUES (\(UUIDv7.generate()), \(owner), \(event), 'A browser on Linux', '203.0.113.…',
                        now() - \(Duration.seconds(60 * minute)))
                    """)
            }
            let page = visitor.get("/settings/security").text
            #expect(page.ranges(of: " with a browser on Linux, from 203.0.113.…").count == SecurityEvent.allCases.count)
            let joined = try #require(page.firstRange(of: "Joined with"))
            let kept = try #require(page.firstRange(of: "Kept the account after all"))
            #expect(joined.lowerBound < kept.lowerBound)
        }
    }

    static let change = [("current-password", Typed.password), ("new-password", Typed.otherPassword)].map {
        (name: $0.0, value: $0.1)
    }
}
