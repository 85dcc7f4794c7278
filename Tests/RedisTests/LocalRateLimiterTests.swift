import Testing

@testable import Redis

@Suite("Rate limits while Redis is away")
struct LocalRateLimiterTests {
    @Test("half of each limit is left, and never none")
    func stricter() {
        let limiter = LocalRateLimiter()
        let ten = RateLimit(scope: "ten", limit: 10, window: .seconds(1000))
        let one = RateLimit(scope: "one", limit: 1, window: .seconds(1000))
        #expect((0..<20).count { _ in limiter.check([ten.demand(by: "a")]).isAllowed } == 5)
        #expect((0..<20).count { _ in limiter.check([one.demand(by: "a")]).isAllowed } == 1)
        #expect(limiter.check([]).isAllowed)
    }

    @Test("it keeps no more keys than it may, and forgets those not used for longest")
    func bounded() {
        let limiter = LocalRateLimiter(strictness: 1, capacity: 1000)
        let limit = RateLimit(scope: "s", limit: 1, window: .seconds(1000))
        var (newcomers, regular, most) = (0, 0, 0)
        for number in 0..<10_000 {
            if limiter.check([limit.demand(by: "\(number)")], at: number).isAllowed { newcomers += 1 }
            if limiter.check([limit.demand(by: "regular")], at: number).isAllowed { regular += 1 }
            most = max(most, limiter.count)
        }
        #expect(newcomers == 10_000)
        #expect(regular == 1, "who asks all the time is not forgotten, though always refused")
        #expect((500...1000).contains(most))
        #expect(!limiter.check([limit.demand(by: "9999")], at: 10_000).isAllowed)
        #expect(limiter.check([limit.demand(by: "0")], at: 10_000).isAllowed)
    }

    @Test("from a seed of random traffic it decides, request for request, what Redis decides", arguments: 1...20)
    func agreement(seed: UInt64) throws {
        var random = Dice(state: seed)
        let redis = try TestRedis.client()
        let limiter = LocalRateLimiter(strictness: 1)
        let run = TestRedis.key()
        let limits = (0..<4).map { number in
            RateLimit(
                scope: "s\(number)", limit: Int.random(in: 1...20, using: &random),
                window: .microseconds(Int.random(in: 1...100_000, using: &random)))
        }
        var refusals = 0
        for _ in 0..<300 {
            let demands = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                limits[Int.random(in: 0..<4, using: &random)].demand(
                    by: "\(run):\(Int.random(in: 0..<2, using: &random))", cost: Int.random(in: 1...2, using: &random))
            }
            let answer = try redis.send(RateLimiter.timedCheck(demands))
            #expect(limiter.check(demands, at: answer.time) == answer.verdict)
            if !answer.verdict.isAllowed { refusals += 1 }
        }
        #expect(refusals > 0, "traffic that is never refused shows nothing")
    }
}

/// The same numbers from the same seed.
///
/// - Source: SplitMix64; G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
