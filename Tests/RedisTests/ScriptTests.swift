import Redis
import Testing

@Suite("Scripts")
struct ScriptTests {
    private let echo = Script("return {KEYS[1], ARGV[1], ARGV[2]}")
    private let broken = Script("this is no Lua")
    private let pretending = Script("return redis.error_reply('NOSCRIPT says the script itself')")
    private let failing = Script("return redis.call('HGET', KEYS[1], 'field')")
    private let append = Script("return redis.call('APPEND', KEYS[1], ARGV[1])")

    @Test("keys and arguments arrive byte for byte")
    func arguments() throws {
        let redis = try TestRedis.client()
        let raw: [UInt8] = [0, 255, 13, 10]
        let reply = try redis.send(.script(echo, keys: ["key"], arguments: [raw, -42]))
        #expect(reply == .array([.bytes(Array("key".utf8)), .bytes(raw), .bytes(Array("-42".utf8))]))
    }

    @Test("the text is sent once a connection, then only its digest")
    func digest() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            for _ in 0..<3 { try redis.send(.script(echo, keys: ["k"], arguments: ["a", "b"])) }
            let statistics = try #require(try redis.send(.words("INFO", "commandstats")).text)
            #expect(statistics.contains("cmdstat_eval:calls=1,"))
            #expect(statistics.contains("cmdstat_evalsha:calls=2,"))
            #expect(statistics.contains("cmdstat_script|load:calls=1,"))
        }
    }

    @Test("a script the server has forgotten is sent again, and its answer stands in its place")
    func forgotten() throws {
        try withOwnServer { server in
            let redis = Client(try server.configuration())
            try redis.send(.script(echo, keys: ["k"], arguments: ["a", "b"]))
            try redis.send(.words("SCRIPT", "FLUSH"))
            let (before, answer, after) = try redis.fetch(
                .words("ECHO", "before"), .script(echo, keys: ["k"], arguments: ["a", "b"]), .words("ECHO", "after"))
            #expect(before.text == "before")
            #expect(answer.elements?.compactMap(\.text) == ["k", "a", "b"])
            #expect(after.text == "after")
            #expect(try redis.send(.script(echo, keys: ["k"], arguments: ["a", "b"])) == answer)
        }
    }

    @Test("in a pipeline a script runs in its place, the first time too")
    func order() throws {
        let redis = try TestRedis.client()
        let key = TestRedis.key()
        let (_, one, middle, two, end) = try redis.fetch(
            .set(key, "a", expires: .seconds(60)), .script(append, keys: [key], arguments: ["b"]), .get(key),
            .script(append, keys: [key], arguments: ["c"]), .get(key))
        #expect((one.integer, two.integer) == (2, 3))
        #expect(middle == Array("ab".utf8))
        #expect(end == Array("abc".utf8))
        #expect(redis.roundTrips == 1)
    }

    @Test("a script that is no Lua, or that fails, is refused each time, and the connection goes on")
    func failures() throws {
        let redis = try TestRedis.client()
        let key = TestRedis.key()
        try redis.send(.set(key, "text", expires: .seconds(60)))
        for _ in 0..<2 {
            for (script, code) in [(broken, "ERR"), (failing, "WRONGTYPE"), (pretending, "NOSCRIPT")] {
                let error = #expect(throws: RedisError.self) { try redis.send(.script(script, keys: [key])) }
                guard case .server(code, _) = error else {
                    Issue.record("not \(code) but \(String(describing: error))")
                    continue
                }
            }
        }
        try redis.send(.ping)
    }
}
