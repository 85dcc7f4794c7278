import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Proving a role by a document")
struct DocumentVerificationTests {
    private let pdf = Array("%PDF-1.7\ncanary".utf8)

    private func fields(_ type: String = "mentor", id: UUID = UUIDv7.generate()) -> [(name: String, value: String)] {
        [("id", id.uuidString.lowercased()), ("type", type), ("document", "employment_letter")]
    }

    /// A mentor, and a moderator.
    private func people(_ campus: TestCampus) throws -> (mentor: TestBrowser, moderator: TestBrowser) {
        let mentor = try campus.insertUser("Noor Haddad", username: "noor")
        try campus.run("UPDATE users SET profile_type = 'mentor' WHERE id = \(mentor)")
        return (try campus.signIn(mentor), try campus.signIn(campus.insertUser("Mod", role: "moderator")))
    }

    private func waiting(_ campus: TestCampus) throws -> String {
        try campus.text("SELECT id::text FROM verifications WHERE state = 'pending'")
    }

    @Test("one’s own profile asks to confirm only what isn’t confirmed")
    func asked() throws {
        try withCampus { campus in
            let (mentor, _) = try people(campus)
            #expect(campus.get("/u/noor", as: mentor).text.contains("Confirm your role"))
            try campus.run(
                "INSERT INTO university_domains (domain, university_id) VALUES ('alderbay.example', \(campus.university))"
            )
            let student = try campus.signIn(campus.insertUser("Ada Park", username: "ada"))
            let page = campus.get("/u/ada", as: student).text
            #expect(page.contains("Student, confirmed") && !page.contains("Confirm your role"))
        }
    }

    @Test("a moderator confirms it, the profile says so, and the file goes 30 days later")
    func approving() throws {
        try withCampus { campus in
            let (mentor, moderator) = try people(campus)
            let id = UUIDv7.generate()
            for _ in 0..<2 {
                #expect(
                    try campus.send(pdf, to: VerificationPaths.own, with: fields(id: id), as: mentor).status
                        == .seeOther)
            }
            #expect(try campus.number("SELECT count(*) FROM verifications") == 1)
            #expect(try waiting(campus) == id.uuidString.lowercased())
            let queue = campus.get(VerificationPaths.queue, as: moderator).text
            #expect(queue.contains("Noor Haddad") && queue.contains("letter from an employer (PDF, 1 KB)"))
            let document = "/verifications/\(try waiting(campus))/document"
            #expect(queue.contains(document))
            #expect(!campus.get("/u/noor").text.contains("Mentor, confirmed"))
            #expect(!campus.get("/u/noor", as: mentor).text.contains("Confirm your role"), "it waits")
            let approval = "/admin/verifications/\(try waiting(campus))/approval"
            #expect(campus.post(approval, as: moderator).status == .seeOther)
            #expect(campus.get("/u/noor").text.contains("Mentor, confirmed"))
            #expect(campus.get(VerificationPaths.own, as: mentor).text.contains("Confirmed"))
            #expect(try campus.number("SELECT count(*) FROM jobs WHERE kind = 'verification_decided_mail'") == 1)
            // Decided: the moderators' work is done, and so is their look at it.
            #expect(campus.get(document, as: moderator).status == .notFound)
            #expect(campus.get(document, as: mentor).status == .ok)
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
            try cleanUp(campus)
            #expect(campus.storedFiles() == 1)
            try campus.run("UPDATE verifications SET decided_at = now() - interval '31 days'")
            try cleanUp(campus)
            #expect(campus.storedFiles() == 0)
            #expect(campus.get(document, as: mentor).status == .notFound)
            #expect(campus.get("/u/noor").text.contains("Mentor, confirmed"))
        }
    }

    @Test("a rejection says why, to its owner alone, and another document can be sent")
    func rejecting() throws {
        try withCampus { campus in
            let (mentor, moderator) = try people(campus)
            _ = try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor)
            let rejection = "/admin/verifications/\(try waiting(campus))/rejection"
            let unsaid = campus.post(rejection, [("reason", " ")], as: moderator)
            #expect(unsaid.status == .unprocessableContent && unsaid.text.contains("Say why"))
            #expect(campus.post(rejection, [("reason", "The name isn’t yours.")], as: moderator).status == .seeOther)
            #expect(campus.get(VerificationPaths.own, as: mentor).text.contains("The name isn’t yours."))
            #expect(!campus.get("/u/noor").text.contains("confirmed"))
            #expect(try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor).status == .seeOther)
        }
    }

    @Test("of two decisions the first stands, and the other moderator is told")
    func twoDecisions() throws {
        try withCampus { campus in
            let (mentor, moderator) = try people(campus)
            _ = try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor)
            let id = try waiting(campus)
            let other = try campus.signIn(campus.insertUser("Other mod", role: "moderator"))
            let statuses = campus.postAtOnce([
                ("/admin/verifications/\(id)/approval", [], moderator),
                ("/admin/verifications/\(id)/rejection", [("reason", "No.")], other),
            ])
            #expect(statuses.sorted() == [303, 409])
            #expect(try campus.number("SELECT count(*) FROM jobs WHERE kind = 'verification_decided_mail'") == 1)
            #expect(campus.post("/settings/verification/\(id)/withdrawal", as: mentor).status == .conflict)
        }
    }

    @Test("nobody decides about their own, and nobody else sees or knows of it")
    func permissions() throws {
        try withCampus { campus in
            let (mentor, moderator) = try people(campus)
            _ = try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor)
            let id = try waiting(campus)
            let outsider = try campus.signIn(campus.insertUser("Outsider"))
            for path in ["/verifications/\(id)/document", VerificationPaths.queue] {
                #expect(campus.get(path, as: outsider).status == .notFound)
            }
            #expect(campus.post("/admin/verifications/\(id)/approval", as: outsider).status == .notFound)
            #expect(campus.post("/settings/verification/\(id)/withdrawal", as: outsider).status == .notFound)
            let file = campus.get("/verifications/\(id)/document", as: moderator)
            #expect(file.status == .ok && file["Content-Disposition"] == "attachment; filename=\"document.pdf\"")
            #expect(file["X-Content-Type-Options"] == "nosniff" && file["Cache-Control"] == "private, no-store")
            #expect(file["Content-Security-Policy"]?.contains("sandbox") == true)
            try campus.run("UPDATE users SET role = 'moderator' WHERE username = 'noor'")
            let own = try campus.signIn(mentor.member.id.rawValue)
            #expect(campus.get(VerificationPaths.queue, as: own).text.contains("another moderator looks at it"))
            #expect(campus.post("/admin/verifications/\(id)/approval", as: own).status == .conflict)
            #expect(try campus.number("SELECT count(*) FROM verifications WHERE state = 'pending'") == 1)
        }
    }

    @Test("what is taken back is let go at once, and a waiting file is kept")
    func withdrawing() throws {
        try withCampus { campus in
            let (mentor, _) = try people(campus)
            _ = try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor)
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
            try cleanUp(campus)
            #expect(campus.storedFiles() == 1)
            let id = try waiting(campus)
            let second = try campus.send(pdf, to: VerificationPaths.own, with: fields(), as: mentor)
            #expect(second.status == .conflict && second.text.contains("waits already"))
            #expect(campus.post("/settings/verification/\(id)/withdrawal", as: mentor).status == .seeOther)
            try campus.run("UPDATE stored_files SET touched_at = now() - interval '2 hours'")
            try cleanUp(campus)
            #expect(campus.storedFiles() == 0)
        }
    }

    @Test(
        "its kind is what its bytes say",
        arguments: [
            (Array("%PDF-1.7".utf8), true), (SamplePictures.drawing(), true), (SamplePictures.gif, false),
            (Array("<html><script>".utf8), false), (Array("PK\u{3}\u{4}".utf8), false), ([], false),
            (Array(SamplePictures.drawing().prefix(20)), false), ([0xFF, 0xD8, 0xFF, 0xE0], false),
        ])
    func kinds(bytes: [UInt8], isTaken: Bool) throws {
        try withCampus { campus in
            let (mentor, _) = try people(campus)
            let sent = try campus.send(bytes, called: "card.pdf", to: VerificationPaths.own, with: fields(), as: mentor)
            #expect(sent.status == (isTaken ? .seeOther : .unprocessableContent))
            #expect(isTaken || sent.text.contains("One thing to mend"))
            #expect(try campus.number("SELECT count(*) FROM verifications") == (isTaken ? 1 : 0))
        }
    }

    @Test("an address at the university proves a student, and only what one says one is can be proven")
    func automatic() throws {
        try withCampus { campus in
            try campus.run(
                "INSERT INTO university_domains (domain, university_id) VALUES ('alderbay.example', \(campus.university))"
            )
            let student = try campus.signIn(campus.insertUser("Priya", username: "priya"))
            #expect(campus.get("/u/priya").text.contains("Student, confirmed"))
            #expect(campus.get(VerificationPaths.own, as: student).text.contains("You’re confirmed as student"))
            #expect(
                try campus.send(pdf, to: VerificationPaths.own, with: fields("student"), as: student).status
                    == .conflict)
            #expect(
                try campus.send(pdf, to: VerificationPaths.own, with: fields("mentor"), as: student).status == .conflict
            )
            #expect(try campus.number("SELECT count(*) FROM verifications") == 0)
            try campus.run("UPDATE users SET profile_type = 'faculty' WHERE username = 'priya'")
            campus.application.pages.drop([.everything])
            #expect(!campus.get("/u/priya").text.contains("confirmed"))
        }
    }

    private func cleanUp(_ campus: TestCampus) throws {
        try DocumentCleanUp().run(
            JobContext(
                database: campus.database, redis: campus.worker.redis, now: .now, settings: campus.application.settings,
                log: campus.application.log, isStopping: { false }))
        try campus.cleanUpFiles()
    }
}
