internal import Glibc

/// A moment as HTTP writes it, to the second (RFC 9110, section 5.6.7).
public struct HTTPDate: Hashable, Sendable, CustomStringConvertible {
    /// Since 1970.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The usual form, "Sun, 06 Nov 1994 08:49:37 GMT", and the two old ones that clients may still send,
    /// "Sunday, 06-Nov-94 08:49:37 GMT" and "Sun Nov  6 08:49:37 1994".
    ///
    /// - Returns: `nil` for anything else, and for times before 1970.
    public init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split { " ,:-".contains($0) }
        let isOldest = words.count == 7
        guard isOldest || words.count == 8 && words[7] == "GMT" else { return nil }
        let (day, month, year) = isOldest ? (words[2], words[1], words[6]) : (words[1], words[2], words[3])
        guard let month = Self.months.firstIndex(of: String(month)), var year = Int(year), let day = Int(day),
            let hour = Int(words[isOldest ? 3 : 4]), let minute = Int(words[isOldest ? 4 : 5]),
            let second = Int(words[isOldest ? 5 : 6])
        else { return nil }
        if year < 100 { year += year < 70 ? 2_000 : 1_900 }
        guard (1970...9_999).contains(year), (1...31).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0...60).contains(second)
        else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (CInt(year - 1_900), CInt(month), CInt(day))
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (CInt(hour), CInt(minute), CInt(second))
        seconds = timegm(&parts)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// "Sun, 06 Nov 1994 08:49:37 GMT".
    public var description: String {
        var moment = time_t(seconds)
        var parts = tm()
        gmtime_r(&moment, &parts)
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let month = Self.months[Int(parts.tm_mon)]
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(day), \(two(parts.tm_mday)) \(month) \(parts.tm_year + 1900) \(clock) GMT"
    }

    /// This second.
    public static var now: HTTPDate { HTTPDate(seconds: time(nil)) }
}
