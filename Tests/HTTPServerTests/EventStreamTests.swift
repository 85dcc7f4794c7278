import Glibc
import HTTPServer
import Synchronization
import TestSupport
import Testing

@Suite("Live streams")
struct EventStreamTests {
    /// Hands out the streams it opens.
    private final class Streams: Sendable {
        private let state = Mutex<[EventStream]>([])

        func open() -> Response {
            let stream = EventStream()
            state.withLock { $0.append(stream) }
            return Response(
                status: .ok, headers: [Header(name: "X-Test", value: "1")], body: .stream(stream))
        }

        var all: [EventStream] { state.withLock { $0 } }
    }

    private func open(_ server: Server<Site>) throws -> HTTPClient {
        let client = try HTTPClient(port: server.port)
        client.send("GET /live HTTP/1.1\r\nHost: t\r\n\r\n")
        _ = try client.wait(for: "\r\n\r\n")
        return client
    }

    @Test("events arrive in order, each line of their data on its own")
    func delivery() throws {
        let streams = Streams()
        try serving(Site(answer: { _ in streams.open() })) { server in
            let client = try open(server)
            let stream = try #require(streams.all.first)
            stream.send(event: "votes", id: "7", data: "one\ntwo\r\nthree")
            stream.send(data: "")
            let text = try client.wait(for: "data: \n\n")
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains("Content-Type: text/event-stream"))
            #expect(text.contains("X-Test: 1\r\n"))
            #expect(text.hasSuffix("event: votes\nid: 7\ndata: one\ndata: two\ndata: three\n\ndata: \n\n"))
            stream.close(retry: .seconds(3))
            #expect(try client.wait(for: "retry: 3000\n\n").hasSuffix("retry: 3000\n\n"))
            #expect(client.isClosed())
            #expect(eventually { server.statistics.streams == 0 })
        }
    }

    @Test("what was sent before the stream was answered is not lost, and line breaks make no fields")
    func early() throws {
        let site = Site(answer: { _ in
            let stream = EventStream()
            stream.send(event: "a\nid: 9", data: "x")
            stream.close()
            return Response(status: .ok, body: .stream(stream))
        })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            client.send("GET /live HTTP/1.1\r\nHost: t\r\n\r\n")
            let text = String(decoding: try #require(client.readToEnd()), as: UTF8.self)
            #expect(text.hasSuffix("\r\n\r\nevent: aid: 9\ndata: x\n\n"))
        }
    }

    @Test("a reader that leaves is noticed at once")
    func leaving() throws {
        let streams = Streams()
        let closed = Atomic<Int>(0)
        try serving(Site(answer: { _ in streams.open() })) { server in
            let client = try open(server)
            let stream = try #require(streams.all.first)
            stream.onClose = { closed.wrappingAdd(1, ordering: .relaxed) }
            client.close()
            #expect(eventually { closed.load(ordering: .relaxed) == 1 })
            stream.send(data: "to nobody")
            #expect(server.statistics.streams == 0)
            stream.onClose = { closed.wrappingAdd(1, ordering: .relaxed) }
            #expect(closed.load(ordering: .relaxed) == 2)
        }
    }

    @Test("a quiet stream carries comments")
    func heartbeat() throws {
        let streams = Streams()
        var configuration = ServerConfiguration.test()
        configuration.heartbeat = .milliseconds(150)
        try serving(Site(answer: { _ in streams.open() }), configuration: configuration) { server in
            let client = try open(server)
            #expect(try client.wait(for: "\r\n\r\n:\n\n:\n\n").contains(":\n\n:\n\n"))
        }
    }

    @Test("a reader that does not read is cut")
    func slowReader() throws {
        let streams = Streams()
        try serving(Site(answer: { _ in streams.open() })) { server in
            let client = try open(server)
            let stream = try #require(streams.all.first)
            let text = String(repeating: "x", count: 60_000)
            for _ in 0..<1000 where server.statistics.streams == 1 {
                stream.send(data: text)
                usleep(2_000)
            }
            #expect(server.statistics.streams == 0)
            #expect(client.isClosed())
        }
    }

    @Test("one stream too many is 503; HEAD opens none")
    func limit() throws {
        let streams = Streams()
        var configuration = ServerConfiguration.test()
        configuration.limits.streams = 1
        try serving(Site(answer: { _ in streams.open() }), configuration: configuration) { server in
            let head = try HTTPClient(port: server.port)
            #expect(try head.get("/live", method: "HEAD").status == 200)
            let first = try open(server)
            let second = try HTTPClient(port: server.port)
            #expect(try second.get("/live").status == 503)
            first.close()
            #expect(eventually { server.statistics.streams == 0 })
            _ = try open(server)
        }
    }

    @Test("500 streams get every event, and take no part in ordinary answers")
    func many() throws {
        let streams = Streams()
        let site = Site(answer: { $0.path == "/live" ? streams.open() : .text("page") })
        try serving(site) { server in
            let clients = try (0..<500).map { _ in try open(server) }
            #expect(server.statistics.streams == 500)
            #expect(eventually { server.statistics.connections == 0 })
            for number in 0..<5 { for stream in streams.all { stream.send(data: "\(number)") } }
            #expect(try HTTPClient(port: server.port).get("/page").text == "page")
            for client in clients {
                _ = try client.wait(for: "data: 0\n\ndata: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\n")
            }
        }
    }
}
