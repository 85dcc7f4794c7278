import Redis
import Testing

@Suite("Commands against a real server")
struct CommandTests {
    let redis: Client
    let key = TestRedis.key()

    init() throws {
        redis = try TestRedis.client()
    }

    @Test("a value comes back byte for byte, NUL, line ends and all other bytes included")
    func binarySafe() throws {
        let value = [0, 13, 10, 36, 42] + (0...255).map { UInt8($0) }
        try redis.send(.set(key, value, expires: .seconds(60)))
        #expect(try redis.send(.get(key)) == value)
    }

    @Test("an empty value is a value, and a missing key is none")
    func emptyIsNotMissing() throws {
        try redis.send(.set(key, "", expires: .seconds(60)))
        let (empty, missing) = try redis.fetch(.get(key), .get(TestRedis.key("missing")))
        #expect(empty == [])
        #expect(missing == nil)
    }

    @Test("a value lives no longer than it was given")
    func expiry() throws {
        try redis.send(.set(key, "x", expires: .microseconds(10_001)))
        let left = try redis.send(.timeToLive(key))
        #expect(left.map { $0 <= .milliseconds(11) } ?? true)
        try redis.send(.set(key, "x", expires: .seconds(60)))
        let long = try #require(try redis.send(.timeToLive(key)))
        #expect(long > .seconds(50) && long <= .seconds(60))
    }

    @Test("only the first of two that set a value if absent does")
    func setIfAbsent() throws {
        let (first, second, value) = try redis.fetch(
            .setIfAbsent(key, "one", expires: .seconds(60)), .setIfAbsent(key, "two", expires: .seconds(60)),
            .get(key))
        #expect(first && !second)
        #expect(value == Array("one".utf8))
    }

    @Test("a value can be taken once")
    func take() throws {
        try redis.send(.set(key, "token", expires: .seconds(60)))
        let (first, second) = try redis.fetch(.take(key), .take(key))
        #expect(first == Array("token".utf8))
        #expect(second == nil)
    }

    @Test("reading a value can extend its life")
    func extendingGet() throws {
        try redis.send(.set(key, "session", expires: .seconds(5)))
        let (value, left) = try redis.fetch(.get(key, extendingTo: .seconds(500)), .timeToLive(key))
        #expect(value == Array("session".utf8))
        #expect(try #require(left) > .seconds(400))
    }

    @Test("deleting counts what was there, and deleting nothing counts none")
    func deletion() throws {
        try redis.send(.set(key, 1, expires: .seconds(60)))
        #expect(try redis.send(.delete(key, TestRedis.key("missing"))) == 1)
        #expect(try redis.send(.delete([])) == 0)
        #expect(try redis.send(.exists(key)) == false)
    }

    @Test("a counter starts at 0 and its window is set once")
    func counter() throws {
        let (one, set, six, again) = try redis.fetch(
            .increment(key), .expire(key, after: .seconds(60), unlessSet: true),
            .increment(key, by: 5), .expire(key, after: .seconds(600), unlessSet: true))
        #expect((one, six) == (1, 6))
        #expect(set && !again)
        #expect(try redis.send(.expire(TestRedis.key("missing"), after: .seconds(1))) == false)
    }

    @Test("a hash keeps its fields")
    func hash() throws {
        try redis.send(.hashSet(key, ["user": "ada", "count": 3, "raw": [0, 255] as [UInt8]]))
        let (user, some, all, sum, gone) = try redis.fetch(
            .hashGet(key, "user"), .hashGet(key, ["raw", "none"]), .hashGetAll(key),
            .hashIncrement(key, "count", by: 4), .hashDelete(key, ["user", "none"]))
        #expect(user == Array("ada".utf8))
        #expect(some == [[0, 255], nil])
        #expect(all == ["user": Array("ada".utf8), "count": Array("3".utf8), "raw": [0, 255]])
        #expect((sum, gone) == (7, 1))
        #expect(try redis.send(.hashGetAll(TestRedis.key("missing"))) == [:])
        #expect(try redis.send(.delete(key)) == 1)
    }

    @Test("a set keeps each member once")
    func set() throws {
        let (added, removed, members) = try redis.fetch(
            .setAdd(key, ["a", "b", "a"]), .setRemove(key, ["b", "c"]), .setMembers(key))
        #expect((added, removed) == (2, 1))
        #expect(members == [Array("a".utf8)])
        #expect(try redis.send(.delete(key)) == 1)
    }

    @Test("any other command answers what the server says, nested lists included")
    func anyCommand() throws {
        let nested = try redis.send(
            .words("EVAL", "return {1, {'two', {3, {'four'}}}, false}", 0))
        #expect(
            nested
                == .array([
                    .integer(1),
                    .array([.bytes(Array("two".utf8)), .array([.integer(3), .array([.bytes(Array("four".utf8))])])]),
                    .null,
                ]))
        #expect(try redis.send(.words("ECHO", "hello")).text == "hello")
    }
}
