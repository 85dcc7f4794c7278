import Glibc
import HTTPServer
import TestSupport
import Testing

@Suite("Cutting slow clients")
struct SlowClientTests {
    private static var impatient: ServerConfiguration {
        var configuration = ServerConfiguration.test()
        configuration.limits.request = .milliseconds(1500)
        configuration.limits.idle = .seconds(60)
        return configuration
    }

    @Test("1,000 connections that send a byte at a time are all cut; another client notices nothing")
    func thousand() throws {
        try serving(configuration: Self.impatient) { server in
            let slow = try (0..<1000).map { _ in try HTTPClient(port: server.port) }
            let healthy = try HTTPClient(port: server.port)
            let text = Array("GET / HTTP/1.1\r\nHost: slow\r\nX: \(String(repeating: "y", count: 100))".utf8)
            var slowest = Duration.zero
            for round in 0..<12 {
                for client in slow { client.send([text[round]]) }
                let begun = ContinuousClock.now
                #expect(try healthy.get("/ok").status == 200)
                slowest = max(slowest, begun.duration(to: .now))
                usleep(200_000)
            }
            #expect(slow.allSatisfy { $0.isClosed() })
            #expect(server.statistics.cut == 1000)
            #expect(slowest < .seconds(1))
            #expect(try healthy.get("/still").status == 200)
        }
    }

    @Test("a slow second request on a kept-alive connection is cut")
    func keptAlive() throws {
        try serving(configuration: Self.impatient) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/first").status == 200)
            usleep(300_000)
            for _ in 0..<10 {
                client.send("G")
                usleep(200_000)
            }
            #expect(eventually { server.statistics.cut == 1 })
        }
    }

    @Test("an idle kept-alive connection outlives the deadline of a request")
    func idle() throws {
        try serving(configuration: Self.impatient) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/first").status == 200)
            usleep(2_000_000)
            #expect(try client.get("/second").status == 200)
        }
    }

    @Test("a body that trickles is cut; a new connection that stays silent too")
    func body() throws {
        try serving(configuration: Self.impatient) { server in
            let silent = try HTTPClient(port: server.port)
            let client = try HTTPClient(port: server.port)
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 999\r\n\r\n"
            )
            for _ in 0..<10 {
                client.send("a")
                usleep(200_000)
            }
            #expect(client.isClosed())
            #expect(silent.isClosed())
            #expect(server.statistics.cut == 2)
        }
    }

    @Test("a request that a worker takes long over is not cut")
    func slowWorker() throws {
        let site = Site(answer: { _ in
            usleep(2_500_000)
            return .text("late")
        })
        try serving(site, configuration: Self.impatient) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/").text == "late")
        }
    }

    @Test("a reader that does not take its answer is cut at the sending deadline")
    func slowReader() throws {
        var configuration = ServerConfiguration.test()
        configuration.limits.request = .milliseconds(400)
        configuration.limits.sending = .milliseconds(800)
        let site = Site(answer: { _ in .html([UInt8](repeating: 0x61, count: 30_000_000)) })
        try serving(site, configuration: configuration) { server in
            let client = try HTTPClient(port: server.port)
            client.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(eventually { server.statistics.cut == 1 })
            #expect(eventually { site.log.exchanges.first?.isComplete == false })
        }
    }

    @Test("an address has its share of connections, unless its network is generous")
    func share() throws {
        var configuration = ServerConfiguration.test()
        configuration.generousNetworks = []
        configuration.limits.connectionsPerAddress = 3
        try serving(configuration: configuration) { server in
            let clients = try (0..<3).map { _ in try HTTPClient(port: server.port) }
            for client in clients { #expect(try client.get("/").status == 200) }
            let fourth = try HTTPClient(port: server.port)
            #expect(throws: HTTPClientError.self) { try fourth.get("/") }
            #expect(server.statistics.turnedAway == 1)
            clients[0].close()
            #expect(eventually { server.statistics.connections == 2 })
            #expect(try HTTPClient(port: server.port).get("/").status == 200)
        }
    }
}
