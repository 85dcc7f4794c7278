/// A time as a calendar file writes it.
///
/// - Source: RFC 5545, sections 3.3.4 to 3.3.6.
enum CalendarTime: Equatable, Sendable {
    /// A whole day, by its number since 1 January 1970.
    case day(Int)
    /// Seconds of wall time in the zone of this name; `nil`: in whatever zone its reader lives.
    case wall(Int, zone: String?)
    /// Seconds since 1970.
    case utc(Int)

    /// - Parameters:
    ///   - text: "20261019", "20261019T101500", "20261019T101500Z".
    ///   - zone: the `TZID` that stood beside it.
    init?(_ text: String, zone: String? = nil) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[4..<6]),
            let day = Self.number(bytes[6..<8]), let days = Self.days(year: year, month: month, day: day)
        else { return nil }
        if bytes.count == 8 {
            self = .day(days)
            return
        }
        let isUTC = bytes.count == 16 && bytes[15] == UInt8(ascii: "Z")
        guard bytes.count == 15 || isUTC, bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]),
            let minute = Self.number(bytes[11..<13]), let second = Self.number(bytes[13..<15]), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59)
        self = isUTC ? .utc(seconds) : .wall(seconds, zone: zone)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// - Source: `days_from_civil` in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    static func days(year: Int, month: Int, day: Int) -> Int? {
        let lengths = [
            31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
        ]
        guard (1900...2200).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// Seconds of "PT1H30M", "P1D", "P1W"; `nil` for anything else, negative ones included.
    static func duration(_ text: String) -> Int? {
        var rest = text.hasPrefix("+") ? text.dropFirst() : Substring(text)
        guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
        var (total, digits, isTime) = (0, 0, false)
        var hasDigits = false
        for character in rest {
            if character == "T", !isTime, !hasDigits {
                isTime = true
            } else if let digit = character.wholeNumberValue, character.isASCII, digits < 100_000 {
                (digits, hasDigits) = (digits * 10 + digit, true)
            } else if hasDigits, let unit = Self.unit(character, isTime: isTime) {
                total += digits * unit
                (digits, hasDigits) = (0, false)
            } else {
                return nil
            }
        }
        return hasDigits ? nil : total
    }

    private static func unit(_ letter: Character, isTime: Bool) -> Int? {
        switch (letter, isTime) {
        case ("W", false): 7 * 86_400
        case ("D", false): 86_400
        case ("H", true): 3_600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }
}
