import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Forgetting the password")
struct PasswordResetTests {
    private func ask(_ visitor: TestVisitor, _ name: String) throws -> Response {
        visitor.post("/forgot-password", [("email", "\(name)@alderbay.example")])
    }

    @Test("the same is said, and done, with and without an account; only one gets a mail")
    func known() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("known.person")
            _ = TestVisitor(campus).post("/sign-up", Typed.signUp("waits.person"))
            _ = try campus.mails()
            let before = try campus.mails().count
            let looks = try ["known.person", "other.person", "waits.person"].map { name in
                let visitor = TestVisitor(campus)
                let answers = [try ask(visitor, name), visitor.get("/forgot-password/sent")]
                return answers.map { appearance($0, without: name) }
            }
            #expect(Set(looks).count == 1)
            #expect(try campus.count("SELECT count(*) FROM jobs WHERE kind = 'password_reset_mail'") == 3)
            let mails = try campus.mails().dropFirst(before)
            #expect(mails.map(\.recipient) == ["known.person@alderbay.example"])
        }
    }

    @Test("the link sets a new password once, ends every session, tells both addresses, and signs in")
    func reset() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person", personalEmail: "me@mailbox.example")
            let other = TestVisitor(campus)
            _ = other.post("/sign-in", Typed.signIn("known.person"))
            for _ in 0..<2 { _ = try ask(TestVisitor(campus), "known.person") }
            let tokens = try campus.mails().compactMap(\.token)
            #expect(tokens.count == 2)

            let visitor = TestVisitor(campus)
            #expect(visitor.get("/reset-password?token=\(tokens[0])").text.contains("10,000 passwords"))
            let fields = { (password: String) in [("token", tokens[0]), ("password", password)] }
            for weak in ["short", "passwordpassword", "known.person2026"] {
                #expect(visitor.post("/reset-password", fields(weak)).status == .unprocessableContent, "\(weak)")
            }
            let answer = visitor.post("/reset-password", fields(Typed.otherPassword))
            #expect(answer.status == .seeOther)
            #expect(answer["Location"] == "/home")
            #expect(visitor.isSignedIn && !other.isSignedIn)
            #expect(try campus.events(of: id).contains("password_reset"))

            for token in tokens {
                #expect(visitor.get("/reset-password?token=\(token)").status == .gone)
                let again = visitor.post("/reset-password", [("token", token), ("password", Typed.password)])
                #expect(again.status == .gone)
            }
            let told = try campus.mails().filter { $0.subject.contains("was changed") }
            #expect(Set(told.map(\.recipient)) == ["known.person@alderbay.example", "me@mailbox.example"])
            #expect(TestVisitor(campus).post("/sign-in", Typed.signIn("known.person")).status == .unprocessableContent)
            let new = Typed.signIn("known.person", Typed.otherPassword)
            #expect(TestVisitor(campus).post("/sign-in", new).status == .seeOther)
        }
    }

    @Test("the owner who is still signed in somewhere may reset there")
    func signedIn() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let visitor = TestVisitor(campus)
            _ = visitor.post("/sign-in", Typed.signIn("known.person"))
            _ = try ask(visitor, "known.person")
            let token = try #require(try campus.mails().last?.token)
            let answer = visitor.post("/reset-password", [("token", token), ("password", Typed.otherPassword)])
            #expect(answer["Location"] == "/home")
            #expect(visitor.isSignedIn)
        }
    }

    @Test("an hour later the link is too old, and leads to another")
    func expired() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let visitor = TestVisitor(campus)
            _ = try ask(visitor, "known.person")
            let token = try #require(try campus.mails().last?.token)
            try campus.run("UPDATE email_tokens SET expires_at = now() - interval '1 second'")
            let late = visitor.post("/reset-password", [("token", token), ("password", Typed.otherPassword)])
            #expect(late.status == .gone)
            #expect(late.text.contains("href=\"/forgot-password\""))
        }
    }

    @Test("a suspended account gets a new password, and stays suspended")
    func suspended() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person", state: "suspended")
            let visitor = TestVisitor(campus)
            _ = try ask(visitor, "known.person")
            let token = try #require(try campus.mails().last?.token)
            let answer = visitor.post("/reset-password", [("token", token), ("password", Typed.otherPassword)])
            #expect(answer["Location"] == "/sign-in")
            #expect(!visitor.isSignedIn)
        }
    }

    @Test("three mails an hour go to an address, and who asks for more is told the same")
    func limit() throws {
        try withCampus {
            $0.limits.mailsPerAccount = 3
        } _: { campus in
            let name = "p" + UUID().uuidString.lowercased().prefix(8)
            try campus.insertAccount(name)
            let looks = try (0..<5).map { _ in appearance(try ask(TestVisitor(campus), name), without: name) }
            #expect(Set(looks).count == 1)
            #expect(try campus.mails().count == 3)
        }
    }
}
