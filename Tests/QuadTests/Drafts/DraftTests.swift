import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Drafts kept on the server")
struct DraftTests {
    @Test("a draft is saved, listed, opened as it was, saved again, and gone once it is published")
    func whole() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let id = UUIDv7.generate()
            let form = campus.get("/c/algorithms/new", as: writer.browser).text
            #expect(form.contains("Save draft") && form.contains("name=\"community\" value=\"algorithms\""))
            let saved = campus.post(draftPath(id), newDraft("Half a thought", id: id), as: writer.browser)
            #expect(saved.status == .seeOther && saved["Location"] == draftPath(id))
            _ = campus.post(draftPath(id), newDraft("A whole thought", kind: "poll", id: id), as: writer.browser)
            #expect(try campus.number("SELECT count(*) FROM drafts") == 1)
            #expect(campus.get("/drafts", as: writer.browser).text.contains("A whole thought"))
            let page = campus.get(draftPath(id), as: writer.browser).text
            #expect(page.contains("Go on writing") && page.contains("Yes\nNo</textarea>"))
            let opened = campus.get("/c/algorithms/new?draft=\(id.uuidString.lowercased())", as: writer.browser)
            #expect(opened.status == .ok && opened.text.contains("value=\"A whole thought\""))
            #expect(opened.text.contains("value=\"poll\" checked") && opened.text.contains("Yes\nNo</textarea>"))
            #expect(opened.text.contains("value=\"\(id.uuidString.lowercased())\""))
            let published = campus.post("/c/algorithms/posts", newPost(id: id), as: writer.browser)
            #expect(published.status == .seeOther)
            #expect(try campus.number("SELECT count(*) FROM drafts") == 0)
            // What a script still sends for it afterwards brings nothing back.
            let late = campus.post(draftPath(id), newDraft("Late", id: id), as: writer.browser)
            #expect(late.status == .conflict && late.text.contains("Late"))
            #expect(try campus.number("SELECT count(*) FROM drafts") == 0)
        }
    }

    @Test("a script is told with 204, a form that is refused keeps its words")
    func scripts() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: campus.insertCommunity())
            let id = UUIDv7.generate()
            let script = [(name: "Accept", value: "application/json")]
            let kept = campus.post(draftPath(id), newDraft("Kept", id: id), as: writer.browser, headers: script)
            #expect(kept.status == .noContent)
            let long = campus.post(
                draftPath(id), newDraft("T", body: String(repeating: "x", count: 60_001), id: id), as: writer.browser)
            #expect(long.status == .unprocessableContent && long.text.contains("xxxx"))
            var elsewhere = newDraft("Kept", id: id)
            elsewhere.removeAll { $0.name == "community" }
            #expect(campus.post(draftPath(id), elsewhere, as: writer.browser).status == .conflict)
            #expect(campus.post(draftPath(id), newDraft("Kept", id: id)).status == .forbidden)
            #expect(try campus.text("SELECT title FROM drafts") == "Kept")
        }
    }

    @Test("a member has fifty at most, also when many are saved at once")
    func most() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: campus.insertCommunity())
            for number in 1...45 { try campus.insertDraft(UUIDv7.generate(), by: writer.id, title: "Draft \(number)") }
            let forms = (0..<10).map { number in
                let id = UUIDv7.generate()
                return (target: draftPath(id), fields: newDraft("New \(number)", id: id), as: writer.browser)
            }
            let statuses = campus.postAtOnce(forms)
            #expect(statuses.count { $0 == 303 } == 5 && statuses.count { $0 == 409 } == 5)
            #expect(try campus.number("SELECT count(*) FROM drafts") == 50)
        }
    }

    @Test("nobody sees, changes or deletes another’s draft")
    func others() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let (writer, other) = (
                try campus.insertWriter(in: community), try campus.insertWriter("Kim", in: community)
            )
            let id = UUIDv7.generate()
            try campus.insertDraft(id, by: writer.id, title: "Mine alone")
            #expect(campus.get(draftPath(id), as: other.browser).status == .notFound)
            #expect(
                campus.get("/c/algorithms/new?draft=\(id.uuidString.lowercased())", as: other.browser).status
                    == .notFound)
            #expect(!campus.get("/drafts", as: other.browser).text.contains("Mine alone"))
            #expect(campus.post(draftPath(id), newDraft("Taken", id: id), as: other.browser).status == .conflict)
            _ = campus.post(draftPath(id) + "/removal", as: other.browser)
            #expect(try campus.text("SELECT title FROM drafts") == "Mine alone")
            #expect(campus.get(draftPath(id) + "/removal", as: writer.browser).text.contains("Delete this draft?"))
            #expect(campus.post(draftPath(id) + "/removal", as: writer.browser)["Location"] == "/drafts")
            #expect(try campus.number("SELECT count(*) FROM drafts") == 0)
        }
    }

    @Test("a draft can still be read and copied where its author writes no more")
    func left() throws {
        try withCampus { campus in
            let community = try campus.insertCommunity()
            let writer = try campus.insertWriter(in: community)
            let id = UUIDv7.generate()
            try campus.insertDraft(id, by: writer.id, title: "For later")
            try campus.run("DELETE FROM memberships")
            let page = campus.get(draftPath(id), as: writer.browser)
            #expect(page.status == .ok && page.text.contains("For later") && !page.text.contains("Go on writing"))
            try campus.run("UPDATE communities SET visibility = 'private'")
            let hidden = campus.get(draftPath(id), as: writer.browser).text
            #expect(hidden.contains("For later") && !hidden.contains("The algorithms people"))
            #expect(
                campus.get("/c/algorithms/new?draft=\(id.uuidString.lowercased())", as: writer.browser).status
                    == .notFound)
        }
    }

    @Test("one that nobody touched for 180 days goes")
    func age() throws {
        try withCampus { campus in
            let writer = try campus.insertWriter(in: campus.insertCommunity())
            for age in ["181 days", "179 days"] {
                let id = UUIDv7.generate()
                try campus.insertDraft(id, by: writer.id, title: age)
                try campus.run("UPDATE drafts SET updated_at = now() - \(age)::interval WHERE id = \(id)")
            }
            #expect(try campus.database.fetch(Query<Int>.removeUntouchedDrafts(limit: 10)) == 1)
            #expect(try campus.text("SELECT title FROM drafts") == "179 days")
        }
    }
}

private func draftPath(_ id: UUID) -> String { "/drafts/\(id.uuidString.lowercased())" }

private func newDraft(
    _ title: String, body: String = "So *far*.", kind: String = "discussion", id: UUID
) -> [(name: String, value: String)] {
    newPost(title, body: body, kind: kind, id: id)
        + [
            (name: "community", value: "algorithms"), (name: "choices", value: "Yes\r\nNo"),
            (name: "days", value: "3"),
        ]
}

extension TestCampus {
    fileprivate func insertDraft(_ id: UUID, by author: UUID, title: String) throws {
        try run(
            """
            INSERT INTO drafts (id, author_id, community_id, space, kind, title, body, tags, choices, is_multiple, days)
            SELECT \(id), \(author), id, 'questions', 'discussion', \(title), 'Words.', '', '', false, ''
            FROM communities WHERE slug = 'algorithms'
            """)
    }
}
