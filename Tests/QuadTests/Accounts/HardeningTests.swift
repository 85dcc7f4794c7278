import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Ways around what protects accounts")
struct HardeningTests {
    @Test("who is silenced stays so through deleting the account and coming back", arguments: [true, false])
    func silence(hasEnd: Bool) throws {
        try withCampus { campus in
            let id = try campus.insertAccount("leila.farahani", state: "silenced")
            try campus.run("UPDATE universities SET user_count = 1")
            if hasEnd {
                try campus.run("UPDATE users SET state_until = now() + interval '1 day', state_reason = 'Rule 2.'")
            }
            _ = try campus.database.fetch(.closeAccount(Member.ID(rawValue: id), as: .deleted))
            let visitor = TestVisitor(campus)
            _ = visitor.post("/sign-in", Typed.signIn("leila.farahani"))
            #expect(visitor.isSignedIn)
            #expect(try campus.database.fetch(Query<String>.value("SELECT state FROM users")) == "silenced")
        }
    }

    @Test("a slow route spelled another way leads to its own spelling, and to no hash on the fast lane")
    func spelling() throws {
        try withCampus { campus in
            let response = TestVisitor(campus).post("/sign-i%6E", Typed.signIn("leila.farahani"))
            #expect(response.status == .permanentRedirect)
            #expect(response["Location"] == "/sign-in")
        }
    }

    @Test("“that wasn’t me” sends no link to an address that the intruder added")
    func intruder() throws {
        try withCampus { campus in
            try campus.insertDomain()
            let id = try campus.insertAccount("leila.farahani")
            _ = TestVisitor(campus).post("/sign-in", Typed.signIn("leila.farahani"))
            let intruder = TestVisitor(campus, userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0")
            _ = intruder.post("/sign-in", Typed.signIn("leila.farahani"))
            let notMe = try #require(try campus.mails().last { $0.link?.hasPrefix("/not-me") == true }?.token)
            try campus.run("UPDATE users SET personal_email = 'intruder@mailbox.example' WHERE id = \(id)")
            _ = try campus.database.fetch(
                .noteSecurityEvent(.personalEmailAdded, of: Member.ID(rawValue: id), device: "", network: ""))
            #expect(TestVisitor(campus).post("/not-me", [("token", notMe)]).status == .ok)
            let resets = try campus.mails().filter { $0.link?.hasPrefix("/reset-password") == true }.map(\.recipient)
            #expect(resets == ["leila.farahani@alderbay.example"])
        }
    }

    @Test("a link for a new password ends with the address it went to, and a changed password forgets other browsers")
    func leftovers() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("leila.farahani", personalEmail: "leila@mailbox.example")
            let owner = TestVisitor(campus)
            let other = TestVisitor(campus, userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0")
            _ = owner.post("/sign-in", Typed.signIn("leila.farahani"))
            _ = other.post("/sign-in", Typed.signIn("leila.farahani"))
            _ = other.post("/forgot-password", [("email", "leila@mailbox.example")])
            let reset = try #require(try campus.mails().last { $0.link?.hasPrefix("/reset-password") == true }?.link)
            _ = owner.post("/settings/account/personal-email/removal", [("current-password", Typed.password)])
            #expect(TestVisitor(campus).get(reset).status == .gone)
            #expect(try campus.database.fetch(Query<Int>.value("SELECT count(*) FROM devices")) == 2)
            _ = owner.post(
                "/settings/security/password",
                [("current-password", Typed.password), ("new-password", Typed.otherPassword)])
            #expect(try campus.database.fetch(Query<Int>.value("SELECT count(*) FROM devices")) == 1)
            #expect(owner.isSignedIn && !other.isSignedIn)
        }
    }
}
