import Dispatch
import Redis
import Synchronization
import Testing

@Suite("A Redis that fails")
struct FaultTests {
    private let clock = ContinuousClock()

    @Test("a frozen server costs one call its time limit, and the next nothing")
    func frozen() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            try redis.send(.ping)
            server.freeze()
            let first = clock.measure { #expect(throws: RedisError.timedOut) { try redis.send(.ping) } }
            #expect(throws: RedisError.unavailable) { try redis.send(.ping) }
            #expect(first >= .milliseconds(200) && first < .seconds(1))
        }
    }

    @Test("a frozen server accepts a new client, but does not hold it longer either")
    func frozenBeforeConnecting() throws {
        try withOwnServer { server in
            server.freeze()
            let redis = Client(try server.configuration())
            let time = clock.measure { #expect(throws: RedisError.timedOut) { try redis.send(.ping) } }
            #expect(time >= .milliseconds(200) && time < .seconds(1))
        }
    }

    @Test("while a server is frozen, one of many clients at a time waits for it")
    func oneTrial() throws {
        try withOwnServer { server in
            let configuration = try server.configuration()
            server.freeze()
            let waits = Mutex<[RedisError: Int]>([:])
            let first = Client(configuration)
            #expect(throws: RedisError.timedOut) { try first.send(.ping) }
            let end = clock.now + .milliseconds(700)
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                let redis = Client(configuration)
                while clock.now < end {
                    do throws(RedisError) {
                        try redis.send(.ping)
                    } catch {
                        waits.withLock { waits in waits[error, default: 0] += 1 }
                    }
                    pause(.milliseconds(1))
                }
            }
            let counted = waits.withLock { waits in waits }
            // In 700 ms and with 200 ms a try, at most four end; without the circuit it would be 8 × 3.
            #expect((1...4).contains(counted[.timedOut] ?? 0))
            #expect(try #require(counted[.unavailable]) > 10)
        }
    }

    @Test("a thawed server is used again within the ceiling, and late answers go to nobody")
    func thawed() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            server.freeze()
            #expect(throws: RedisError.timedOut) { try redis.send(.words("ECHO", "late")) }
            server.thaw()
            #expect(try redis.timeUntilServed() < .seconds(2))
            #expect(try redis.send(.words("ECHO", "fresh")).text == "fresh")
        }
    }

    @Test("a killed server is noticed at once, and one started in its place is used within the ceiling")
    func restarted() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            try redis.send(.set("k", "v", expires: .seconds(60)))
            server.kill()
            for _ in 0..<3 {
                #expect(throws: RedisError.unavailable) { try redis.send(.ping) }
            }
            try server.start()
            #expect(try redis.timeUntilServed() < .seconds(2))
            #expect(try redis.send(.get("k")) == nil)
        }
    }

    @Test("a connection that the server closed while it was idle fails no call")
    func closedWhileIdle() throws {
        try withOwnServer { server in
            let configuration = try server.configuration()
            let (redis, other) = (Client(configuration), Client(configuration))
            try redis.send(.ping)
            #expect(try other.send(.words("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")).integer == 1)
            pause(.milliseconds(550))
            try redis.send(.ping)
        }
    }

    @Test("a connection lost in use says nothing against the next one")
    func lostInUse() throws {
        try withOwnServer { server in
            let configuration = try server.configuration()
            let (redis, other) = (Client(configuration), Client(configuration))
            try redis.send(.ping)
            try other.send(.words("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"))
            #expect(throws: RedisError.unavailable) { try redis.send(.ping) }
            try redis.send(.ping)
            try other.send(.ping)
        }
    }

    @Test("a server that becomes a replica is unavailable, not wrong")
    func replica() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            try redis.send(.words("REPLICAOF", "127.0.0.1", 1))
            #expect(throws: RedisError.unavailable) { try redis.send(.set("k", "v", expires: .seconds(1))) }
        }
    }

    @Test("a server that answers a byte at a time is cut off by the time limit of the whole call")
    func dripping() throws {
        let drip = try DrippingServer(every: .milliseconds(50))
        defer { drip.stop() }
        let redis = Client(try RedisConfiguration(url: "unix://\(drip.socket)"))
        let time = clock.measure { #expect(throws: RedisError.timedOut) { try redis.send(.get("k")) } }
        #expect(time >= .milliseconds(200) && time < .seconds(1))
    }

    @Test("a server that speaks something else is a protocol violation")
    func notRedis() throws {
        let drip = try DrippingServer(answering: "HTTP/1.1 400 Bad Request\r\n\r\n", every: .zero)
        defer { drip.stop() }
        let redis = Client(try RedisConfiguration(url: "unix://\(drip.socket)"))
        #expect(throws: RedisError.protocolViolation) { try redis.send(.get("k")) }
    }

    @Test("a value that is not of the command's type ends the connection, and the next call makes another")
    func wrongType() throws {
        let drip = try DrippingServer(answering: ":1\r\n", every: .zero)
        defer { drip.stop() }
        let redis = Client(try RedisConfiguration(url: "unix://\(drip.socket)"))
        #expect(throws: RedisError.protocolViolation) { try redis.send(.get("k")) }
        #expect(try redis.send(.increment("k")) == 1)
    }

    @Test("no server and no such host fail at once")
    func nobody() throws {
        for url in [
            "unix:///tmp/no-such-socket", "redis://127.0.0.1:1", "redis://\(String(repeating: "a", count: 64))",
        ] {
            let redis = Client(try RedisConfiguration(url: url))
            let time = clock.measure { #expect(throws: RedisError.unavailable) { try redis.send(.ping) } }
            #expect(time < .seconds(1))
        }
    }
}

extension Client {
    func timeUntilServed() throws -> Duration {
        let start = ContinuousClock.now
        while true {
            do throws(RedisError) {
                try send(.ping)
                return ContinuousClock.now - start
            } catch {
                guard error == .unavailable, ContinuousClock.now < start + .seconds(20) else { throw error }
                pause(.milliseconds(2))
            }
        }
    }
}
