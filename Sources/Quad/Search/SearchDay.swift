import FoundationEssentials

/// A day of a calendar, written 2026-10-31; 2026-10 and 2026 are the first of that month or year.
struct SearchDay: Equatable, Sendable {
    let year: Int
    let month: Int
    let day: Int

    /// - Returns: `nil` unless the text is a day from 1970 to 2199.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        var numbers = [0, 1, 1]
        for (place, part) in parts.enumerated() {
            guard place == 0 || (1...2).contains(part.utf8.count),
                part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers[place] = number
        }
        guard (1970...2199).contains(numbers[0]), (1...12).contains(numbers[1]) else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
        // A 31 September would be another day in the calendar that days are counted in.
        let counted = CivilTime(secondsSince1970: daysSince1970 * 86_400)
        guard counted.day == day, counted.month == month else { return nil }
    }

    var text: String {
        "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }

    /// When it begins where the campus is.
    func start(in zone: ZoneOffsets) -> Date {
        let utc = daysSince1970 * 86_400
        // The offset before midnight is that of midnight, but for the night clocks change in.
        let guess = utc - zone.offset(at: utc)
        return Date(timeIntervalSince1970: Double(utc - zone.offset(at: guess)))
    }

    /// - Source: `days_from_civil` in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    private var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
