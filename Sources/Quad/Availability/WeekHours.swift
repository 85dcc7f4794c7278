/// Hours of one day as a form asks for them: a day, from, to.
struct WeekHours: Hashable, Sendable {
    let day: Weekday
    /// Quarter hours after midnight, never empty.
    let span: Range<Int>

    /// - Parameters:
    ///   - day: 0 (Sunday) to 6.
    ///   - from: "9", "9:15", "09:15"; likewise `to`, which may be 24:00.
    init(day: String, from: String, to: String) throws(WeekHoursError) {
        guard let number = Int(day), let day = Weekday(rawValue: number) else { throw .unknownDay }
        guard let start = Self.quarter(from), start < Week.perDay else { throw .unreadable(.from) }
        guard let end = Self.quarter(to) else { throw .unreadable(.to) }
        guard start != end else { throw .empty }
        guard start < end else { throw .backwards }
        self.day = day
        span = start..<end
    }

    var slots: Range<Int> { Week.slots(span, on: day) }

    /// Quarter hours after midnight, 0...96; `nil` for what is not a time of day in quarter hours.
    static func quarter(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let hour = number(first),
            let minute = parts.count == 2 ? number(parts[1]) : 0
        else { return nil }
        guard hour <= 24, minute < 60, minute % 15 == 0, hour < 24 || minute == 0 else { return nil }
        return hour * 4 + minute / 15
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...2).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(digits)
    }
}

/// Why hours cannot be added.
enum WeekHoursError: Error, Equatable {
    enum End { case from, to }

    case unknownDay
    /// Not a time of day in quarter hours.
    case unreadable(End)
    case empty
    case backwards

    /// In the visitor's words.
    var message: String {
        switch self {
        case .unknownDay: "Choose a day from Monday to Sunday."
        case .unreadable: "Write a time in quarter hours, like 9:15 or 14:30."
        case .empty: "These hours are empty: they end when they start. Choose a later end."
        case .backwards: "These hours end before they start. For hours past midnight, add the two days one by one."
        }
    }
}

extension Week {
    /// The hours of all rows; those that overlap or touch become one.
    init(_ rows: [WeekHours]) {
        self.init(rows.map(\.slots))
    }
}
