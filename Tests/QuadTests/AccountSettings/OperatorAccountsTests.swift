import Cryptography
import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("What an operator does to accounts")
struct OperatorAccountsTests {
    private func withAccounts(_ body: (TestCampus, OperatorAccounts) throws -> Void) throws {
        try withCampus { campus in
            try body(campus, OperatorAccounts(settings: campus.application.settings, database: campus.database))
        }
    }

    private var draft: OperatorAccounts.Draft {
        var draft = OperatorAccounts.Draft()
        (draft.email, draft.name, draft.username) = ("bo@alderbay.example", "Bo Li", "bo.li")
        (draft.role, draft.password) = ("moderator", Typed.password)
        return draft
    }

    @Test("an account is made, in use at once, and counted")
    func create() throws {
        try withAccounts { campus, accounts in
            try accounts.create(draft)
            let row = try campus.database.fetch(
                Query<String>.value(
                    """
                    SELECT concat_ws('|', u.email, u.name, u.username, u.role, u.state, n.user_count)
                    FROM users u JOIN universities n ON n.id = u.university_id
                    """))
            #expect(row == "bo@alderbay.example|Bo Li|bo.li|moderator|active|1")
            let hash = try campus.database.fetch(Query<String>.value("SELECT password_hash FROM users"))
            #expect(try PasswordHash(stored: hash)?.matches(Typed.password) == true)
        }
    }

    @Test("what is wrong is told together, and what is taken by itself")
    func refused() throws {
        try withAccounts { campus, accounts in
            var wrong = draft
            (wrong.email, wrong.username, wrong.password) = ("bo", "x", "bo.li")
            let error = #expect(throws: OperatorError.self) { try accounts.create(wrong) }
            for part in ["--email: ", "--username: ", "the password: "] {
                #expect(error?.description.contains(part) == true)
            }
            try accounts.create(draft)
            var again = draft
            again.username = "bo.other"
            again.email = "BO@alderbay.example"
            #expect(throws: OperatorError.self) { try accounts.create(again) }
            again.email = "other@alderbay.example"
            again.username = "bo.li"
            #expect(throws: OperatorError.self) { try accounts.create(again) }
            again.role = "owner"
            #expect(throws: OperatorError.self) { try accounts.create(again) }
            again.university = "nowhere"
            #expect(throws: OperatorError.self) { try accounts.create(again) }
            #expect(try campus.count("SELECT count(*) FROM users") == 1)
        }
    }

    @Test("another role counts from the next sign-in on")
    func promote() throws {
        try withAccounts { campus, accounts in
            let user = try campus.insertUser(username: "bo.li")
            let visitor = try campus.visitor(signedInAs: user)
            try accounts.promote("@Bo.Li", to: "admin")
            #expect(!visitor.isSignedIn)
            #expect(try campus.signIn(user).member.role == .admin)
            #expect(throws: OperatorError.self) { try accounts.promote("bo.li", to: "member") }
            #expect(throws: OperatorError.self) { try accounts.promote("nobody.here", to: "member") }
            #expect(throws: OperatorError.self) { try accounts.promote("bo.li", to: "king") }
            _ = try campus.insertUser(role: "admin")
            try accounts.promote("bo.li", to: "member")
            #expect(try campus.signIn(user).member.role == .member)
        }
    }

    @Test("a reset ends all sessions and gives a link that the mailed ones look like")
    func reset() throws {
        try withAccounts { campus, accounts in
            let user = try campus.insertUser(username: "bo.li")
            let visitor = try campus.visitor(signedInAs: user)
            let old = try accounts.reset("bo.li")
            let link = try accounts.reset("bo.li")
            #expect(link.hasPrefix("http://quad.test/reset-password?token=") && link != old)
            #expect(!visitor.isSignedIn)
            let token = try #require(link.split(separator: "=").last.flatMap { Token(String($0)) })
            #expect(try campus.database.fetch(.ownerLink(token, for: .passwordReset))?.state == .good)
            #expect(
                try campus.count("SELECT count(*) FROM email_tokens WHERE used_at IS NULL") == 1)
            #expect(throws: OperatorError.self) { try accounts.reset("nobody.here") }
        }
    }
}
