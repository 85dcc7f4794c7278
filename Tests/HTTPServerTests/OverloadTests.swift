import Glibc
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// Holds workers until it is opened.
final class Gate: Sendable {
    private let isOpen = Atomic<Bool>(false)

    func open() { isOpen.store(true, ordering: .releasing) }
    func pass() { while !isOpen.load(ordering: .acquiring) { usleep(2_000) } }
}

@Suite("More requests than workers")
struct OverloadTests {
    @Test("a full queue answers 503 at once, with Retry-After; the queued are answered later")
    func fullQueue() throws {
        let gate = Gate()
        let cached = PreparedResponse(.text("cached"))
        let site = Site(
            now: { $0.target.elementsEqual("/cached".utf8) ? cached : nil },
            answer: { _ in
                gate.pass()
                return .text("served")
            })
        var configuration = ServerConfiguration.test(workers: 1)
        configuration.queueLimit = 2
        try serving(site, configuration: configuration) { server in
            let waiting = try (0..<3).map { _ in try HTTPClient(port: server.port) }
            for (count, client) in waiting.enumerated() {
                client.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n")
                #expect(eventually { server.statistics.suspended == count + 1 })
                #expect(eventually { server.statistics.busyWorkers == 1 })
            }
            #expect(server.statistics.queueLength == 2)
            let refused = try HTTPClient(port: server.port)
            let time = try ContinuousClock().measure {
                let answer = try refused.get("/")
                #expect(answer.status == 503)
                #expect(answer["Retry-After"] != nil)
                #expect(answer["Connection"] == "close")
                #expect(answer.text == "<p>queueFull</p>")
            }
            #expect(time < .milliseconds(500))
            #expect(try HTTPClient(port: server.port).get("/cached").text == "cached")
            gate.open()
            for client in waiting { #expect(try client.answer().text == "served") }
            #expect(eventually { server.statistics.suspended == 0 })
        }
    }

    @Test("a request that waits too long is answered 503 while every worker is stuck")
    func queueWait() throws {
        let gate = Gate()
        let site = Site(answer: { _ in
            gate.pass()
            return .text("served")
        })
        var configuration = ServerConfiguration.test(workers: 1)
        configuration.limits.queueWait = .milliseconds(300)
        configuration.limits.request = .seconds(1)
        try serving(site, configuration: configuration) { server in
            let first = try HTTPClient(port: server.port)
            first.send("GET / HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(eventually { server.statistics.busyWorkers == 1 })
            let second = try HTTPClient(port: server.port)
            let answer = try second.get("/")
            #expect(answer.status == 503)
            #expect(answer.text == "<p>timedOut</p>")
            gate.open()
            #expect(try first.answer().text == "served")
        }
    }

    @Test("every exchange is told once, with its times and route")
    func exchanges() throws {
        let site = Site(answer: { request in
            usleep(20_000)
            var response = Response.text("abc")
            (response.route, response.note) = ("/page", "two queries")
            return response
        })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            try client.get("/page?x=1")
            try client.get("/page", method: "PUT")
        }
        let exchanges = site.log.exchanges
        try #require(exchanges.count == 2)
        #expect(exchanges[0].target == "/page?x=1")
        #expect(exchanges[0].method == .get)
        #expect(exchanges[0].status == .ok)
        #expect(exchanges[0].bytesSent == 3)
        #expect(exchanges[0].route == "/page")
        #expect(exchanges[0].note == "two queries")
        #expect(exchanges[0].working >= .milliseconds(20))
        #expect(exchanges[0].total >= exchanges[0].working)
        #expect(exchanges[0].isComplete)
        #expect(exchanges[1].method == nil)
        #expect(exchanges[1].status == .methodNotAllowed)
        #expect(exchanges[0].id != exchanges[1].id)
    }

    @Test("a prepared answer whose header cannot be sent is 500 too")
    func preparedInjection() throws {
        let broken = PreparedResponse(.redirect(to: "/a\r\nSet-Cookie: b=c"))
        try serving(Site(now: { _ in broken })) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/").status == 500)
        }
    }

    @Test("an answer whose header cannot be sent is 500, not two headers")
    func headerInjection() throws {
        try serving(Site(answer: { _ in .redirect(to: "/a\r\nSet-Cookie: b=c") })) { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get("/")
            #expect(answer.status == 500)
            #expect(answer["Set-Cookie"] == nil)
        }
    }
}
