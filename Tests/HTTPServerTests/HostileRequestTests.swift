import HTTPServer
import TestSupport
import Testing

/// The table of FACTS.md, section 1.6, and its relatives: what libmicrohttpd 0.9.75 lets through.
struct HostileRequest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: String
    let statuses: Set<Int>

    init(_ description: String, _ bytes: String, _ statuses: Int...) {
        (testDescription, self.bytes, self.statuses) = (description, bytes, Set(statuses))
    }

    private static let host = "Host: test\r\n"
    private static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n"

    static let all: [HostileRequest] = framing + lines + targets + methods

    private static let framing: [HostileRequest] = [
        .init(
            "Content-Length and chunked",
            "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(smuggled)", 411
        ),
        .init("chunked alone", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(smuggled)", 411),
        .init("chunked in odd case", "POST / HTTP/1.1\r\n\(host)tRANSFER-eNCODING: Chunked\r\n\r\n0\r\n\r\n", 411),
        .init("an unknown transfer coding", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: xchunked\r\n\r\n", 411),
        .init("two transfer codings", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n", 411),
        .init(
            "two different lengths",
            "POST / HTTP/1.1\r\n\(host)Content-Length: 5\r\nContent-Length: 0\r\n\r\nabcde\(smuggled)",
            400),
        .init(
            "two equal lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 0\r\nContent-Length: 0\r\n\r\n\(smuggled)",
            400),
        .init("a list of lengths", "POST / HTTP/1.1\r\n\(host)Content-Length: 0, 0\r\n\r\n\(smuggled)", 400),
        .init("a length with a sign", "POST / HTTP/1.1\r\n\(host)Content-Length: +5\r\n\r\nabcde", 400),
        .init("a negative length", "POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n\(smuggled)", 400),
        .init("a hexadecimal length", "POST / HTTP/1.1\r\n\(host)Content-Length: 0x5\r\n\r\nabcde", 400),
        .init("a huge length", "POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", 413),
        .init(
            "a space before the colon of Transfer-Encoding",
            "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n\(smuggled)",
            400),
        .init("GET with a body", "GET / HTTP/1.1\r\n\(host)Content-Length: 5\r\n\r\nabcde", 400),
    ]

    private static let lines: [HostileRequest] = [
        .init("a folded line", "GET / HTTP/1.1\r\n\(host)X-Forwarded: 9.9.9.9\r\n -For\r\n\r\n", 400),
        .init("a folded line with a tab", "GET / HTTP/1.1\r\n\(host)A: b\r\n\tc\r\nD: e\r\n\r\n", 400),
        .init("a fold before the first line", "GET / HTTP/1.1\r\n a: b\r\n\(host)\r\n", 400),
        .init("NUL in a value", "GET / HTTP/1.1\r\n\(host)A: b\0c\r\n\r\n", 400),
        .init("NUL in a name", "GET / HTTP/1.1\r\n\(host)A\0B: c\r\n\r\n", 400),
        .init("NUL at the start of a line", "GET / HTTP/1.1\r\n\(host)\0A: c\r\n\(smuggled)", 400),
        .init("a line hidden behind NULs", "GET / HTTP/1.1\r\n\(host)A: b\0\0Content-Length: 5\r\n\r\n", 400),
        .init("a bare line feed", "GET / HTTP/1.1\r\n\(host)A: b\nC: d\r\n\r\n", 400),
        .init("a bare line feed at the end", "GET / HTTP/1.1\r\n\(host)A: b\r\n\n", 400),
        .init("a bare line feed after the request line", "GET / HTTP/1.1\n\(host)\r\n", 400),
        .init("a bare carriage return in a value", "GET / HTTP/1.1\r\n\(host)A: b\rC: d\r\n\r\n", 400),
        .init("a bare carriage return in a name", "GET / HTTP/1.1\r\n\(host)\rA: b\r\n\r\n", 400),
        .init("a control character in a value", "GET / HTTP/1.1\r\n\(host)A: b\u{1}\r\n\r\n", 400),
        .init("no colon", "GET / HTTP/1.1\r\n\(host)Nonsense\r\n\r\n", 400),
        .init("an empty name", "GET / HTTP/1.1\r\n\(host): b\r\n\r\n", 400),
        .init("a name that is no token", "GET / HTTP/1.1\r\n\(host)A(b): c\r\n\r\n", 400),
        .init("two Host lines", "GET / HTTP/1.1\r\n\(host)Host: other\r\n\r\n", 400),
        .init("two equal Host lines", "GET / HTTP/1.1\r\n\(host)\(host)\r\n", 400),
        .init("no Host", "GET / HTTP/1.1\r\n\r\n", 400),
        .init("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
        .init("a Host with a path", "GET / HTTP/1.1\r\nHost: test/x\r\n\r\n", 400),
        .init("a Host with a user", "GET / HTTP/1.1\r\nHost: a@test\r\n\r\n", 400),
        .init("a Host with a bad port", "GET / HTTP/1.1\r\nHost: test:80x\r\n\r\n", 400),
        .init(
            "101 header lines",
            "GET / HTTP/1.1\r\n\(host)\((0..<100).map { "A\($0): b\r\n" }.joined())\r\n", 431),
        .init(
            "17 KiB of headers", "GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 17 << 10))\r\n\r\n", 431),
        .init(
            "64 KiB of headers", "GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 64 << 10))\r\n\r\n", 431),
    ]

    private static let targets: [HostileRequest] = [
        .init("an encoded NUL", "GET /hdr%00x HTTP/1.1\r\n\(host)\r\n", 400),
        .init("an encoded line feed", "GET /a%0Ab HTTP/1.1\r\n\(host)\r\n", 400),
        .init("NUL in the target", "GET /a\0b HTTP/1.1\r\n\(host)\r\n", 400),
        .init("overlong UTF-8", "GET /%C0%AF HTTP/1.1\r\n\(host)\r\n", 400),
        .init("a lone continuation byte", "GET /%80 HTTP/1.1\r\n\(host)\r\n", 400),
        .init("an encoded surrogate", "GET /%ED%A0%80 HTTP/1.1\r\n\(host)\r\n", 400),
        .init("a percent sign alone", "GET /100% HTTP/1.1\r\n\(host)\r\n", 400),
        .init("half an escape", "GET /%4 HTTP/1.1\r\n\(host)\r\n", 400),
        .init("an escape that is no hexadecimal", "GET /%zz HTTP/1.1\r\n\(host)\r\n", 400),
        .init("an encoded NUL in the query", "GET /?a=%00 HTTP/1.1\r\n\(host)\r\n", 400),
        .init("a bad escape in the query", "GET /?a=%f HTTP/1.1\r\n\(host)\r\n", 400),
        .init("bad UTF-8 in the query", "GET /?a=%ff HTTP/1.1\r\n\(host)\r\n", 400),
        .init("a space in the target", "GET /a b HTTP/1.1\r\n\(host)\r\n", 400),
        .init("two spaces before the target", "GET  / HTTP/1.1\r\n\(host)\r\n", 400),
        .init("two spaces before the version", "GET /  HTTP/1.1\r\n\(host)\r\n", 400),
        .init("a tab in the target", "GET /\ta HTTP/1.1\r\n\(host)\r\n", 400),
        .init("absolute form", "GET http://test/ HTTP/1.1\r\n\(host)\r\n", 400),
        .init("no slash", "GET x HTTP/1.1\r\n\(host)\r\n", 400),
        .init("9 KiB of target", "GET /\(String(repeating: "a", count: 9 << 10)) HTTP/1.1\r\n\(host)\r\n", 414),
        .init("64 KiB of target", "GET /\(String(repeating: "a", count: 64 << 10)) HTTP/1.1\r\n\(host)\r\n", 414),
        .init("201 fields in the query", "GET /?\(String(repeating: "a=b&", count: 201)) HTTP/1.1\r\n\(host)\r\n", 400),
    ]

    private static let methods: [HostileRequest] = [
        .init("TRACE", "TRACE / HTTP/1.1\r\n\(host)\r\n", 405),
        .init("PUT with a body", "PUT / HTTP/1.1\r\n\(host)Content-Length: 3\r\n\r\nabc", 405),
        .init("OPTIONS for the server", "OPTIONS * HTTP/1.1\r\n\(host)\r\n", 405),
        .init("CONNECT", "CONNECT test:80 HTTP/1.1\r\n\(host)\r\n", 405),
        .init("an unknown method", "BREW / HTTP/1.1\r\n\(host)\r\n", 501),
        .init("a method in lower case", "get / HTTP/1.1\r\n\(host)\r\n", 501),
        .init("HTTP/1.2", "GET / HTTP/1.2\r\n\(host)\r\n", 505),
        .init("HTTP/2.0", "GET / HTTP/2.0\r\n\(host)\r\n", 505),
        .init("HTTP/0.9 with a version", "GET / HTTP/0.9\r\n\(host)\r\n", 505),
        .init("no version", "GET /\r\n\(host)\r\n", 400),
    ]
}

@Suite("Refusing malformed and smuggled requests")
struct HostileRequestTests {
    @Test("gets 4xx, 501 or 505, a closed connection, and reaches no handler", arguments: HostileRequest.all)
    func refused(_ request: HostileRequest) throws {
        let site = Site(now: { _ in PreparedResponse(.text("reached")) }, answer: { _ in .text("reached") })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            client.send(request.bytes)
            let answer = String(decoding: try #require(client.readToEnd()), as: UTF8.self)
            let status = Int(answer.dropFirst(9).prefix(3)) ?? 0
            #expect(request.statuses.contains(status), "\(answer.prefix(300))")
            #expect(answer.lowercased().contains("connection: close"))
            #expect(!answer.contains("reached"))
        }
        for exchange in site.log.exchanges { #expect(exchange.status.code >= 400) }
    }

    @Test("the page for a refusal is the site's, with the headers HTTP asks for")
    func page() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get("/", method: "DELETE")
            #expect(answer.status == 405)
            #expect(answer["Allow"] == "GET, HEAD, POST")
            #expect(answer["Connection"] == "close")
            #expect(answer.text == "<p>methodNotAllowed</p>")
        }
    }

    @Test("only the site's own names are answered, in any case and with any port")
    func hosts() throws {
        var configuration = ServerConfiguration.test()
        configuration.hosts = ["Campus.example", "[::1]"]
        try serving(configuration: configuration) { server in
            for host in ["campus.example", "CAMPUS.EXAMPLE:8080", "[::1]:80"] {
                let client = try HTTPClient(port: server.port)
                client.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
                #expect(try client.answer().status == 200)
            }
            let client = try HTTPClient(port: server.port)
            client.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            #expect(try client.answer().status == 421)
            #expect(client.isClosed())
        }
    }

    @Test("HTTP/1.0 needs no Host and closes")
    func oldVersion() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            client.send("GET /old HTTP/1.0\r\n\r\n")
            #expect(try client.answer().text == "GET /old")
            #expect(client.isClosed())
        }
    }

    @Test("large but lawful heads pass: a 7 KiB target, 15 KiB of cookies, 99 headers")
    func largeHeads() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/" + String(repeating: "a", count: 7 << 10)).status == 200)
            #expect(try client.get("/", "Cookie: a=\(String(repeating: "b", count: 7 << 10))\r\n").status == 200)
            #expect(try client.get("/", (0..<99).map { "A\($0): b\r\n" }.joined()).status == 200)
        }
    }

    @Test("random bytes never stop the server")
    func noise() throws {
        var random = SeededGenerator(seed: 1)
        try serving { server in
            for _ in 0..<300 {
                let client = try HTTPClient(port: server.port)
                var bytes = Array("GET /path?query=1 HTTP/1.1\r\nHost: test\r\nA: b\r\nCookie: c=d\r\n\r\n".utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                client.send(bytes)
            }
            #expect(try HTTPClient(port: server.port).get("/").status == 200)
        }
    }
}

/// Repeatable randomness: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
