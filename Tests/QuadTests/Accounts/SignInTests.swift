import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Signing in and out")
struct SignInTests {
    @Test("with either address in any case, the owner is in, and out again")
    func inAndOut() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person", personalEmail: "Me@mailbox.example")
            for email in ["KNOWN.person@alderbay.example", " me@MAILBOX.example "] {
                let visitor = TestVisitor(campus)
                let answer = visitor.post("/sign-in", [("email", email), ("password", Typed.password)])
                #expect(answer.status == .seeOther)
                #expect(answer["Location"] == "/home")
                #expect(visitor.isSignedIn)
                for _ in 0..<2 { #expect(visitor.post("/sign-out")["Location"] == "/") }
                #expect(!visitor.isSignedIn)
            }
            #expect(try campus.events(of: id) == ["signed_in", "signed_out", "signed_in", "new_device", "signed_out"])
        }
    }

    @Test("a wrong password, an unknown address and a reset account are one answer")
    func wrong() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            try campus.insertAccount("blank.person")
            try campus.run("UPDATE users SET password_hash = NULL WHERE username = 'blank.person'")
            let looks = ["known.person", "other.person", "blank.person"].map { name in
                let answer = TestVisitor(campus).post("/sign-in", Typed.signIn(name, Typed.otherPassword))
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("value=\"\(name)@alderbay.example\""))
                return appearance(answer, without: name)
            }
            #expect(Set(looks).count == 1)
            #expect(!looks[0].contains("Set-Cookie") && !looks[0].contains(Typed.otherPassword))
        }
    }

    @Test("failures are noted for accounts alone, twenty a day at most")
    func failures() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person")
            try campus.run(
                """
                INSERT INTO security_events (id, user_id, kind)
                SELECT gen_random_uuid(), \(id), 'sign_in_failed' FROM generate_series(1, 18)
                """)
            for name in ["known.person", "other.person", "known.person", "known.person"] {
                _ = TestVisitor(campus).post("/sign-in", Typed.signIn(name, "wrong"))
            }
            try campus.runJobs()
            #expect(try campus.count("SELECT count(*) FROM security_events") == 20)
        }
    }

    @Test("what is no address is told so, and asks nobody")
    func noAddress() throws {
        try withCampus { campus in
            let answer = TestVisitor(campus).post("/sign-in", [("email", "leila"), ("password", "x")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("There’s no @ in it."))
        }
    }

    @Test("a session known before is not the one afterwards, and ends")
    func fixation() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let visitor = TestVisitor(campus)
            let planted = Token().text
            visitor.give("session", planted)
            #expect(visitor.post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
            let first = try #require(visitor.cookies["session"])
            #expect(first != planted)
            #expect(visitor.post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
            #expect(visitor.cookies["session"] != first)
            let thief = TestVisitor(campus)
            for token in [planted, first] {
                thief.give("session", token)
                #expect(!thief.isSignedIn)
            }
        }
    }

    @Test(
        "one is led to pages of this site alone",
        arguments: [
            ("/c/algorithms?order=new", "/c/algorithms?order=new"), ("https://evil.example/", "/home"),
            ("//evil.example", "/home"), ("/\\evil.example", "/home"), ("javascript:alert(1)", "/home"),
            ("/a\r\nSet-Cookie: session=x", "/home"), ("", "/home"),
        ])
    func destinations(to: String, leads: String) throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let answer = TestVisitor(campus).post("/sign-in", Typed.signIn("known.person") + [("to", to)])
            #expect(answer["Location"] == leads)
        }
    }

    @Test("what was written before the session ended comes back after signing in, also after a wrong password")
    func keptForm() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let kept = [
                ("kept-action", "/c/algorithms/posts"), ("kept.title", "Heaps"), ("kept.body", "I <wonder>."),
            ]
            let visitor = TestVisitor(campus)
            let wrong = visitor.post("/sign-in", Typed.signIn("known.person", "wrong") + kept)
            #expect(wrong.text.contains("value=\"I &lt;wonder&gt;.\""))
            let page = visitor.post("/sign-in", Typed.signIn("known.person") + kept)
            #expect(page.status == .ok)
            for words in ["action=\"/c/algorithms/posts\"", "I &lt;wonder&gt;.", "Your account, Known Person"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(visitor.isSignedIn)
        }
    }

    @Test("what was written is kept, too, when signing in has to wait for the database or a place")
    func keptWhileBusy() throws {
        try withCampus { campus in
            let fields = Typed.signIn("known.person") + [("kept-action", "/c/a/posts"), ("kept.body", "My words")]
            let request = Request(
                .post, "/sign-in", headers: [("Sec-Fetch-Site", "none")], body: .form(FormFields(fields)))
            let refused = try #require(campus.application.refuse(Refusal(.queueFull), of: request))
            #expect(refused.status == .serviceUnavailable)
            #expect(refused.text.contains("My words") && refused.text.contains("name=\"kept.body\""))
            #expect(!refused.text.contains(Typed.password))
        }
    }

    @Test("a suspended account says until when and why, to its owner alone")
    func suspended() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person", state: "suspended")
            try campus.run(
                "UPDATE users SET state_until = '2999-01-02 03:04Z', state_reason = 'Selling exam answers.'")
            let wrong = TestVisitor(campus).post("/sign-in", Typed.signIn("known.person", "wrong"))
            #expect(wrong.status == .unprocessableContent && !wrong.text.contains("suspended"))
            let answer = TestVisitor(campus).post("/sign-in", Typed.signIn("known.person"))
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("suspended until 1 Jan 2999, 19:04. The reason: Selling exam answers."))
            try campus.run("UPDATE users SET state_until = now() - interval '1 minute'")
            #expect(TestVisitor(campus).post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
        }
    }

    @Test(
        "signing in brings back what its owner put aside",
        arguments: [("deactivated", "reactivated"), ("deleted", "deletion_undone")])
    func reopened(state: String, event: String) throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person", state: state)
            let visitor = TestVisitor(campus)
            #expect(visitor.post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
            #expect(visitor.get("/communities").text.contains("Your account is active again"))
            #expect(try campus.events(of: id) == [event, "signed_in"])
            #expect(try campus.count("SELECT user_count FROM universities") == 1)
            try campus.run("UPDATE users SET state = 'deleted', state_since = now() - interval '31 days'")
            let late = TestVisitor(campus).post("/sign-in", Typed.signIn("known.person"))
            #expect(late.status == .unprocessableContent)
        }
    }

    @Test("a password hashed at another cost is hashed anew, and goes on working")
    func rehash() throws {
        try withCampus {
            $0.passwordPasses = 3
        } _: { campus in
            try campus.insertAccount("known.person")
            for _ in 0..<2 {
                #expect(TestVisitor(campus).post("/sign-in", Typed.signIn("known.person")).status == .seeOther)
                let stored = try campus.database.fetch(Query<String>.value("SELECT password_hash FROM users"))
                #expect(stored.contains(",t=3,"))
            }
        }
    }

    @Test("nobody comes in with a password that was changed while it was compared")
    func changedMeanwhile() throws {
        try withCampus { campus in
            let id = try campus.insertAccount("known.person")
            let request = Request(.post, "/sign-in", headers: [("Sec-Fetch-Site", "none")])
            let context = Context(
                request: request, worker: campus.worker, application: campus.application, now: .now)
            let owner = AccountOwner(id: Member.ID(rawValue: id), state: .active, password: "an older one")
            #expect(try context.enter(owner) == nil)
            #expect(try campus.count("SELECT count(*) FROM sessions") == 0)
        }
    }
}
