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

/// A time within a sentence that must not break: "Tue 13–17", and what stands before it.
struct TimePart: Equatable, Sendable {
    /// "", ", " or " and ".
    let joint: String
    let words: String
}

extension Week {
    /// `inWords` in its parts.
    var parts: [TimePart] {
        let days = daysInWords
        var parts: [TimePart] = []
        for (index, (day, times)) in days.enumerated() {
            for (turn, time) in times.enumerated() {
                let ends = turn == 0 ? index == days.count - 1 : turn == times.count - 1
                parts.append(
                    TimePart(
                        joint: parts.isEmpty ? "" : ends ? " and " : ", ",
                        words: turn == 0 ? "\(day.short) \(time)" : time))
            }
        }
        return parts
    }

    /// The longest times first to be named, in the week's order: "Tue 14–16, Thu 10–12 and 2 more times".
    ///
    /// - Parameter limit: the most times that are named.
    func inWords(atMost limit: Int) -> String {
        let all = Weekday.fromMonday.flatMap { day in spans(on: day).map { (day, $0) } }
        guard all.count > limit else { return inWords }
        let longest = all.enumerated().sorted { ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset) }
        let named = longest.prefix(limit).sorted { $0.offset < $1.offset }.map { _, time in
            "\(time.0.short) \(Words.span(time.1))"
        }
        return Words.list(named + [Wording.counted(all.count - limit, "more time", "more times")])
    }
}
