import Glibc
import HTTPServer
import Synchronization
import TestSupport
import Testing

@Suite("Stopping")
struct StoppingTests {
    @Test("under load and with a live stream open, no request that was sent is lost")
    func underLoad() throws {
        let stream = EventStream()
        let site = Site(answer: { request in
            if request.path == "/live" { return Response(status: .ok, body: .stream(stream)) }
            usleep(1_000)
            return .text(request.path)
        })
        var configuration = ServerConfiguration.test()
        configuration.linger = .milliseconds(500)
        let server = try Server(site, configuration: configuration)
        let live = try HTTPClient(port: server.port)
        live.send("GET /live HTTP/1.1\r\nHost: t\r\n\r\n")
        _ = try live.wait(for: "\r\n\r\n")
        let port = server.port
        let answered = Mutex<[Int]>([])
        let askers = (0..<4).map { _ in
            TestThread {
                let count = askUntilTold(port)
                answered.withLock { $0.append(count) }
            }
        }
        #expect(eventually { site.log.exchanges.count > 100 })
        server.stop()
        for asker in askers { asker.join() }
        let counts = answered.withLock { $0 }
        #expect(counts.count == 4)
        #expect(counts.allSatisfy { $0 > 10 })
        let text = try live.wait(for: "retry: ")
        #expect(text.contains("200 OK"))
        #expect(live.isClosed())
        #expect(throws: HTTPClientError.self) { try HTTPClient(port: port) }
        #expect(site.log.exchanges.allSatisfy { $0.isComplete })
    }

    @Test("a worker that never ends delays it by the drain time alone, and its client gets 503")
    func stuckWorker() throws {
        let gate = Gate()
        var configuration = ServerConfiguration.test(workers: 1)
        configuration.drain = .milliseconds(300)
        let site = Site(answer: { _ in
            gate.pass()
            return .text("too late")
        })
        let server = try Server(site, configuration: configuration)
        let worked = try HTTPClient(port: server.port)
        let queued = try HTTPClient(port: server.port)
        worked.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n")
        #expect(eventually { server.statistics.busyWorkers == 1 })
        queued.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n")
        #expect(eventually { server.statistics.queueLength == 1 })
        let time = ContinuousClock().measure { server.stop() }
        #expect(time < .seconds(4))
        #expect(try worked.answer().status == 503)
        #expect(try queued.answer().status == 503)
        gate.open()
    }

    @Test("stopping twice, and stopping an idle server, are quick")
    func idle() throws {
        let server = try Server(Site(), configuration: .test())
        let client = try HTTPClient(port: server.port)
        #expect(try client.get("/").status == 200)
        let time = ContinuousClock().measure {
            server.stop()
            server.stop()
        }
        #expect(time < .seconds(2))
        #expect(client.isClosed())
    }

    @Test("a port in use is said in words")
    func portInUse() throws {
        try serving { server in
            var configuration = ServerConfiguration.test()
            configuration.port = server.port
            #expect(throws: ServerError.portInUse(server.port)) { try Server(Site(), configuration: configuration) }
            #expect("\(ServerError.portInUse(80))".contains("set PORT"))
        }
        #expect(throws: ServerError.addressNotUnderstood("nowhere")) {
            try Server(Site(), configuration: ServerConfiguration(port: 0, address: "nowhere"))
        }
        #expect(throws: ServerError.inheritedSocket(0)) {
            try Server(Site(), configuration: ServerConfiguration(inheritedSocket: 0))
        }
    }

    @Test("a listening socket is handed on without a refused connection")
    func inheritedSocket() throws {
        let first = try listen()
        let second = dup(first.socket)
        var configuration = ServerConfiguration.test()
        configuration.inheritedSocket = first.socket
        let old = try Server(Site(answer: { _ in .text("old") }), configuration: configuration)
        #expect(old.port == first.port)
        #expect(try HTTPClient(port: first.port).get("/").text == "old")
        configuration.inheritedSocket = second
        let new = try Server(Site(answer: { _ in .text("new") }), configuration: configuration)
        defer { new.stop() }
        old.stop()
        for _ in 0..<20 { #expect(try HTTPClient(port: first.port).get("/").text == "new") }
    }

    @Test("a supervisor's socket is for the process it names")
    func supervisor() {
        let environment = ["LISTEN_PID": "7", "LISTEN_FDS": "1"]
        #expect(ServerConfiguration.supervisedSocket(environment, process: 7) == 3)
        #expect(ServerConfiguration.supervisedSocket(environment, process: 8) == nil)
        #expect(ServerConfiguration.supervisedSocket([:], process: 7) == nil)
    }

    @Test("a Unix socket serves, and its other side is a proxy")
    func unixSocket() throws {
        let path = "/tmp/quad-http-\(UInt64.random(in: 0...UInt64.max)).sock"
        defer { unlink(path) }
        var configuration = ServerConfiguration.test()
        configuration.address = "unix:\(path)"
        let site = Site(answer: { .text("\($0.client)") })
        try serving(site, configuration: configuration) { server in
            let client = try HTTPClient(path: path)
            #expect(try client.get("/", "X-Forwarded-For: 9.9.9.9\r\n").text == "9.9.9.9")
        }
    }
}

/// Asks on one connection after another until told to close, then until nobody listens.
///
/// - Returns: how many requests were answered; -1 when one was lost.
private func askUntilTold(_ port: Int) -> Int {
    var answered = 0
    while let client = try? HTTPClient(port: port) {
        var isFirst = true
        while true {
            client.send("GET /\(answered) HTTP/1.1\r\nHost: t\r\n\r\n")
            // A connection that the kernel accepted and the server never did is no request that was lost.
            guard let answer = try? client.answer() else { return isFirst ? answered : -1 }
            guard answer.text == "/\(answered)" else { return -1 }
            isFirst = false
            answered += 1
            if answer["Connection"] == "close" { break }
        }
    }
    return answered
}

private func listen() throws -> (socket: CInt, port: Int) {
    let socket = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { address in
        try address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            guard bind(socket, $0, size) == 0, Glibc.listen(socket, 64) == 0, getsockname(socket, $0, &size) == 0 else {
                throw HTTPClientError.refused(errno)
            }
        }
    }
    return (socket, Int(UInt16(bigEndian: address.sin_port)))
}
