import Glibc
import Synchronization
import TestSupport
import Testing

extension WholeProgram {
    @Suite("Ending the program")
    struct EndingTests {
        @Test("SIGTERM and SIGINT under load lose no request, and it ends with 0", arguments: [SIGTERM, SIGINT])
        func underLoad(_ number: CInt) throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                let port = quad.port
                let answered = Mutex<[Int?]>([])
                let askers = [Installation.community, Installation.rendered, Installation.post, "/"].map { target in
                    TestThread {
                        let count = askUntilNobodyListens(port, target)
                        answered.withLock { $0.append(count) }
                    }
                }
                sleep(.milliseconds(500))
                let begun = ContinuousClock.now
                quad.process.signal(number)
                #expect(quad.process.end(within: 10) == .exit(0))
                #expect(.now - begun < .seconds(5))
                for asker in askers { asker.join() }
                let counts = answered.withLock { $0 }
                #expect(counts.count == 4)
                #expect(counts.allSatisfy { $0 ?? 0 > 1 }, "nil is a request that was lost: \(counts)")
            }
        }

        @Test("a page under way when SIGTERM comes is answered whole, and its connection closed")
        func slowPage() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                let lock = try installation.lock("posts")
                let client = try HTTPClient(port: quad.port)
                client.send("GET \(Installation.rendered) HTTP/1.1\r\nHost: test\r\n\r\n")
                sleep(.milliseconds(200))
                quad.process.signal(SIGTERM)
                #expect(eventually { !isListening(quad.port) })
                sleep(.milliseconds(2_500))
                #expect(quad.process.isRunning)
                try lock.release()
                let answer = try client.answer()
                #expect(answer.status == 200)
                #expect(answer.text.contains("</html>"))
                #expect(answer["Connection"] == "close")
                #expect(client.isClosed())
                #expect(quad.process.end(within: 3) == .exit(0))
            }
        }

        @Test("with Postgres and Redis frozen, SIGTERM ends it with 0 all the same, and who waits is answered")
        func frozen() throws {
            try withOwnPostgres { installation, postgres in
                let quad = try installation.serve()
                #expect(try quad.get(Installation.rendered).status == 200)
                postgres.freeze()
                installation.redis.freeze()
                let client = try HTTPClient(port: quad.port, patience: 15)
                client.send("GET \(Installation.rendered) HTTP/1.1\r\nHost: test\r\n\r\n")
                sleep(.milliseconds(200))
                quad.process.signal(SIGTERM)
                #expect(try client.answer().status == 503)
                #expect(quad.process.end(within: 5) == .exit(0))
            }
        }

        @Test("a second SIGTERM ends it at once")
        func second() throws {
            try withInstallation { installation in
                let quad = try installation.serve()
                let lock = try installation.lock("posts")
                let client = try HTTPClient(port: quad.port)
                client.send("GET \(Installation.rendered) HTTP/1.1\r\nHost: test\r\n\r\n")
                sleep(.milliseconds(200))
                quad.process.signal(SIGTERM)
                #expect(eventually { !isListening(quad.port) })
                quad.process.signal(SIGTERM)
                #expect(quad.process.end(within: 0.5) == .signal(SIGTERM))
                try lock.release()
            }
        }
    }
}

private func isListening(_ port: Int) -> Bool {
    do { return try HTTPClient(port: port).socket >= 0 } catch { return false }
}

/// Asks on one connection after another until told to close it, and then until nobody listens.
///
/// - Returns: how many requests were answered; `nil` when one was lost or cut short.
private func askUntilNobodyListens(_ port: Int, _ target: String) -> Int? {
    var answered = 0
    while true {
        let client: HTTPClient
        do { client = try HTTPClient(port: port) } catch { return answered }
        var isFirst = true
        while true {
            do {
                let answer = try client.get(target)
                guard answer.status == 200, answer.text.hasSuffix("</html>\n") || answer.text.hasSuffix("</html>")
                else {
                    return nil
                }
                (answered, isFirst) = (answered + 1, false)
                if answer["Connection"] == "close" { break }
            } catch HTTPClientError.ended("") where isFirst {
                // The kernel had taken the connection, and the program never did: not a request that it had.
                return answered
            } catch {
                return nil
            }
        }
    }
}
