import Redis
import Testing

@Suite("Commands sent together")
struct PipelineTests {
    let redis: Client

    init() throws {
        redis = try TestRedis.client()
    }

    @Test("ten thousand commands are answered in their order, in one round trip")
    func order() throws {
        let echoes = (0..<10_000).map { number in Command.words("ECHO", number) }
        let answers = try redis.send(echoes)
        #expect(answers.map(\.text) == (0..<10_000).map { String($0) })
        #expect(redis.roundTrips == 1)
    }

    @Test("answers of different types come as a tuple, in one round trip")
    func tuple() throws {
        let key = TestRedis.key()
        let (_, value, count, _) = try redis.fetch(
            .set(key, "v", expires: .seconds(60)), .get(key), .delete(key), .ping)
        #expect(value == Array("v".utf8))
        #expect(count == 1)
        #expect(redis.roundTrips == 1)
        #expect(redis.timeSpent > .zero)
    }

    @Test("a refused command is thrown with its code, the others run, and the connection goes on")
    func serverError() throws {
        let (list, after) = (TestRedis.key("list"), TestRedis.key("after"))
        try redis.send(.set(list, "text", expires: .seconds(60)))
        let error = #expect(throws: RedisError.self) {
            try redis.fetch(.hashGet(list, "field"), .set(after, "ran", expires: .seconds(60)))
        }
        guard case .server("WRONGTYPE", let message) = error else {
            Issue.record("not WRONGTYPE but \(String(describing: error))")
            return
        }
        #expect(message.hasPrefix("Operation against a key"))
        #expect(try redis.send(.get(after)) == Array("ran".utf8))
    }

    @Test("thirty-two megabytes go and come whole, while answers and questions pass each other")
    func hugeValues() throws {
        let value = (0..<4_194_304).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let answers = try redis.send((0..<8).map { _ in Command.words("ECHO", value) })
        #expect(answers.allSatisfy { $0.bytes == value })
        let last = try redis.send(.words("ECHO", "next"))
        #expect(last.text == "next")
    }

    @Test("a list deeper than the client library reads is a protocol violation, and the next call works")
    func tooDeep() throws {
        let deep = "return " + String(repeating: "{", count: 12) + "1" + String(repeating: "}", count: 12)
        #expect(throws: RedisError.protocolViolation) { try redis.send(.words("EVAL", deep, 0)) }
        try redis.send(.ping)
    }
}
