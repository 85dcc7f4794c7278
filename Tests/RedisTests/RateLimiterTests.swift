import Testing

@testable import Redis

@Suite("Rate limits in Redis")
struct RateLimiterTests {
    let redis: Client
    let id = TestRedis.key("id")

    init() throws {
        redis = try TestRedis.client()
    }

    @Test("a whole limit may be used at once, and the next use is refused with the time of one")
    func burst() throws {
        let limit = RateLimit(scope: "burst", limit: 5, window: .seconds(100))
        for used in 1...5 {
            #expect(try redis.send(RateLimiter.check([limit.demand(by: id)])) == .allowed(remaining: 5 - used))
        }
        let verdict = try redis.send(RateLimiter.check([limit.demand(by: id)]))
        guard case .refused("burst", let wait) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(wait > .seconds(10) && wait <= .seconds(20))
        #expect(!verdict.isAllowed && verdict.remaining == 0)
    }

    @Test("one use comes back after its share of the window")
    func refill() throws {
        let limit = RateLimit(scope: "refill", limit: 2, window: .milliseconds(200))
        #expect(try redis.send(RateLimiter.check([limit.demand(by: id, cost: 2)])) == .allowed(remaining: 0))
        pause(.milliseconds(110))
        #expect(try redis.send(RateLimiter.check([limit.demand(by: id)])).isAllowed)
    }

    @Test("a refused request uses none of its limits, and the longest wait is told")
    func allOrNothing() throws {
        let wide = RateLimit(scope: "wide", limit: 10, window: .seconds(100))
        let tight = RateLimit(scope: "tight", limit: 1, window: .seconds(100))
        let tighter = RateLimit(scope: "tighter", limit: 1, window: .seconds(1000))
        let demands = [wide.demand(by: id), tight.demand(by: id), tighter.demand(by: id)]
        #expect(try redis.send(RateLimiter.check(demands)) == .allowed(remaining: 0))
        for _ in 0..<20 {
            let verdict = try redis.send(RateLimiter.check(demands))
            guard case .refused("tighter", let wait) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            #expect(wait > .seconds(900) && wait <= .seconds(1000))
        }
        #expect(try redis.send(RateLimiter.check([wide.demand(by: id)])) == .allowed(remaining: 8))
    }

    @Test("two demands on one key count twice")
    func sameKey() throws {
        let limit = RateLimit(scope: "same", limit: 3, window: .seconds(100))
        let demand = limit.demand(by: id)
        #expect(try redis.send(RateLimiter.check([demand, demand])) == .allowed(remaining: 1))
        #expect(try redis.send(RateLimiter.check([demand, demand])).isAllowed == false)
        #expect(try redis.send(RateLimiter.check([demand])) == .allowed(remaining: 0))
    }

    @Test("who uses a limit does not touch another's, nor another limit")
    func separation() throws {
        let limit = RateLimit(scope: "apart", limit: 1, window: .seconds(100))
        let other = RateLimit(scope: "other", limit: 1, window: .seconds(100))
        let verdicts = try redis.send([
            RateLimiter.check([limit.demand(by: id)]), RateLimiter.check([limit.demand(by: id + "x")]),
            RateLimiter.check([other.demand(by: id)]), RateLimiter.check([limit.demand(by: id)]),
        ])
        #expect(verdicts.map(\.isAllowed) == [true, true, true, false])
        #expect(redis.roundTrips == 1)
    }

    @Test("every key lives no longer than what is used takes to come back")
    func timeToLive() throws {
        let limit = RateLimit(scope: "ttl", limit: 10, window: .seconds(100))
        try redis.send(RateLimiter.check([limit.demand(by: id)]))
        let left = try #require(try redis.send(.timeToLive("rate_limit:ttl:\(id)")))
        #expect(left > .seconds(1) && left <= .seconds(10))
    }

    @Test("a mark from a clock that was ahead refuses for no more than a window")
    func clockSetBack() throws {
        let limit = RateLimit(scope: "clock", limit: 10, window: .seconds(100))
        try redis.send(.set("rate_limit:clock:\(id)", "9000000000000000", expires: .seconds(60)))
        let verdict = try redis.send(RateLimiter.check([limit.demand(by: id)]))
        #expect(verdict == .refused(scope: "clock", retryAfter: .seconds(10)))
    }

    @Test("a use that costs more than the limit is never allowed, and asking for nothing always is")
    func extremes() throws {
        let limit = RateLimit(scope: "cost", limit: 10, window: .seconds(100))
        #expect(try redis.send(RateLimiter.check([limit.demand(by: id, cost: .max)])).isAllowed == false)
        #expect(try redis.send(RateLimiter.check([])).isAllowed)
        let long = String(repeating: "é", count: 10_000)
        #expect(RateLimiter.Demand(limit, id: long).key.utf8.count <= 220)
        let century = RateLimit(scope: "century", limit: 1_000_000_000, window: .seconds(100 * 366 * 86_400))
        #expect(try redis.send(RateLimiter.check([century.demand(by: id)])) == .allowed(remaining: 999_999_999))
    }

    @Test("two hundred requests from eight connections at once use exactly the limit")
    func concurrent() async throws {
        let limit = RateLimit(scope: "crowd", limit: 60, window: .seconds(1000))
        let id = id
        let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let redis = try TestRedis.client()
                    return try (0..<25).count { _ in
                        try redis.send(RateLimiter.check([limit.demand(by: id)])).isAllowed
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(allowed == 60)
    }
}
