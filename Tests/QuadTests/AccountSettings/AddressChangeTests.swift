import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Changing an account’s addresses")
struct AddressChangeTests {
    @Test("a new university address counts once its link is opened, and the old one hears of it")
    func email() throws {
        try withOwner { campus, owner, visitor in
            let sent = visitor.post("/settings/account/email", Self.typed("Leila.F@alderbay.example"))
            #expect(sent.status == .seeOther && sent["Location"] == "/settings/account")
            #expect(visitor.get("/settings/account").text.contains("We’ve sent a link"))
            let mails = try campus.mails()
            #expect(Set(mails.map(\.recipient)) == ["Leila.F@alderbay.example", "leila.farahani@alderbay.example"])
            #expect(try campus.email(of: owner) == "leila.farahani@alderbay.example")

            let link = try #require(mails.compactMap(\.link).first)
            let token = try #require(mails.compactMap(\.token).first)
            let question = visitor.get(link)
            #expect(question.status == .ok && question.text.contains("Is Leila.F@alderbay.example yours?"))
            #expect(question["Cache-Control"] == "private, no-store")
            // Looking into a mail opens links; that changes nothing.
            #expect(try campus.email(of: owner) == "leila.farahani@alderbay.example")
            let done = visitor.post("/confirm-address", [("token", token)])
            #expect(done.status == .seeOther && done["Location"] == "/settings/account")
            #expect(visitor.isSignedIn)
            #expect(try campus.email(of: owner) == "Leila.F@alderbay.example")
            #expect(try campus.events(of: owner) == ["email_changed"])
            let notice = try #require(try campus.mails().last)
            #expect(notice.recipient == "leila.farahani@alderbay.example" && notice.subject.contains("was changed"))

            #expect(visitor.post("/confirm-address", [("token", token)]).status == .gone)
            #expect(visitor.get(link).status == .gone)
        }
    }

    @Test("a personal address is added by its link, on another device too, and removed with the password")
    func personal() throws {
        try withOwner { campus, owner, visitor in
            _ = visitor.post("/settings/account/personal-email", Self.typed("leila@home.example"))
            let token = try #require(try campus.mails().compactMap(\.token).first)
            let elsewhere = TestVisitor(campus)
            let done = elsewhere.post("/confirm-address", [("token", token)])
            #expect(done.status == .seeOther && done["Location"] == "/sign-in")
            #expect(try campus.personalEmail(of: owner) == "leila@home.example")
            #expect(visitor.get("/settings/account").text.contains("leila@home.example"))
            #expect(visitor.get("/settings/account/personal-email/removal").text.contains("Remove your personal"))

            let wrong = visitor.post("/settings/account/personal-email/removal", [("current-password", "wrong")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("isn’t your password"))
            for _ in 0..<2 {
                let removed = visitor.post(
                    "/settings/account/personal-email/removal", [("current-password", Typed.password)])
                #expect(removed["Location"] == "/settings/account")
            }
            #expect(try campus.personalEmail(of: owner) == nil)
            #expect(
                try campus.events(of: owner) == ["personal_email_added", "sign_in_failed", "personal_email_removed"])
            #expect(try campus.mails().count { $0.subject.contains("was removed") } == 1)
            #expect(visitor.get("/settings/account/personal-email/removal").status == .notFound)
        }
    }

    @Test("nobody learns whether an address is another account’s, but the one whose it is")
    func taken() throws {
        try withOwner { campus, owner, visitor in
            try campus.insertAccount("bo.li", personalEmail: "bo@home.example")
            for (path, address) in [
                ("email", "Bo.Li@alderbay.example"), ("email", "free@alderbay.example"),
                ("personal-email", "bo@home.example"), ("personal-email", "free@home.example"),
            ] {
                let response = visitor.post("/settings/account/\(path)", Self.typed(address))
                #expect(response.status == .seeOther && response["Location"] == "/settings/account")
            }
            let mails = try campus.mails()
            for taken in ["Bo.Li@alderbay.example", "bo@home.example"] {
                let mail = try #require(mails.first { $0.recipient == taken })
                #expect(mail.subject.contains("was asked for") && mail.link == nil)
                #expect(!mail.text.contains("leila"))
            }
            #expect(mails.count { $0.link != nil } == 2)
            #expect(mails.count { $0.recipient == "leila.farahani@alderbay.example" } == 4)
        }
    }

    @Test("an address that somebody took meanwhile is refused, and its link stays good")
    func takenMeanwhile() throws {
        try withOwner { campus, owner, visitor in
            _ = visitor.post("/settings/account/personal-email", Self.typed("leila@home.example"))
            let token = try #require(try campus.mails().compactMap(\.token).first)
            let other = try campus.insertAccount("bo.li", personalEmail: "Leila@home.example")
            #expect(visitor.post("/confirm-address", [("token", token)]).status == .conflict)
            try campus.run("UPDATE users SET personal_email = NULL WHERE id = \(other)")
            #expect(visitor.post("/confirm-address", [("token", token)]).status == .seeOther)
        }
    }

    @Test("the university’s address is at the university, and the personal one at none")
    func domains() throws {
        try withOwner { campus, _, visitor in
            let elsewhere = visitor.post("/settings/account/email", Self.typed("leila@home.example"))
            #expect(elsewhere.status == .unprocessableContent)
            #expect(elsewhere.text.contains("That isn’t Alder Bay’s. Yours ends in alderbay.example."))
            #expect(elsewhere.text.contains(#"value="leila@home.example""#))
            #expect(!elsewhere.text.contains(Typed.password))
            let atUniversity = visitor.post("/settings/account/personal-email", Self.typed("l@ALDERBAY.example"))
            #expect(
                atUniversity.status == .unprocessableContent && atUniversity.text.contains("Use one that stays yours"))
            let same = visitor.post("/settings/account/email", Self.typed("LEILA.farahani@alderbay.example"))
            #expect(same.text.contains("your address already"))
            let both = visitor.post("/settings/account/email", [("email", "nonsense"), ("current-password", "")])
            #expect(both.text.contains("Two things to mend"))
            let mails = try campus.mails()
            #expect(mails.isEmpty)
        }
    }

    @Test(
        "a link counts no more after a newer one, a day, or a change of password",
        arguments: ["newer", "late", "password", "deactivated"])
    func outlived(how: String) throws {
        try withOwner { campus, owner, visitor in
            _ = visitor.post("/settings/account/email", Self.typed("new@alderbay.example"))
            let token = try #require(try campus.mails().compactMap(\.token).first)
            switch how {
            case "newer":
                _ = visitor.post("/settings/account/email", Self.typed("newer@alderbay.example"))
                _ = try campus.mails()
            case "late": try campus.run("UPDATE email_tokens SET expires_at = now() - interval '1 second'")
            case "password":
                #expect(visitor.post("/settings/security/password", SecuritySettingsTests.change).status == .seeOther)
            default: try campus.run("UPDATE users SET state = 'deactivated' WHERE id = \(owner)")
            }
            #expect(TestVisitor(campus).post("/confirm-address", [("token", token)]).status == .gone)
            #expect(try campus.email(of: owner) == "leila.farahani@alderbay.example")
        }
    }

    @Test("an address asked for before a change of password is void, however late its mail goes out")
    func lateMail() throws {
        try withOwner { campus, owner, visitor in
            _ = visitor.post("/settings/account/email", Self.typed("new@alderbay.example"))
            _ = visitor.post("/settings/security/password", SecuritySettingsTests.change)
            let token = try #require(try campus.mails().compactMap(\.token).first)
            #expect(TestVisitor(campus).post("/confirm-address", [("token", token)]).status == .gone)
        }
    }

    @Test("a link that is cut short, or of another kind, confirms nothing")
    func forged() throws {
        try withOwner { campus, owner, visitor in
            for token in ["", "x", "AAAA"] {
                #expect(visitor.get("/confirm-address?token=\(token)").status == .notFound)
                #expect(visitor.post("/confirm-address", [("token", token)]).status == .notFound)
            }
            let token = Token()
            _ = try campus.database.fetch(
                .insertOwnerToken(token, for: .passwordReset, of: Member.ID(rawValue: owner)))
            #expect(visitor.post("/confirm-address", [("token", token.text)]).status == .gone)
        }
    }

    @Test("too many mails to one address are refused, whoever asks")
    func mailLimit() throws {
        try withOwner({ $0.limits.mailsPerAccount = 3 }) { campus, _, visitor in
            let address = "x\(UInt64.random(in: 0..<UInt64.max))@alderbay.example"
            for _ in 0..<3 {
                #expect(visitor.post("/settings/account/email", Self.typed(address)).status == .seeOther)
            }
            #expect(visitor.post("/settings/account/email", Self.typed(address)).status == .tooManyRequests)
        }
    }

    static func typed(_ address: String) -> [(name: String, value: String)] {
        [("email", address), ("current-password", Typed.password)]
    }
}

/// Calls `body` with someone who is signed in, at alderbay.example.
func withOwner(
    role: String = "member", _ change: (inout Settings) -> Void = { _ in },
    _ body: (_ campus: TestCampus, _ owner: UUID, _ visitor: TestVisitor) throws -> Void
) throws {
    try withCampus(change) { campus in
        try campus.insertDomain()
        let owner = try campus.insertAccount("leila.farahani")
        try campus.run("UPDATE users SET role = \(role) WHERE id = \(owner)")
        try campus.run("UPDATE universities SET user_count = 1")
        try body(campus, owner, try campus.visitor(signedInAs: owner))
    }
}

extension TestCampus {
    func visitor(signedInAs user: UUID) throws -> TestVisitor {
        let visitor = TestVisitor(self)
        visitor.give("session", try signIn(user).token.text)
        return visitor
    }

    func email(of user: UUID) throws -> String {
        try database.fetch(Query<String>.value("SELECT email FROM users WHERE id = \(user)"))
    }

    func personalEmail(of user: UUID) throws -> String? {
        try database.fetch(Query<String?>.value("SELECT personal_email FROM users WHERE id = \(user)"))
    }

    func state(of user: UUID) throws -> String {
        try database.fetch(Query<String>.value("SELECT state FROM users WHERE id = \(user)"))
    }
}
