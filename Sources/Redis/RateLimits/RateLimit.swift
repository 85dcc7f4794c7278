/// How often something may happen: `limit` times a `window`, all of it at once or spread out.
public struct RateLimit: Hashable, Sendable {
    /// What is limited ("sign-in", "search"): part of the Redis key, so without a colon.
    public let scope: String

    /// At least 1.
    public let limit: Int

    /// From 1 microsecond a use to 100 years in all.
    public let window: Duration

    /// - Precondition: the scope is not empty and has no colon, the limit is positive, and so is the window.
    public init(scope: String, limit: Int, window: Duration) {
        precondition(!scope.isEmpty && !scope.utf8.contains(UInt8(ascii: ":")), "A scope is a word without a colon.")
        precondition(limit > 0 && limit <= 1_000_000_000, "A limit is from 1 to 1,000,000,000.")
        precondition(window > .zero, "A window is longer than nothing.")
        self.scope = scope
        self.limit = limit
        self.window = window
    }

    /// One use of this limit by whoever `id` names (an address, an account).
    public func demand(by id: String, cost: Int = 1) -> RateLimiter.Demand {
        RateLimiter.Demand(self, id: id, cost: cost)
    }

    /// Microseconds until one use is given back: the window's share of one, rounded up.
    var interval: Int { max(1, (window.wholeMicroseconds + limit - 1) / limit) }
}

/// Whether a request may go on.
public enum RateVerdict: Hashable, Sendable {
    /// - Parameter remaining: how many more could follow at once, by the tightest of the limits asked.
    case allowed(remaining: Int)

    /// - Parameters:
    ///   - scope: the limit that refuses for longest.
    ///   - retryAfter: when it would not refuse any more, if nothing else is asked of it meanwhile.
    case refused(scope: String, retryAfter: Duration)
}

extension RateVerdict {
    public var isAllowed: Bool {
        if case .allowed = self { true } else { false }
    }

    public var remaining: Int {
        if case .allowed(let remaining) = self { remaining } else { 0 }
    }
}
