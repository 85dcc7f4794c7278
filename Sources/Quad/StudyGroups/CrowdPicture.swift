/// How many of some people are free over a week, as places in an SVG of 322 × 165: a row a day, filled the higher the
/// more of them are free; the time that all of them share is outlined.
struct CrowdPicture: Sendable {
    struct Bar: Equatable, Sendable {
        let x, y, width, height: Int
    }

    struct Day: Sendable {
        let name: String
        let y: Int
        let bars: [Bar]
        let best: [Bar]
    }

    let title: String
    let description: String
    let days: [Day]
    let hours: [WeekPicture.Hour]

    private static let (left, perQuarter, opening, closing, height) = (38, 5, 8, 22, 17)

    /// - Parameters:
    ///   - weeks: one a person, in one wall time; not empty.
    ///   - best: the time they share.
    init(title: String, weeks: [Week], best: Week) {
        self.title = title
        description = "All \(weeks.count) are free: \(best.inWords)."
        days = Weekday.fromMonday.enumerated().map { row, day in
            let y = 18 + 21 * row
            return Day(
                name: day.short, y: y, bars: Self.bars(weeks, on: day, y: y),
                best: best.spans(on: day).compactMap { Self.bar($0, y: y, height: Self.height) })
        }
        hours = stride(from: Self.opening, to: Self.closing, by: 2).map { hour in
            WeekPicture.Hour(
                x: Self.left + (hour - Self.opening) * 4 * Self.perQuarter, label: hour % 4 == 0 ? "\(hour):00" : nil)
        }
    }

    private static func bars(_ weeks: [Week], on day: Weekday, y: Int) -> [Bar] {
        let counts = (0..<Week.perDay).map { quarter in weeks.count { $0[day.slots.lowerBound + quarter] } }
        var (bars, start): ([Bar], Int) = ([], 0)
        for quarter in 1...Week.perDay where quarter == Week.perDay || counts[quarter] != counts[start] {
            let height = counts[start] * Self.height / weeks.count
            if height > 0, let bar = bar(start..<quarter, y: y + Self.height - height, height: height) {
                bars.append(bar)
            }
            start = quarter
        }
        return bars
    }

    /// `nil` for what lies outside of the hours that are shown.
    private static func bar(_ span: Range<Int>, y: Int, height: Int) -> Bar? {
        let inside = span.clamped(to: opening * 4..<closing * 4)
        guard !inside.isEmpty else { return nil }
        return Bar(
            x: left + (inside.lowerBound - opening * 4) * perQuarter, y: y, width: inside.count * perQuarter,
            height: height)
    }
}
