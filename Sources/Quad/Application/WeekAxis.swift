/// Where the hours of a day lie across a picture of a week: 280 units after 38 for the names of the days.
struct WeekAxis: Sendable {
    struct Bar: Equatable, Sendable {
        let x: Int
        let width: Int
    }

    struct Hour: Sendable {
        let x: Int
        /// "12:00"; `nil` for a line without one.
        let label: String?
    }

    /// A block with the time written on it.
    struct Labelled: Equatable, Sendable {
        let bar: Bar
        /// "14–16"; `nil` when the bar is too short for it.
        let label: String?
        let middle: Int
    }

    private static let (left, width) = (38, 280)
    private let opening: Int
    private let closing: Int

    /// From 8 to 22 o'clock, or as many even hours more as something lies outside.
    ///
    /// - Parameter spans: quarter hours after midnight.
    init(covering spans: some Sequence<Range<Int>>) {
        var (first, last) = (8, 22)
        for span in spans where !span.isEmpty {
            first = min(first, span.lowerBound / 8 * 2)
            last = max(last, (span.upperBound + 7) / 8 * 2)
        }
        (opening, closing) = (first, last)
    }

    /// A line every two hours, a label every four.
    var hours: [Hour] {
        stride(from: opening, to: closing, by: 2).map { hour in
            Hour(x: x(hour * 4), label: hour % 4 == 0 ? "\(hour):00" : nil)
        }
    }

    func x(_ quarter: Int) -> Int {
        let quarters = (closing - opening) * 4
        return Self.left + ((quarter - opening * 4) * Self.width + quarters / 2) / quarters
    }

    func bar(_ span: Range<Int>) -> Bar {
        let start = x(span.lowerBound)
        return Bar(x: start, width: x(span.upperBound) - start)
    }

    func labelled(_ span: Range<Int>) -> Labelled {
        let (bar, words) = (bar(span), Week.Words.span(span))
        // Two hours are wide enough for "14–16", and minutes need room of their own.
        return Labelled(
            bar: bar, label: bar.width >= max(40, words.count * 7) ? words : nil, middle: bar.x + bar.width / 2)
    }

    /// The upper edge of a day's row, the first 0.
    static func y(row: Int) -> Int { 18 + 21 * row }
}
