import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Quad

@Suite("Confirming an address")
struct VerificationTests {
    /// A campus where Leila has signed up, her browser, and the secret of her link.
    private func withSignUp(_ body: (TestCampus, TestVisitor, String) throws -> Void) throws {
        try withCampus { campus in
            try campus.insertDomain()
            let visitor = TestVisitor(campus)
            let link = try campus.linkAfterSigningUp(visitor, Typed.signUp())
            try body(campus, visitor, String(link.suffix(43)))
        }
    }

    @Test("on another device the password is asked, so that nobody confirms a stranger’s")
    func otherDevice() throws {
        try withSignUp { (campus, _, token) throws in
            let phone = TestVisitor(campus)
            let page = phone.get("/verify-email?token=\(token)")
            #expect(page.text.contains("type=\"password\"") && page.text.contains("It wasn’t me"))
            for wrong in ["", Typed.otherPassword] {
                let refused = phone.post("/verify-email", [("token", token), ("password", wrong)])
                #expect(refused.status == .unprocessableContent)
            }
            #expect(try campus.count("SELECT count(*) FROM users") == 0)
            #expect(phone.post("/verify-email", [("token", token), ("password", Typed.password)]).status == .seeOther)
            #expect(phone.isSignedIn)
        }
    }

    @Test("who never signed up says so, and nothing becomes of it")
    func refusal() throws {
        try withSignUp { (campus, visitor, token) throws in
            let owner = TestVisitor(campus)
            #expect(owner.post("/verify-email/refusal", [("token", token)]).status == .seeOther)
            #expect(try campus.count("SELECT count(*) FROM sign_ups") == 0)
            #expect(visitor.post("/verify-email", [("token", token)]).status == .notFound)
            #expect(try campus.count("SELECT count(*) FROM users") == 0)
        }
    }

    @Test("opened twice, the second time says so; signed in, it leads home; refusing it then does nothing")
    func twice() throws {
        try withSignUp { (campus, visitor, token) throws in
            #expect(visitor.post("/verify-email", [("token", token)]).status == .seeOther)
            #expect(visitor.get("/verify-email?token=\(token)")["Location"] == "/home")
            let other = TestVisitor(campus)
            for answer in [other.get("/verify-email?token=\(token)"), other.post("/verify-email", [("token", token)])] {
                #expect(answer.status == .gone)
                #expect(answer.text.contains("used already") && answer.text.contains("href=\"/sign-in\""))
            }
            _ = other.post("/verify-email/refusal", [("token", token)])
            #expect(other.post("/verify-email/again", [("token", token)]).status == .gone)
            #expect(try campus.count("SELECT count(*) FROM users") == 1)
            let kept = try campus.database.fetch(Query<String>.value("SELECT password_hash FROM sign_ups"))
            #expect(kept == "-", "the password’s hash is in one place alone")
        }
    }

    @Test("two mails for one sign-up make one account")
    func twoLinks() throws {
        try withSignUp { (campus, visitor, token) throws in
            _ = visitor.post("/sign-up/again")
            let second = try #require(try campus.mails().last?.token)
            #expect(second != token)
            #expect(visitor.post("/verify-email", [("token", token)]).status == .seeOther)
            #expect(TestVisitor(campus).get("/verify-email?token=\(second)").status == .gone)
        }
    }

    @Test("an expired link offers a new one, which works")
    func expired() throws {
        try withSignUp { (campus, visitor, token) throws in
            try campus.run("UPDATE email_tokens SET expires_at = now() - interval '1 second'")
            let page = visitor.get("/verify-email?token=\(token)")
            #expect(page.status == .gone)
            #expect(page.text.contains("Send a new link"))
            #expect(visitor.post("/verify-email", [("token", token)]).status == .gone)
            #expect(visitor.post("/verify-email/again", [("token", token)]).status == .seeOther)
            let renewed = try #require(try campus.mails().last?.token)
            #expect(visitor.post("/verify-email", [("token", renewed)]).status == .seeOther)
        }
    }

    @Test(
        "a secret that is none of ours leads nowhere",
        arguments: ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../../../etc/passwd"])
    func forged(token: String) throws {
        try withSignUp { (campus, visitor, _) throws in
            for path in ["/verify-email", "/reset-password", "/not-me"] {
                #expect(visitor.get("\(path)?token=\(token)").status == .notFound)
                #expect(visitor.post(path, [("token", token), ("password", Typed.password)]).status == .notFound)
            }
            #expect(try campus.count("SELECT count(*) FROM users") == 0)
        }
    }

    @Test("a link is good for what it is for alone")
    func otherPurpose() throws {
        try withSignUp { (campus, visitor, token) throws in
            #expect(
                visitor.post("/reset-password", [("token", token), ("password", "a b c d e f g h i")]).status
                    == .notFound)
            #expect(visitor.post("/not-me", [("token", token)]).status == .notFound)
        }
    }

    @Test("a username taken meanwhile is asked anew, with one that is free")
    func usernameTaken() throws {
        try withSignUp { (campus, visitor, token) throws in
            _ = try campus.insertUser("Other", username: "leila.farahani")
            try campus.run("UPDATE users SET email = 'other@alderbay.example'")
            let page = visitor.post("/verify-email", [("token", token)])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("@leila.farahani is taken. @leilafarahani is free."))
            let answer = visitor.post("/verify-email", [("token", token), ("username", "leilafarahani")])
            #expect(answer.status == .seeOther)
            #expect(try campus.count("SELECT count(*) FROM users WHERE username = 'leilafarahani'") == 1)
        }
    }

    @Test(
        "an address that has an account meanwhile, as first or second, leads to signing in", arguments: [true, false])
    func addressTaken(isPersonal: Bool) throws {
        try withSignUp { (campus, visitor, token) throws in
            let email = "Leila.Farahani@alderbay.example"
            let id = try campus.insertAccount("somebody", personalEmail: isPersonal ? email : nil)
            if !isPersonal { try campus.run("UPDATE users SET email = \(email) WHERE id = \(id)") }
            let answer = visitor.post("/verify-email", [("token", token)])
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("href=\"/sign-in\""))
            #expect(try campus.count("SELECT count(*) FROM users") == 1)
        }
    }

    @Test("confirmed by two at once, it is one account")
    func atOnce() throws {
        try withSignUp { (campus, visitor, token) throws in
            let application = campus.application
            let cookie = try #require(visitor.cookies["sign-up"])
            let statuses = Mutex<[Int]>([])
            let threads = (0..<4).map { number in
                TestThread {
                    let request = Request(
                        .post, "/verify-email", headers: [("Sec-Fetch-Site", "none"), ("Cookie", "sign-up=\(cookie)")],
                        body: .form(FormFields([("token", token)])))
                    let worker = application.makeWorker(number: number)
                    let status = application.respond(to: request, on: worker).status.code
                    statuses.withLock { $0.append(status) }
                }
            }
            for thread in threads { thread.join() }
            #expect(statuses.withLock { $0.sorted() } == [303, 410, 410, 410])
            #expect(try campus.count("SELECT count(*) FROM users") == 1)
            #expect(try campus.count("SELECT user_count FROM universities") == 1)
        }
    }

    @Test("a page whose address holds a secret is kept by nobody and told to no other site")
    func headers() throws {
        try withSignUp { (campus, visitor, token) throws in
            for page in [visitor.get("/verify-email?token=\(token)"), visitor.get("/reset-password?token=\(token)")] {
                #expect(page["Cache-Control"] == "private, no-store")
                #expect(page.headers.filter { $0.name == "Referrer-Policy" }.map(\.value) == ["same-origin"])
                #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"))
            }
        }
    }
}
