import Glibc
import Redis
import Synchronization
import Testing

@Suite("Subscriptions")
struct SubscriberTests {
    @Test("messages arrive in their order, byte for byte, with their channel")
    func messages() throws {
        try withOwnServer { server in
            let inbox = Inbox()
            let redis = Client(try server.configuration())
            let subscriber = inbox.subscribe(try server.configuration(), to: ["a", "b"])
            defer { subscriber.stop() }
            try redis.waitForSubscriber(of: "b")
            let raw: [UInt8] = [0, 255, 13, 10]
            for number in 0..<500 { try redis.send(.publish(number.isMultiple(of: 2) ? "a" : "b", number)) }
            try redis.send(.publish("a", raw))
            #expect(try redis.send(.publish("c", "nobody")) == 0)
            #expect(inbox.wait { inbox in inbox.messages.count == 501 })
            let messages = inbox.messages
            #expect(messages.dropLast().map(\.text) == (0..<500).map { String($0) })
            #expect(messages.dropLast().map(\.channel) == (0..<500).map { $0.isMultiple(of: 2) ? "a" : "b" })
            #expect(messages.last?.bytes == raw)
            #expect(inbox.reconnections == 0)
        }
    }

    @Test("after its connection was cut it subscribes again and says that something may be missing")
    func cut() throws {
        try withOwnServer { server in
            let inbox = Inbox()
            let redis = Client(try server.configuration())
            let subscriber = inbox.subscribe(try server.configuration(), to: ["a"])
            defer { subscriber.stop() }
            try redis.waitForSubscriber(of: "a")
            try redis.send(.words("CLIENT", "KILL", "TYPE", "pubsub"))
            #expect(inbox.wait { inbox in inbox.reconnections == 1 })
            #expect(try redis.send(.publish("a", "again")) == 1)
            #expect(inbox.wait { inbox in inbox.messages.map(\.text) == ["again"] })
        }
    }

    @Test("a server killed and started again is found again")
    func restarted() throws {
        try withOwnServer { server in
            let inbox = Inbox()
            let subscriber = inbox.subscribe(try server.configuration(), to: ["a"])
            defer { subscriber.stop() }
            try Client(try server.configuration()).waitForSubscriber(of: "a")
            server.kill()
            pause(.milliseconds(100))
            try server.start()
            #expect(inbox.wait { inbox in inbox.reconnections == 1 })
            let redis = Client(try server.configuration())
            #expect(try redis.send(.publish("a", "again")) == 1)
            #expect(inbox.wait { inbox in inbox.messages.map(\.text) == ["again"] })
        }
    }

    @Test("a server that hangs is noticed by its silence")
    func frozen() throws {
        try withOwnServer { server in
            let inbox = Inbox()
            let subscriber = inbox.subscribe(try server.configuration(), to: ["a"], heartbeat: .milliseconds(50))
            defer { subscriber.stop() }
            let redis = Client(try server.configuration())
            try redis.waitForSubscriber(of: "a")
            pause(.milliseconds(300))
            #expect(inbox.reconnections == 0, "a silent server that answers is not lost")
            server.freeze()
            pause(.milliseconds(300))
            server.thaw()
            #expect(inbox.wait { inbox in inbox.reconnections >= 1 })
        }
    }

    @Test("a subscriber made before its server waits for it, and says that it came late")
    func early() throws {
        try withOwnServer { server in
            server.kill()
            let inbox = Inbox()
            let subscriber = inbox.subscribe(try server.configuration(), to: ["a"])
            defer { subscriber.stop() }
            pause(.milliseconds(50))
            try server.start()
            #expect(inbox.wait { inbox in inbox.reconnections == 1 })
        }
    }

    @Test("nothing arrives after a stop, and stopping twice or from a message is allowed")
    func stopping() throws {
        let inbox = Inbox()
        let channel = TestRedis.key("channel")
        let redis = try TestRedis.client()
        let own = Mutex<Subscriber?>(nil)
        let subscriber = Subscriber(
            try TestRedis.configuration(), channels: [channel],
            onMessage: { channel, message in
                inbox.add(channel, message)
                own.withLock { own in own?.stop() }
            })
        own.withLock { own in own = subscriber }
        try redis.waitForSubscriber(of: channel)
        try redis.send([.publish(channel, "one"), .publish(channel, "two")])
        #expect(inbox.wait { inbox in inbox.messages.count == 1 })
        subscriber.stop()
        subscriber.stop()
        // Redis notices a closed connection when it next looks at it, not before the next command.
        let patience = ContinuousClock.now + .seconds(5)
        while try redis.send(.publish(channel, "three")) > 0, .now < patience { usleep(1_000) }
        #expect(try redis.send(.publish(channel, "four")) == 0)
        #expect(inbox.messages.map(\.text) == ["one"])
    }

    @Test("a subscriber nobody holds ends")
    func released() throws {
        let channel = TestRedis.key("channel")
        let redis = try TestRedis.client()
        var subscriber: Subscriber? = Inbox().subscribe(try TestRedis.configuration(), to: [channel])
        try redis.waitForSubscriber(of: channel)
        #expect(subscriber != nil)
        subscriber = nil
        var left = 1
        for _ in 0..<1000 where left > 0 {
            left = try redis.send(.publish(channel, "x"))
            pause(.milliseconds(5))
        }
        #expect(left == 0)
    }
}

final class Inbox: Sendable {
    struct Message: Sendable {
        let channel: String
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let state = Mutex<(messages: [Message], reconnections: Int)>(([], 0))

    var messages: [Message] { state.withLock { state in state.messages } }
    var reconnections: Int { state.withLock { state in state.reconnections } }

    func subscribe(
        _ configuration: RedisConfiguration, to channels: [String], heartbeat: Duration = .seconds(2)
    ) -> Subscriber {
        Subscriber(
            configuration, channels: channels, heartbeat: heartbeat,
            onMessage: { channel, message in self.add(channel, message) },
            onReconnect: { self.state.withLock { state in state.reconnections += 1 } })
    }

    func add(_ channel: String, _ message: [UInt8]) {
        state.withLock { state in state.messages.append(Message(channel: channel, bytes: message)) }
    }

    /// Whether it comes true within ten seconds.
    func wait(until condition: (Inbox) -> Bool) -> Bool {
        let end = ContinuousClock.now + .seconds(10)
        while !condition(self), ContinuousClock.now < end { pause(.milliseconds(2)) }
        return condition(self)
    }
}

extension Client {
    func waitForSubscriber(of channel: String) throws {
        let end = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < end {
            if try send(.words("PUBSUB", "NUMSUB", channel)).elements?.last?.integer ?? 0 > 0 { return }
            pause(.milliseconds(2))
        }
        Issue.record("nobody subscribed to \(channel)")
    }
}
