import Testing
import WebClient

@Suite("Fetching a page")
struct FetchingTests {
    let client = WebClient()

    @Test("status, headers and body come as they were sent")
    func answer() throws {
        let text =
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nX-Two: a\r\nx-two:  b \r\nContent-Length: 5\r\n\r\nhello"
        try withServer(answering: text) { server in
            let response = try client.get(
                "http://127.0.0.1:\(server.port)/a?b=c", headers: ["Accept": "text/html", "X-Empty": ""], allow: .any)
            #expect(response.status == 404)
            #expect(response.body == Array("hello".utf8))
            #expect(response.isComplete)
            #expect(response.header("content-type") == "text/plain")
            #expect(response.headers.filter { $0.name.lowercased() == "x-two" }.map(\.value) == ["a", "b"])
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
            #expect(request.contains("\r\nAccept: text/html\r\n"))
            #expect(request.contains("\r\nX-Empty:\r\n"))
        }
    }

    @Test("a body beyond the limit is cut there, whatever its Content-Length says", arguments: [true, false])
    func cut(declared: Bool) throws {
        let body = String(repeating: "x", count: 2_000_000)
        let length = declared ? "Content-Length: 2000000\r\n" : ""
        try withServer(answering: "HTTP/1.1 200 OK\r\n\(length)\r\n\(body)") { server in
            let response = try client.get("http://127.0.0.1:\(server.port)/", allow: .any)
            #expect(response.body.count == 512 * 1024)
            #expect(!response.isComplete)
        }
    }

    @Test("a body of exactly the limit is complete")
    func exact() throws {
        try withServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789") { server in
            let small = WebClient(limits: .init(body: 10))
            #expect(try small.get("http://127.0.0.1:\(server.port)/", allow: .any).isComplete)
            let smaller = WebClient(limits: .init(body: 9))
            let response = try smaller.get("http://127.0.0.1:\(server.port)/", allow: .any)
            #expect(response.body == Array("012345678".utf8))
            #expect(!response.isComplete)
        }
    }

    @Test("a redirect is the answer, and where it leads is not asked")
    func redirect() throws {
        try withServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") { other in
            let location = "http://127.0.0.1:\(other.port)/"
            try withServer(answering: "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n") {
                server in
                let response = try client.get("http://127.0.0.1:\(server.port)/", allow: .any)
                #expect(response.status == 302)
                #expect(response.header("Location") == location)
                #expect(other.requests.isEmpty)
            }
        }
    }

    @Test("a server that never finishes is left when the time is over")
    func timeLimit() throws {
        try withServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234", ending: .stayOpen) { server in
            let hasty = WebClient(limits: .init(time: .milliseconds(200)))
            let clock = ContinuousClock()
            let time = clock.measure {
                #expect(throws: WebClientError.timedOut) {
                    try hasty.get("http://127.0.0.1:\(server.port)/", allow: .any)
                }
            }
            #expect(time >= .milliseconds(190))
        }
    }

    @Test("a head without end is not read to its end")
    func longHead() throws {
        let head =
            "HTTP/1.1 200 OK\r\n" + String(repeating: "X-Long: \(String(repeating: "y", count: 1000))\r\n", count: 100)
        try withServer(answering: head + "\r\n") { server in
            #expect(throws: WebClientError.failed("the head of the answer is too long")) {
                try client.get("http://127.0.0.1:\(server.port)/", allow: .any)
            }
        }
    }

    @Test("an interim answer is not the answer")
    func interim() throws {
        let text =
            "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Late: 1\r\nContent-Length: 2\r\n\r\nok"
        try withServer(answering: text) { server in
            let response = try client.get("http://127.0.0.1:\(server.port)/", allow: .any)
            #expect(response.status == 200)
            #expect(response.header("X-Early") == nil)
            #expect(response.header("X-Late") == "1")
        }
    }

    @Test("an answer that is no HTTP, and none at all, fail in words")
    func failures() throws {
        try withServer(answering: "SSH-2.0-OpenSSH_9.2\r\n") { server in
            let error = #expect(throws: WebClientError.self) {
                try client.get("http://127.0.0.1:\(server.port)/", allow: .any)
            }
            guard case .failed(let reason) = error else {
                Issue.record("not failed but \(String(describing: error))")
                return
            }
            #expect(!reason.isEmpty)
        }
        #expect(throws: WebClientError.unknownHost) {
            // A label of over 63 characters fails without a question to the network.
            try client.get("http://\(String(repeating: "a", count: 64)).example/", allow: .any)
        }
    }

    @Test(
        "other schemes and malformed addresses are refused before anything is asked",
        arguments: [
            "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "dict://127.0.0.1:11211/", "", "http://",
            "http://a b/", "http://a/\r\nX: y", "http://a/\u{0}", "javascript:alert(1)",
        ])
    func badAddresses(url: String) {
        #expect(throws: WebClientError.invalidURL) { try client.get(url, allow: .any) }
    }

    @Test(
        "a header that would start another is refused",
        arguments: [("X-A", "1\r\nX-B: 2"), ("X A", "1"), ("X:A", "1"), ("", "1"), ("X-A", "\u{0}")])
    func badHeaders(name: String, value: String) {
        #expect(throws: WebClientError.invalidHeader) {
            try client.get("http://127.0.0.1:1/", headers: [name: value], allow: .any)
        }
    }
}
