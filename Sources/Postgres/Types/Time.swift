public import FoundationEssentials

extension Date: Column, SQLBindable {
    /// Reads timestamptz: microseconds since 2000-01-01 00:00 UTC. Infinity is unacceptable.
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        let start = try column.bytes(of: .timestamptz, count: 8)
        let microseconds = Int64(bigEndian: start.loadUnaligned(as: Int64.self))
        guard microseconds != .max, microseconds != .min else { throw .unacceptable("an infinite time") }
        // Whole seconds apart, so that no precision is lost before the one rounding at the end.
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        self.init(
            timeIntervalSinceReferenceDate: Double(seconds - Self.secondsFrom2000To2001) + Double(rest) / 1_000_000)
    }

    /// To the nearest microsecond, as Postgres keeps it.
    @inlinable public var sqlValue: SQLValue {
        let seconds = timeIntervalSinceReferenceDate
        guard Self.timestampRange.contains(seconds) else {
            return .invalid(.timestamptz, because: "a time that timestamptz cannot hold")
        }
        let whole = seconds.rounded(.down)
        let microseconds =
            (Int64(whole) + Self.secondsFrom2000To2001) * 1_000_000
            + Int64(((seconds - whole) * 1_000_000).rounded())
        return .number(.timestamptz, bits: UInt64(bitPattern: microseconds), count: 8)
    }

    @inlinable public static var sqlType: SQLType { .timestamptz }
}

extension Date {
    /// From Postgres's epoch to Foundation's: the 366 days of the year 2000.
    @inlinable static var secondsFrom2000To2001: Int64 { 31_622_400 }

    /// What timestamptz holds, in seconds before and after 2001-01-01: from 4714-11-24 BC to before 294277-01-01.
    ///
    /// - Source: MIN_TIMESTAMP and END_TIMESTAMP in Postgres's datatype/timestamp.h.
    @inlinable static var timestampRange: Range<Double> { -211_845_110_400..<9_223_339_708_800 }
}

extension Duration: SQLBindable {
    /// An interval of microseconds, without days and months.
    public var sqlValue: SQLValue {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow, abs(whole) < Int64.max - 1_000_000 else {
            return .invalid(.interval, because: "a duration that interval cannot hold")
        }
        let microseconds = whole + attoseconds / 1_000_000_000_000
        return SQLValue(
            type: .interval, payload: .fixed(high: UInt64(bitPattern: microseconds), low: 0, count: 16))
    }

    public static var sqlType: SQLType { .interval }
}
