import HTTPServer
import TestSupport
import Testing

@Suite("The slow lane, and forms that come at a bad moment")
struct LaneTests {
    private func site(_ gate: Gate) -> Site {
        Site(
            answer: { request in
                if request.path == "/slow" { gate.pass() }
                return .text("served \(request.path)")
            },
            isSlow: { $0.path.elementsEqual("/slow".utf8) },
            keptPage: { .text("kept: \($0.form["body"] ?? "")") })
    }

    @Test("a rush on the slow lane holds up nobody else, and what is more is answered 503")
    func rush() throws {
        let gate = Gate()
        var configuration = ServerConfiguration.test(workers: 1)
        configuration.slowQueueLimit = 2
        try serving(site(gate), configuration: configuration) { server in
            let waiting = try (0..<3).map { _ in try HTTPClient(port: server.port) }
            for (count, client) in waiting.enumerated() {
                client.send("POST /slow HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n")
                #expect(eventually { server.statistics.suspended == count + 1 && server.statistics.busyWorkers == 1 })
            }
            #expect(try HTTPClient(port: server.port).get("/quick").text == "served /quick")
            let refused = try HTTPClient(port: server.port).post("/slow", Array("body=my+words".utf8))
            #expect(refused.status == 503)
            #expect(refused["Retry-After"] != nil)
            #expect(refused.text == "kept: my words")
            gate.open()
            for client in waiting { #expect(try client.answer().text == "served /slow") }
        }
    }

    @Test("a form too large to be shown again gets the page for all")
    func largeForm() throws {
        let gate = Gate()
        var configuration = ServerConfiguration.test(workers: 1)
        (configuration.slowQueueLimit, configuration.limits.keptForm) = (1, 10)
        try serving(site(gate), configuration: configuration) { server in
            let waiting = try (0..<2).map { _ in try HTTPClient(port: server.port) }
            for (count, client) in waiting.enumerated() {
                client.send("POST /slow HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n")
                #expect(eventually { server.statistics.suspended == count + 1 && server.statistics.busyWorkers == 1 })
            }
            let refused = try HTTPClient(port: server.port).post("/slow", Array("body=my+words".utf8))
            #expect(refused.text == "<p>queueFull</p>")
            gate.open()
            for client in waiting { _ = try client.answer() }
        }
    }
}
