import HTTPServer
import TestSupport
import Testing

@Suite("Addresses and networks")
struct AddressTests {
    @Test(
        "text becomes an address and comes back canonical",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::1", "::1"), ("2001:DB8:0:0::1", "2001:db8::1"),
            ("::ffff:10.1.2.3", "10.1.2.3"),
        ])
    func text(_ text: String, _ canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4 ", "[::1]", "fe80::1%eth0", "1.2.3.4:80", "localhost",
            "::1/64",
        ])
    func none(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("private and loopback ranges are known")
    func ranges() {
        let inside = [
            "127.0.0.1", "::1", "10.255.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
            "169.254.1.1", "fe80::1", "fd12::1", "::ffff:192.168.0.1",
        ]
        let outside = ["8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "192.169.0.1", "2001:db8::1", "11.0.0.1"]
        for text in inside { #expect(IPAddress(text)?.isPrivate == true, "\(text)") }
        for text in outside { #expect(IPAddress(text)?.isPrivate == false, "\(text)") }
        #expect(IPAddress("127.9.9.9")?.isLoopback == true)
        #expect(IPAddress("10.0.0.1")?.isLoopback == false)
    }

    @Test("a network contains what its bits say")
    func networks() throws {
        let ten = try #require(IPNetwork("10.1.2.3/8"))
        #expect(ten.description == "10.0.0.0/8")
        for (network, address, isInside) in [
            ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false), ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false), ("::/0", "8.8.8.8", true), ("2001:db8::/33", "2001:db8:7fff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.6", false), ("2001:db8::/64", "2001:db8::ffff:1", true),
        ] {
            let parsed = try #require(IPNetwork(network))
            #expect(parsed.contains(try #require(IPAddress(address))) == isInside, "\(network) \(address)")
        }
        for text in ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8", "10.0.0.0/8/8", "x/8", "::/129"] {
            #expect(IPNetwork(text) == nil, "\(text)")
        }
    }

    @Test("the /64 of an IPv6 address is what a household shares")
    func network64() {
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.network64 == IPAddress("2001:db8:1:2::"))
        #expect(IPAddress("192.0.2.1")?.network64 == IPAddress("192.0.2.1"))
    }

    @Test(
        "X-Forwarded-For counts from its end, through trusted proxies alone",
        arguments: [
            ("10.0.0.0/8", "1.1.1.1, 2.2.2.2", "127.0.0.1"), ("127.0.0.0/8", "1.1.1.1, 2.2.2.2", "2.2.2.2"),
            ("127.0.0.0/8", "2.2.2.2", "2.2.2.2"), ("127.0.0.0/8", "spoofed, 127.0.0.9", "0.0.0.0"),
            ("127.0.0.0/8", "1.1.1.1, 2001:db8::1 , 127.0.0.9", "2001:db8::1"),
            ("127.0.0.0/8", "1.1.1.1\r\nX-Forwarded-For: 3.3.3.3, 127.0.0.8", "3.3.3.3"),
            ("127.0.0.0/8", "8.8.8.8:443", "8.8.8.8"), ("127.0.0.0/8", "[2001:db8::1]:443", "2001:db8::1"),
            ("127.0.0.0/8", "unknown", "0.0.0.0"), ("127.0.0.0/8", "", "0.0.0.0"),
            ("127.0.0.0/8", "\"8.8.8.8\"", "0.0.0.0"), ("127.0.0.0/8", "fe80::1%eth0", "0.0.0.0"),
        ])
    func forwarded(_ proxies: String, _ header: String, _ client: String) throws {
        var configuration = ServerConfiguration.test()
        configuration.trustedProxies = [try #require(IPNetwork(proxies))]
        try serving(Site(answer: { .text("\($0.client)") }), configuration: configuration) { server in
            let answer = try HTTPClient(port: server.port).get("/", "X-Forwarded-For: \(header)\r\n")
            #expect(answer.text == client)
        }
    }
}

@Suite("What a request says")
struct RequestTests {
    @Test("headers are found in any case, trimmed, and all of them")
    func headers() throws {
        let site = Site(answer: { request in
            .text(
                "\(request.headers["ACCEPT"] ?? "-")|\(request.headers.all("x-many").joined(separator: ","))|"
                    + "\(request.headers["absent"] ?? "-")|\(request.headers.pairs.count)")
        })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get("/", "accept:  a b \t\r\nX-Many: 1\r\nX-Many:2\r\nX-Empty:\r\n")
            #expect(answer.text == "a b|1,2|-|5")
        }
    }

    @Test(
        "cookies are found among others, also on several lines",
        arguments: [
            ("session=abc", "abc"), ("a=b; session=abc; c=d", "abc"), ("xsession=1; session=\"q\"", "q"),
            ("session=", ""), ("session", nil), ("a=session=abc", nil), ("a=1;session=a=b ;", "a=b"),
            ("a=1\r\nCookie: session=two", "two"), ("session=1; session=2", "1"),
        ])
    func cookies(_ header: String, _ expected: String?) throws {
        try serving(Site(answer: { .text($0.cookie("session") ?? "none") })) { server in
            let answer = try HTTPClient(port: server.port).get("/", "Cookie: \(header)\r\n")
            #expect(answer.text == expected ?? "none")
        }
        guard !header.contains("\r\n") else { return }
        #expect(Request(headers: [("Cookie", header)]).cookie("session") == expected)
    }

    @Test(
        "the query is intact for the worker and for the event thread",
        arguments: [
            ("/?a=1&b=%20x", "a=1,b= x"), ("/?", ""), ("/a?b", "b="), ("/x?y=?&z=/", "y=?,z=/"), ("/", ""),
        ])
    func query(_ target: String, _ expected: String) throws {
        let site = Site(
            now: { head in
                head.has("x-now") ? PreparedResponse(.text(String(decoding: head.target, as: UTF8.self))) : nil
            },
            answer: { request in
                .text(
                    "\(request.target) " + request.query.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ","))
            })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get(target).text == "\(target) \(expected)")
            #expect(try client.get(target, "X-Now: 1\r\n").text == target)
        }
    }

    @Test("request ids are 16 lower-case hexadecimal digits, each another")
    func ids() {
        let ids = Set((0..<1000).map { _ in RequestID().description })
        #expect(ids.count == 1000)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
    }
}
