import HTTPServer
import TestSupport
import Testing

@Suite("Answering what a client has already")
struct ConditionalTests {
    private let page = Response(
        status: .ok,
        headers: [
            Header(name: "ETag", value: "\"a\""), Header(name: "Last-Modified", value: "Sun, 06 Nov 1994 08:49:37 GMT"),
            Header(name: "Content-Type", value: "text/html"), Header(name: "Vary", value: "Cookie"),
        ], body: .bytes([65]))

    private func status(_ headers: (name: String, value: String)..., method: Method = .get) -> HTTPStatus {
        page.unlessKnown(to: Request(method, "/", headers: headers)).status
    }

    @Test("a tag is known in any list, weak or strong, and nothing else is")
    func tags() {
        for list in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*", "\"b\",W/\"a\""] {
            #expect(status(("If-None-Match", list)) == .notModified, "\(list)")
        }
        for list in ["\"b\"", "a", "\"aa\"", "", "\"b\"a\""] {
            #expect(status(("If-None-Match", list)) == .ok, "\(list)")
        }
    }

    @Test(
        "what was not changed since is 304, in all three forms of a date",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", true), ("Sunday, 06-Nov-94 08:49:37 GMT", true),
            ("Sun Nov  6 08:49:37 1994", true), ("Mon, 07 Nov 1994 00:00:00 GMT", true),
            ("Sun, 06 Nov 1994 08:49:36 GMT", false), ("yesterday", false), ("", false), ("0", false),
            ("Sun, 06 Nov 1994 08:49:37 GMT, x", false), ("Thu, 01 Jan 1900 00:00:00 GMT", false),
        ])
    func dates(date: String, isKnown: Bool) {
        #expect(status(("If-Modified-Since", date)) == (isKnown ? .notModified : .ok))
    }

    @Test("where both are sent the tag alone decides")
    func precedence() {
        let late = "Mon, 07 Nov 2044 00:00:00 GMT"
        #expect(status(("If-None-Match", "\"b\""), ("If-Modified-Since", late)) == .ok)
        #expect(
            status(("If-None-Match", "\"a\""), ("If-Modified-Since", "Sun, 06 Nov 1990 08:49:37 GMT")) == .notModified)
    }

    @Test("304 keeps what a cache updates and nothing of the body; a form is always answered whole")
    func headers() {
        let unchanged = page.unlessKnown(to: Request(.head, "/", headers: [("If-None-Match", "\"a\"")]))
        #expect(unchanged.status == .notModified)
        #expect(unchanged["ETag"] == "\"a\"" && unchanged["Vary"] == "Cookie" && unchanged["Content-Type"] == nil)
        if case .empty = unchanged.body {} else { Issue.record("304 with a body") }
        #expect(status(("If-None-Match", "\"a\""), method: .post) == .ok)
    }

    @Test("an error names no state")
    func errors() {
        var broken = page
        broken.status = .notFound
        #expect(broken.unlessKnown(to: Request(.get, "/", headers: [("If-None-Match", "*")])).status == .notFound)
    }

    @Test("a date is written as it is read", arguments: [0, 784_111_777, 1_700_000_000, 4_102_444_800])
    func roundTrip(seconds: Int) {
        #expect(HTTPDate(HTTPDate(seconds: seconds).description)?.seconds == seconds)
    }

    @Test("a page made once for many answers both conditions")
    func prepared() throws {
        let prepared = PreparedResponse(page, conditional: true)
        try serving(Site(now: { _ in prepared })) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/", "If-None-Match: W/\"a\"\r\n").status == 304)
            #expect(try client.get("/", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n").status == 304)
            #expect(try client.get("/", "If-Modified-Since: Sat, 05 Nov 1994 08:49:37 GMT\r\n").status == 200)
            #expect(try client.get("/", "If-None-Match: \"b\"\r\n", method: "HEAD").status == 200)
        }
    }
}
