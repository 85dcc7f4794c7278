import TestSupport
import Testing

extension WholeProgram {
    @Suite("Bad input to the whole program")
    struct BadRequestTests {
        private static let host = "Host: test\r\n"
        private static let form = "Content-Type: application/x-www-form-urlencoded\r\n"
        private static let smuggled = "GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n"

        /// What is wrong, the bytes, and the status.
        private static let requests: [(name: String, bytes: String, status: Int)] = [
            (
                "a length and chunked",
                "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(smuggled)",
                411
            ),
            (
                "two lengths",
                "POST / HTTP/1.1\r\n\(host)Content-Length: 5\r\nContent-Length: 0\r\n\r\nabcde\(smuggled)", 400
            ),
            ("an unknown coding", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: xchunked\r\n\r\n\(smuggled)", 411),
            ("two codings", "POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n\(smuggled)", 411),
            (
                "a space before a colon",
                "POST / HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n\(smuggled)",
                400
            ),
            ("a folded line", "GET / HTTP/1.1\r\n\(host)X-Forwarded: 9.9.9.9\r\n -For: a\r\n\r\n\(smuggled)", 400),
            ("NUL in a header", "GET / HTTP/1.1\r\n\(host)A: b\0c\r\n\r\n\(smuggled)", 400),
            ("a bare CR", "GET / HTTP/1.1\r\n\(host)A: b\rC: d\r\n\r\n\(smuggled)", 400),
            ("a bare LF", "GET / HTTP/1.1\r\n\(host)A: b\nC: d\r\n\r\n\(smuggled)", 400),
            ("NUL in the path", "GET /c/algorithms%00x HTTP/1.1\r\n\(host)\r\n\(smuggled)", 400),
            ("wrong UTF-8 in the path", "GET /c/%C0%AFalgorithms HTTP/1.1\r\n\(host)\r\n\(smuggled)", 400),
            ("wrong UTF-8 in the query", "GET /communities?after=%ff HTTP/1.1\r\n\(host)\r\n\(smuggled)", 400),
            ("two Hosts", "GET / HTTP/1.1\r\n\(host)Host: other\r\n\r\n\(smuggled)", 400),
            ("another site's Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n\(smuggled)", 421),
            ("absolute form", "GET http://test/ HTTP/1.1\r\n\(host)\r\n\(smuggled)", 400),
            ("TRACE", "TRACE / HTTP/1.1\r\n\(host)\r\n\(smuggled)", 405),
            ("HTTP/1.2", "GET / HTTP/1.2\r\n\(host)\r\n\(smuggled)", 505),
            (
                "17 KiB of headers", "GET / HTTP/1.1\r\n\(host)A: \(String(repeating: "b", count: 17 << 10))\r\n\r\n",
                431
            ),
            ("9 KiB of target", "GET /\(String(repeating: "a", count: 9 << 10)) HTTP/1.1\r\n\(host)\r\n", 414),
            ("a length beyond all limits", "POST / HTTP/1.1\r\n\(host)\(form)Content-Length: 99999999999\r\n\r\n", 413),
        ]

        @Test("what is malformed or smuggled gets one 4xx or 505 in the site's look, and a closed connection")
        func malformed() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                for request in Self.requests {
                    let client = try HTTPClient(port: quad.port)
                    client.send(request.bytes)
                    let bytes = try #require(client.readToEnd(), "\(request.name) leaves the connection open")
                    let answer = String(decoding: bytes, as: UTF8.self)
                    #expect(answer.hasPrefix("HTTP/1.1 \(request.status) "), "\(request.name): \(answer.prefix(80))")
                    #expect(answer.components(of: "HTTP/1.1 ") == 1, "\(request.name) is answered more than once")
                    #expect(answer.lowercased().contains("connection: close"), "\(request.name)")
                    #expect(answer.contains("<p class=\"status\">"), "\(request.name)")
                }
                #expect(try quad.get(Installation.community).status == 200)
            }
        }

        @Test("a body over 1 MB is refused with 413, and the rest of it is no request")
        func largeBody() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                let client = try HTTPClient(port: quad.port)
                let line = "GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n"
                let body = Array(String(repeating: line, count: (3 << 20) / line.utf8.count).utf8)
                client.send("POST / HTTP/1.1\r\n\(Self.host)\(Self.form)Content-Length: \(body.count)\r\n\r\n")
                client.send(body)
                let answer = String(decoding: try #require(client.readToEnd()), as: UTF8.self)
                #expect(answer.hasPrefix("HTTP/1.1 413 "))
                #expect(answer.components(of: "HTTP/1.1 ") == 1)
            }
        }

        @Test("unknown and malformed addresses are 404, posts from elsewhere are refused, and none is a fault of ours")
        func addresses() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                for target in [
                    "/c/nowhere", "/c/algorithms/2/x", "/c/algorithms/abc/x", "/c/algorithms/99999999999999999999/x",
                    "/c/algorithms/-1/x", "/c/algorithms/01/x", "/c/algorithms?after=garbage", "/c/algorithms?order=up",
                    "/c/algorithms/s/nowhere", "/communities?after=%F0%9F%98%80", "/c/%F0%9F%98%80", "/c/'--",
                    "\(Installation.post)?after=zz", "/members/nobody", "/nowhere/at/all",
                ] {
                    let answer = try quad.get(target)
                    #expect(answer.status == 404, "\(target)")
                    #expect(answer.text.contains("<p class=\"status\">404"), "\(target)")
                }
                let client = try HTTPClient(port: quad.port)
                client.send(
                    "POST /communities HTTP/1.1\r\nHost: test\r\nOrigin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b")
                #expect([403, 405].contains(try client.answer().status))
            }
        }
    }
}

extension String {
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}
