extension Duration {
    /// In whole milliseconds, rounded up, at least 1 (Redis refuses a time to live of 0) and at most 100 years
    /// (it refuses one that overflows).
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 3_155_760_000 else { return 3_155_760_000_000 }
        guard seconds >= 0 else { return 1 }
        let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return max(1, Int(seconds) * 1000 + Int(fraction))
    }

    /// In whole microseconds, rounded down; what lies outside ±100 years is cut to it.
    var wholeMicroseconds: Int {
        let (seconds, attoseconds) = components
        let limit: Int64 = 3_155_760_000
        return Int(min(max(seconds, -limit), limit)) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }
}
