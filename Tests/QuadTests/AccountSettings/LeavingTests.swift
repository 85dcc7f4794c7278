import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Leaving")
struct LeavingTests {
    private let password = [(name: "current-password", value: Typed.password)]

    @Test("who deactivates an account is signed out everywhere, and hidden")
    func deactivation() throws {
        try withOwner { campus, owner, visitor in
            let other = try campus.visitor(signedInAs: owner)
            let question = visitor.get("/settings/account/deactivation")
            #expect(question.status == .ok && question.text.contains("Deactivate your account?"))
            let answer = visitor.post("/settings/account/deactivation", password)
            #expect(answer.status == .seeOther && answer["Location"] == "/")
            #expect(visitor.get("/").text.contains("Your account is deactivated"))
            #expect(!visitor.isSignedIn && !visitor.has("session") && !other.isSignedIn)
            #expect(try campus.state(of: owner) == "deactivated")
            #expect(try campus.events(of: owner) == ["deactivated"])
            #expect(try campus.count("SELECT user_count FROM universities") == 0)
            #expect(campus.get("/u/leila.farahani").status == .notFound)

            #expect(visitor.post("/sign-in", Typed.signIn("leila.farahani")).status == .seeOther)
            #expect(try campus.state(of: owner) == "active")
            #expect(try campus.count("SELECT user_count FROM universities") == 1)
        }
    }

    @Test("who deletes an account learns by mail how to keep it")
    func deletion() throws {
        try withOwner { campus, owner, visitor in
            try campus.run("UPDATE users SET personal_email = 'leila@home.example' WHERE id = \(owner)")
            #expect(visitor.get("/settings/account/deletion").text.contains("Delete your account?"))
            #expect(visitor.post("/settings/account/deletion", password).status == .seeOther)
            #expect(!visitor.has("session"))
            #expect(try campus.state(of: owner) == "deleted")
            #expect(
                try campus.count("SELECT count(*) FROM users WHERE state_since > now() - interval '1 minute'") == 1)
            let mails = try campus.mails()
            #expect(Set(mails.map(\.recipient)) == ["leila.farahani@alderbay.example", "leila@home.example"])
            #expect(mails.allSatisfy { $0.text.contains("30 days") && $0.text.contains("/sign-in") })
            #expect(try campus.events(of: owner) == ["deletion_asked"])
        }
    }

    @Test("who deletes an account leaves groups, requests and what waits for moderators at once")
    func places() throws {
        try withOwner { campus, owner, visitor in
            let (bo, noor) = (try campus.insertUser("Bo Li"), try campus.insertUser("Noor"))
            let (course, group) = (UUIDv7.generate(), UUIDv7.generate())
            try campus.insertSuggestion(of: owner)
            try campus.run(
                """
                INSERT INTO courses (id, university_id, code, term, title)
                VALUES (\(course), \(campus.university), 'CS 161', 'Fall 2026', 'Algorithms')
                """)
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES (\(group), \(course), 'Heaps', \(owner), 248, 8, 'UTC', 2)
                """)
            for user in [owner, bo] {
                try campus.run(
                    "INSERT INTO study_group_members (group_id, user_id, state) VALUES (\(group), \(user), 'member')")
            }
            try campus.run(
                """
                INSERT INTO connections (id, asker_id, asked_id, state, origin, answered_at)
                VALUES (\(UUIDv7.generate()), \(owner), \(bo), 'accepted', 'match', now()),
                    (\(UUIDv7.generate()), \(noor), \(owner), 'pending', 'search', NULL)
                """)
            #expect(visitor.post("/settings/account/deletion", password).status == .seeOther)
            #expect(try campus.count("SELECT count(*) FROM course_suggestions WHERE state = 'waiting'") == 0)
            #expect(
                try campus.count("SELECT count(*) FROM study_groups WHERE founder_id = \(bo) AND member_count = 1")
                    == 1)
            #expect(try campus.count("SELECT count(*) FROM connections WHERE state = 'pending'") == 0)
            // Who comes back knows the same people.
            #expect(try campus.count("SELECT count(*) FROM acquaintances WHERE user_id = \(owner)") == 1)
        }
    }

    @Test("who deletes an account while the last other one leaves their group leaves it to nobody")
    func lastOfGroup() throws {
        try withOwner { campus, owner, visitor in
            let bo = try campus.insertUser("Bo Li")
            let group = try campus.insertGroup(of: [owner, bo], in: campus.insertCourse("CS 161"))
            try campus.whileLeaving(group, as: bo) {
                #expect(visitor.post("/settings/account/deletion", password).status == .seeOther)
            }
            let groups = try campus.groupLines
            #expect(groups == ["dissolved"])
        }
    }

    @Test("without the right password nothing happens", arguments: ["deactivation", "deletion"])
    func wrong(path: String) throws {
        try withOwner { campus, owner, visitor in
            for typed in ["", "wrong"] {
                let page = visitor.post("/settings/account/\(path)", [("current-password", typed)])
                #expect(page.status == .unprocessableContent && page.text.contains("One thing to mend"))
            }
            let state = try campus.state(of: owner)
            #expect(visitor.isSignedIn && state == "active")
        }
    }

    @Test("the only admin stays, until there is another", arguments: ["deactivation", "deletion"])
    func lastAdmin(path: String) throws {
        try withOwner(role: "admin") { campus, owner, visitor in
            for response in [
                visitor.get("/settings/account/\(path)"), visitor.post("/settings/account/\(path)", password),
            ] {
                #expect(response.status == .conflict && response.text.contains("the only admin"))
            }
            #expect(try campus.state(of: owner) == "active")
            _ = try campus.insertUser(state: "suspended", role: "admin")
            #expect(visitor.post("/settings/account/\(path)", password).status == .conflict)
            _ = try campus.insertUser(role: "admin")
            #expect(visitor.post("/settings/account/\(path)", password).status == .seeOther)
        }
    }

    @Test("who is silenced can’t put the silence aside by deactivating, but can go")
    func silenced() throws {
        try withOwner { campus, owner, _ in
            try campus.run("UPDATE users SET state = 'silenced', state_reason = 'Spam' WHERE id = \(owner)")
            let visitor = try campus.visitor(signedInAs: owner)
            #expect(visitor.get("/settings/account/deactivation").status == .conflict)
            #expect(visitor.post("/settings/account/deactivation", password).status == .conflict)
            #expect(visitor.post("/settings/account/deletion", password).status == .seeOther)
            let reason = try campus.database.fetch(Query<String>.value("SELECT state_reason FROM users"))
            #expect(reason == "Spam")
        }
    }
}
