/// When how many of a group are free, a row a day, in an SVG of 322 × 165; shown by
/// Templates/components/week-group.html. A row fills from below: to its top where everyone is free. The best block is
/// in the highlighter's colour, with its time.
struct GroupWeekPicture: Sendable {
    struct Fill: Equatable, Sendable {
        let bar: WeekAxis.Bar
        let y: Int
        let height: Int
    }

    struct Day: Sendable {
        let name: String
        /// The row's upper edge.
        let y: Int
        let fills: [Fill]
        /// The part of the best block that lies on this day.
        let best: WeekAxis.Labelled?
    }

    /// "When the four of you are free".
    let title: String
    /// "All 4 are free: Tue 14–16. The best time is Tue 14–16."
    let description: String
    let days: [Day]
    let hours: [WeekAxis.Hour]

    private static let rowHeight = 17

    /// - Parameters:
    ///   - weeks: at least one, all in the viewer's wall time.
    ///   - best: slots of the week; `nil` when there is no time for all.
    init(title: String, weeks: [Week], best: Range<Int>?) {
        self.title = title
        let everyone = weeks.dropFirst().reduce(weeks.first ?? Week()) { $0.intersection($1) }
        let bestWeek = Week(best.map { [$0] } ?? [])
        description =
            (everyone.isEmpty
                ? "There’s no time at which all \(weeks.count) are free."
                : "All \(weeks.count) are free: \(everyone.inWords).")
            + (bestWeek.isEmpty ? "" : " The best time is \(bestWeek.inWords).")
        let axis = WeekAxis(covering: Weekday.fromMonday.flatMap { day in weeks.flatMap { $0.spans(on: day) } })
        days = Weekday.fromMonday.enumerated().map { row, day in
            let y = WeekAxis.y(row: row)
            return Day(
                name: day.short, y: y,
                fills: Self.runs(weeks, on: day).map { span, count in
                    let height = max(2, Self.rowHeight * count / weeks.count)
                    return Fill(bar: axis.bar(span), y: y + Self.rowHeight - height, height: height)
                },
                best: bestWeek.spans(on: day).first.map(axis.labelled))
        }
        hours = axis.hours
    }

    /// Times of a day with the same number of people, where there are any.
    private static func runs(_ weeks: [Week], on day: Weekday) -> [(span: Range<Int>, count: Int)] {
        let counts = day.slots.map { slot in weeks.count { $0[slot] } }
        var (runs, start): ([(span: Range<Int>, count: Int)], Int) = ([], 0)
        for quarter in 1...counts.count where quarter == counts.count || counts[quarter] != counts[start] {
            if counts[start] > 0 { runs.append((start..<quarter, counts[start])) }
            start = quarter
        }
        return runs
    }
}

extension GroupWeekPicture {
    /// Three invented students' weeks.
    static var example: GroupWeekPicture {
        GroupWeekPicture(
            title: "When the three of you are free",
            weeks: [
                Week([.monday: [36..<48], .tuesday: [52..<68], .thursday: [40..<56]]),
                Week([.monday: [44..<60], .tuesday: [48..<64], .thursday: [48..<72]]),
                Week([.tuesday: [56..<72], .thursday: [44..<52], .saturday: [40..<60]]),
            ],
            best: Week.slots(56..<64, on: .tuesday))
    }
}
