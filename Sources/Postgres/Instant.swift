internal import Glibc

/// A moment on the monotonic clock, in nanoseconds. Reading it costs no system call.
struct Instant: Comparable {
    let nanoseconds: Int64

    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static let never = Instant(nanoseconds: .max)

    static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

    /// - Returns: `.never` where the number is too large.
    func advanced(byNanoseconds span: Int64) -> Instant {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(span)
        return overflow ? .never : Instant(nanoseconds: sum)
    }

    func nanoseconds(since start: Instant) -> Int64 { nanoseconds - start.nanoseconds }

    static func + (start: Instant, span: Duration) -> Instant { start.advanced(byNanoseconds: span.nanoseconds) }
}

extension Duration {
    /// Whole nanoseconds; the largest number when there are more (292 years).
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : whole &+ attoseconds / 1_000_000_000
    }

    /// Whole milliseconds, at least 1 for any time at all.
    var milliseconds: Int64 { (nanoseconds + 999_999) / 1_000_000 }
}

/// The configured times in nanoseconds: `Duration` counts in 128 bits, which shows when it is done at each statement.
struct Limits {
    /// How long the server may give no sign of life.
    let silence: Int64
    let slowStatement: Int64
    /// To open a connection and to find out that a statement on it is never answered.
    let attempt: Int64

    init(_ configuration: DatabaseConfiguration) {
        let limit = configuration.statementTimeout
        silence = limit == .zero ? .max : (limit + .seconds(1)).nanoseconds
        slowStatement = configuration.slowStatement.nanoseconds
        attempt = (configuration.connectTimeout + limit + .seconds(1)).nanoseconds
    }
}
