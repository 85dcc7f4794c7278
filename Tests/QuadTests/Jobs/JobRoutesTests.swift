import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Background work as an admin sees it")
struct JobRoutesTests {
    @Test("the page counts, and lists what failed for good, newest first, with its reason escaped")
    func page() throws {
        try withCampus { campus in
            let admin = try campus.signIn(campus.insertUser("Ada", role: "admin"))
            #expect(campus.get("/admin/jobs", as: admin).text.contains("Nothing failed for good"))
            for number in 1...52 { _ = try campus.enqueue(NoteJob(number: number)) }
            try campus.run(
                """
                UPDATE jobs SET state = 'dead', attempts = 8, last_error = '<b>Full</b>',
                    created_at = now() - interval '1 hour' * (payload->>'number')::integer
                WHERE payload->>'number' <> '52'
                """)
            try campus.run("UPDATE jobs SET last_error = 'The newest.' WHERE payload->>'number' = '1'")
            let page = campus.get("/admin/jobs", as: admin)
            #expect(page.status == .ok)
            #expect(page.text.contains("<dt>Failed for good</dt><dd>51</dd>"))
            #expect(page.text.contains("<dt>Waiting</dt><dd>1</dd>"))
            #expect(page.text.contains("The newest 50 of 51."))
            #expect(!page.text.contains("<b>Full"))
            #expect(page.text.contains("8 tries, the last "))
            #expect(page.text.split(separator: "Try again</button>").count == 51)
            let reasons = page.text.split(separator: "<li class=\"entry\">").dropFirst()
            #expect(reasons.first?.contains("The newest.") == true)
        }
    }

    @Test("“Try again” starts a dead job over, “Delete” removes it, and neither touches a living one")
    func actions() throws {
        try withCampus { campus in
            let admin = try campus.signIn(campus.insertUser("Ada", role: "admin"))
            let (dead, doomed, living) = (UUID(), UUID(), UUID())
            for id in [dead, doomed, living] { _ = try campus.enqueue(FailingJob(), id: id) }
            try campus.run("UPDATE jobs SET state = 'dead', attempts = 8 WHERE id <> \(living)")
            let answers = [JobPaths.retry(dead), JobPaths.removal(doomed), JobPaths.removal(living)].map {
                campus.post($0, as: admin)
            }
            #expect(answers.allSatisfy { $0.status == .seeOther && $0["Location"] == "/admin/jobs" })
            let rows = try campus.jobs()
            #expect(rows.map(\.state) == ["waiting", "waiting"])
            #expect(rows.map(\.attempts) == [0, 0])
            #expect(campus.post("/admin/jobs/x/retry", as: admin).status == .notFound)
        }
    }

    @Test("nobody but admins knows of it", arguments: ["member", "moderator"])
    func others(role: String) throws {
        try withCampus { campus in
            let id = UUID()
            _ = try campus.enqueue(FailingJob(), id: id)
            try campus.run("UPDATE jobs SET state = 'dead'")
            let member = try campus.signIn(campus.insertUser(role: role))
            let page = campus.get("/admin/jobs", as: member)
            #expect(page.status == .notFound && page.text.contains(#"<a class="button" href="/home">Home</a>"#))
            #expect(campus.post(JobPaths.removal(id), as: member).status == .notFound)
            #expect(campus.post(JobPaths.removal(id)).status == .forbidden)
            #expect(try campus.jobs().count == 1)
        }
    }
}
