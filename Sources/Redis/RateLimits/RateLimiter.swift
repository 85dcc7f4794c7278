/// Rate limits kept in Redis, the same for every process, by the server's own clock.
///
/// The generic cell rate algorithm: a key holds the moment at which all that was used will have been given back. A
/// use moves it by one interval; a use that would move it further than a window from now is refused. Unlike
/// counters of fixed windows it never lets twice the limit through around a boundary, and it keeps one number a
/// key.
///
/// - Source: ITU-T Recommendation I.371 (2004), annex A.
public enum RateLimiter {
    /// One use, or `cost` uses, of a limit.
    public struct Demand: Hashable, Sendable {
        public let limit: RateLimit

        /// Who uses it. Only the first 200 bytes count.
        public let id: String

        /// At least 1. More than the limit is never allowed, and all that is more counts as one more.
        public let cost: Int

        public init(_ limit: RateLimit, id: String, cost: Int = 1) {
            precondition(cost > 0, "A use costs one at least.")
            self.limit = limit
            self.id = id
            self.cost = min(cost, limit.limit + 1)
        }
    }

    /// Asks all of a request's limits in one command. Either all have room, and each is used, or none is.
    public static func check(_ demands: [Demand]) -> Command<RateVerdict> {
        guard !demands.isEmpty else { return .nothing(.allowed(remaining: .max)) }
        let timed = timedCheck(demands)
        return Command(timed.words) { reply throws(RedisError) in try timed.decode(reply).verdict }
    }

    struct TimedVerdict: Hashable {
        let verdict: RateVerdict
        /// Microseconds since 1970 by the server's clock.
        let time: Int
    }

    static func timedCheck(_ demands: [Demand]) -> Command<TimedVerdict> {
        var words = Words(demands.count)
        for demand in demands { words.append(demand.key) }
        for demand in demands {
            words.append(demand.limit.interval)
            words.append(demand.limit.limit)
            words.append(demand.cost)
        }
        words.script = script
        let scopes = demands.map(\.limit.scope)
        return Command(words) { reply throws(RedisError) in try verdict(of: reply, scopes) }
    }

    private static func verdict(of reply: Reply, _ scopes: [String]) throws(RedisError) -> TimedVerdict {
        let numbers = try Decoding.elements(reply).compactMap(\.integer)
        guard numbers.count == 4, (0...scopes.count).contains(numbers[0]) else { throw .protocolViolation }
        let verdict: RateVerdict =
            numbers[0] == 0
            ? .allowed(remaining: numbers[2])
            : .refused(scope: scopes[numbers[0] - 1], retryAfter: .microseconds(numbers[1]))
        return TimedVerdict(verdict: verdict, time: numbers[3])
    }
}

extension RateLimiter.Demand {
    var key: String {
        let id = id.utf8.count <= 200 ? id : String(decoding: id.utf8.prefix(200), as: UTF8.self)
        return "rate_limit:\(limit.scope):\(id)"
    }
}
