/// How an event comes back, as far as a normal week is concerned.
///
/// - Source: RFC 5545, section 3.3.10.
struct CalendarRule: Equatable, Sendable {
    enum Frequency: Sendable { case daily, weekly }

    var frequency = Frequency.weekly
    /// Every so many weeks or days, at least 1.
    var interval = 1
    /// Empty: those of the first time.
    var days: Set<Weekday> = []
    var count: Int?
    var until: CalendarTime?

    /// - Returns: `nil` for what comes back by months or years, or is not a rule.
    init?(_ text: String) {
        var frequency: Frequency?
        for part in text.uppercased().split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            switch (sides[0], sides[1]) {
            case ("FREQ", "DAILY"): frequency = .daily
            case ("FREQ", "WEEKLY"): frequency = .weekly
            case ("INTERVAL", let number):
                guard let number = Int(number), (1...520).contains(number) else { return nil }
                interval = number
            case ("COUNT", let number):
                guard let number = Int(number), number > 0 else { return nil }
                count = number
            case ("UNTIL", let time):
                guard let time = CalendarTime(String(time)) else { return nil }
                until = time
            case ("BYDAY", let names):
                for name in names.split(separator: ",") {
                    guard let day = Self.names.firstIndex(of: String(name)).flatMap(Weekday.init(rawValue:)) else {
                        return nil
                    }
                    days.insert(day)
                }
            case ("FREQ", _), ("BYMONTH", _), ("BYMONTHDAY", _), ("BYSETPOS", _), ("BYWEEKNO", _), ("BYYEARDAY", _):
                return nil
            default: break
            }
        }
        guard let frequency else { return nil }
        self.frequency = frequency
    }

    private static let names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]

    /// The days on which it takes place, from the first to before `end`, as numbers since 1 January 1970.
    ///
    /// - Parameter from: earlier days may be left out where that needs no counting. A counted series that began more
    ///   than ten years before is taken as over.
    /// - Complexity: a step for each day from the first, ten years of them at most.
    func occurrences(first: Int, from: Int, before end: Int) -> [Int] {
        let step = frequency == .daily ? interval : interval * 7
        let wanted = days.isEmpty && frequency == .weekly ? [Self.weekday(first)] : days
        // A week begins with Monday, and its days take place in that order.
        let begin = frequency == .daily ? first : first - (Self.weekday(first).rawValue + 6) % 7
        if count != nil, from - first > 3_660 { return [] }
        let skipped = count == nil ? max(0, (from - begin) / step - 1) : 0
        var (found, counted): ([Int], Int) = ([], 0)
        for base in stride(from: begin + skipped * step, to: end, by: step) {
            for day in base..<base + (frequency == .daily ? 1 : 7)
            where day >= first && (wanted.isEmpty || wanted.contains(Self.weekday(day))) {
                counted += 1
                if let count, counted > min(count, 5_000) { return found }
                if day >= from, day < end { found.append(day) }
            }
        }
        return found
    }

    static func weekday(_ day: Int) -> Weekday {
        // 1 January 1970 was a Thursday.
        Weekday(rawValue: ((day + 4) % 7 + 7) % 7) ?? .sunday
    }
}

extension CivilTime {
    var weekdayOfWeek: Weekday { Weekday(rawValue: dayOfWeek) ?? .sunday }
}
