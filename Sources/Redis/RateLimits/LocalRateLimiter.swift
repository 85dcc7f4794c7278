internal import Synchronization

/// The same limits in this process's memory, for as long as Redis is away. Every process then counts for itself, so
/// it is stricter: a limit of 10 is one of 5 by default.
///
/// One lock, not one a shard: all of a request's limits are taken or none, which would need several shards
/// locked in order, and the lock is held for less than a microsecond.
public final class LocalRateLimiter: Sendable {
    private struct Table {
        var recent: [String: Int] = [:]
        var older: [String: Int] = [:]
    }

    private let table = Mutex(Table())
    private let strictness: Double
    private let generation: Int

    /// - Parameters:
    ///   - strictness: what share of each limit is left, from 0.01 to 1; at least one use always is.
    ///   - capacity: the most keys kept, about 200 bytes each. Beyond it the half not used for longest is forgotten.
    public init(strictness: Double = 0.5, capacity: Int = 50_000) {
        precondition((0.01...1).contains(strictness), "A stricter limit is a share of the limit.")
        precondition(capacity > 1, "There is room for two keys at least.")
        self.strictness = strictness
        generation = capacity / 2
    }

    /// As ``RateLimiter/check(_:)``, at once.
    public func check(_ demands: [RateLimiter.Demand]) -> RateVerdict {
        check(demands, at: Deadline.now.microseconds)
    }

    /// - Parameter now: in microseconds, from any moment on; it should not go back.
    func check(_ demands: [RateLimiter.Demand], at now: Int) -> RateVerdict {
        guard !demands.isEmpty else { return .allowed(remaining: .max) }
        return table.withLock { table in take(demands, from: &table, at: now) }
    }

    /// How many keys are kept.
    var count: Int {
        table.withLock { table in table.recent.count + table.older.count }
    }

    /// Step for step what ``RateLimiter/script`` does.
    private func take(_ demands: [RateLimiter.Demand], from table: inout Table, at now: Int) -> RateVerdict {
        var full: [String: Int] = [:]
        var refusing: (scope: String, wait: Int)?
        var left = Int.max
        for demand in demands {
            let limit = stricter(demand.limit)
            let (interval, key) = (limit.interval, demand.key)
            let window = interval * limit.limit
            let known = full[key] ?? table.recent[key] ?? table.older[key] ?? 0
            let used = min(max(known, now), now + window) + interval * demand.cost
            full[key] = used
            let wait = used - window - now
            if wait > refusing?.wait ?? 0 { refusing = (limit.scope, wait) }
            left = min(left, (now + window - used) / interval)
        }
        if let refusing {
            touch(demands, in: &table)
            return .refused(scope: refusing.scope, retryAfter: .microseconds(refusing.wait))
        }
        for (key, used) in full { keep(key, used, in: &table) }
        return .allowed(remaining: left)
    }

    /// Who goes on asking though refused is the last to be forgotten.
    private func touch(_ demands: [RateLimiter.Demand], in table: inout Table) {
        for key in demands.map(\.key) {
            if let used = table.older[key] { keep(key, used, in: &table) }
        }
    }

    private func stricter(_ limit: RateLimit) -> RateLimit {
        RateLimit(
            scope: limit.scope, limit: max(1, Int(Double(limit.limit) * strictness)), window: limit.window)
    }

    /// Two generations stand in for an order of use: what is used moves to the recent one, and when that is full
    /// the older one goes. Constant time, and never more than the capacity.
    private func keep(_ key: String, _ used: Int, in table: inout Table) {
        table.older[key] = nil
        table.recent[key] = used
        guard table.recent.count >= generation else { return }
        table.older = table.recent
        table.recent = [:]
    }
}
