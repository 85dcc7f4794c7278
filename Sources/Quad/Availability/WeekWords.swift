extension Week {
    /// Short names of times, as a friend writes them: "14–16", "14:30–16", "32½ hours".
    enum Words {
        /// "14", "14:30", "24" for the end of a day.
        static func clock(_ quarter: Int) -> String {
            quarter % 4 == 0 ? String(quarter / 4) : "\(quarter / 4):\(quarter % 4 * 15)"
        }

        /// "14:00", "9:15": as the forms write it.
        static func fullClock(_ quarter: Int) -> String {
            quarter % 4 == 0 ? "\(quarter / 4):00" : clock(quarter)
        }

        /// "14–16".
        static func span(_ span: Range<Int>) -> String { "\(clock(span.lowerBound))–\(clock(span.upperBound))" }

        /// "32½ hours", "1 hour", "¾ hour", "no hours".
        static func hours(quarters: Int) -> String {
            let (whole, rest) = (quarters / 4, ["", "¼", "½", "¾"][quarters % 4])
            if quarters == 0 { return "no hours" }
            return "\(whole == 0 ? "" : String(whole))\(rest) hour\(quarters > 4 ? "s" : "")"
        }

        /// "a", "a and b", "a, b and c".
        static func list(_ parts: [String]) -> String {
            guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
            return parts.dropLast().joined(separator: ", ") + " and " + last
        }
    }

    /// "32½ hours".
    var hoursInWords: String { Words.hours(quarters: quarters) }

    /// Each day with hours, from Monday, and its times: "Mon", ["9–11", "15–18"].
    var daysInWords: [(day: Weekday, times: [String])] {
        Weekday.fromMonday.compactMap { day in
            let times = spans(on: day).map(Words.span)
            return times.isEmpty ? nil : (day, times)
        }
    }

    /// "Mon 9–11 and 15–18, Tue 13–17 and Sun 14–20"; empty when there are no hours.
    var inWords: String {
        Words.list(daysInWords.map { "\($0.day.short) \(Words.list($0.times))" })
    }

    /// "Mon 9–11, 15–18; Tue 13–17:30.", for a picture's description; empty when there are no hours.
    var listed: String {
        let days = daysInWords.map { "\($0.day.short) \($0.times.joined(separator: ", "))" }
        return days.isEmpty ? "" : days.joined(separator: "; ") + "."
    }
}
