import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The mailbox of a demonstration")
struct MailboxTests {
    @Test("it says when there is no mail")
    func empty() throws {
        try withCampus { campus in
            let page = campus.get("/dev/mail")
            #expect(page.status == .ok)
            #expect(page.text.contains("No mail yet"))
        }
    }

    @Test("the newest mail comes first, and leads to its page")
    func list() throws {
        try withCampus { campus in
            let mailbox = DemonstrationMailbox(head: Letterhead(campus.application.campus.site))
            try mailbox.send(.sample(name: "First"), on: campus.database)
            try mailbox.send(.sample(name: "Second"), on: campus.database)
            let mails = try campus.database.fetch(.newestMails)
            #expect(mails.count == 2)
            let page = campus.get("/dev/mail").text
            let places = mails.map { page.firstRange(of: MailboxPaths.mail($0.id))?.lowerBound }
            #expect(places.allSatisfy { $0 != nil })
            let newest = try #require(mails.first)
            #expect(campus.get(MailboxPaths.mail(newest.id)).text.contains("Hi Second,"))
        }
    }

    @Test("a mail shows whom it is for and its text, with links where it leads to this site")
    func mail() throws {
        try withCampus { campus in
            let page = try campus.get(self.mail(in: campus, url: "http://quad.test/verify-email?token=a&b=<c>"))
            #expect(page.status == .ok)
            #expect(page.text.contains("noor@alderbay.example"))
            #expect(page.text.contains(#"<a href="http://quad.test/verify-email?token=a&amp;b=">"#))
            #expect(page["Content-Security-Policy"]?.contains("unsafe-inline") == false)
        }
    }

    @Test("its HTML part is shown with its own styles, and there alone they are allowed")
    func html() throws {
        try withCampus { campus in
            let response = campus.get(try self.mail(in: campus) + "/html")
            #expect(response.status == .ok)
            #expect(response.text.contains("style=\""))
            let policies = response.headers.filter { $0.name == "Content-Security-Policy" }.map(\.value)
            #expect(policies.count == 1)
            #expect(policies.first?.hasPrefix("default-src 'none'; style-src 'unsafe-inline';") == true)
        }
    }

    @Test(
        "what is no mail’s identity is not found",
        arguments: [
            "0199f000-0000-7000-8000-000000000001", "1", "x", "x%2Fy", "{0199f000-0000-7000-8000-000000000001}",
        ])
    func unknown(id: String) throws {
        try withCampus { campus in
            #expect(campus.get("/dev/mail/\(id)").status == .notFound)
            #expect(campus.get("/dev/mail/\(id)/html").status == .notFound)
        }
    }

    @Test(
        "only whole addresses of this site are links",
        arguments: [
            ("Open http://quad.test/a?b=c.", ["http://quad.test/a?b=c"]), ("http://quad.test", ["http://quad.test"]),
            ("(http://quad.test/a), http://quad.test/b", ["http://quad.test/a", "http://quad.test/b"]),
            ("http://quad.test.evil.example/ http://quad.test@evil.example", []), ("https://evil.example/", []),
            ("javascript:alert(1) http://evil.example/?http://quad.testx", []),
            ("http://quad.test:81/ http://quad.testhttp://quad.test/a", []), ("", []),
        ])
    func links(text: String, expected: [String]) {
        let linked = LinkedText(text, origin: "http://quad.test")
        #expect(linked.pieces.filter(\.isAddress).map(\.text) == expected)
        #expect(linked.pieces.map(\.text).joined() == text)
    }

    private func mail(in campus: TestCampus, url: String = "http://quad.test/settings/security") throws -> String {
        try DemonstrationMailbox(head: Letterhead(campus.application.campus.site))
            .send(.sample(url: url), on: campus.database)
        return try MailboxPaths.mail(#require(try campus.database.fetch(.newestMails).first).id)
    }
}
