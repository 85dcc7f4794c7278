/// One's own week as the editor draws it: a row a day, blocks placed by percentages so that text keeps its size at every
/// width. Public/js/week/picture.js draws the same anew while somebody paints.
struct EditorPicture: Sendable {
    struct Bar: Sendable {
        /// "7.14%".
        let x: String
        let width: String
        let middle: String
        /// `nil` where the block is too short for it even on a wide page.
        let label: String?
        /// Whether a phone is too narrow for the label.
        let isWide: Bool
    }

    struct Day: Sendable {
        let y: Int
        let free: [Bar]
        let taken: [Bar]

        var labelY: Int { y + 24 }
    }

    struct Line: Sendable {
        let x: String
        /// Every second hour is a full line.
        let isHour: Bool
    }

    struct Label: Sendable {
        let x: String
        let words: String
        /// Whether it begins at its place; else its middle is there.
        let isFirst: Bool
    }

    /// Whole hours.
    let opening: Int
    let closing: Int
    let days: [Day]
    let lines: [Line]
    let labels: [Label]
    /// "Mon 9–11, 15–18; Tue 13–17:30."
    let description: String

    /// - Parameter showsWholeDays: otherwise 8 to 22, or as much more as hours lie outside of it.
    init(free: Week, busy: Week, showsWholeDays: Bool) {
        let hours = showsWholeDays ? 0..<24 : Self.hours(of: free.union(busy))
        (opening, closing) = (hours.lowerBound, hours.upperBound)
        let place = Place(hours: hours)
        days = Weekday.fromMonday.enumerated().map { index, day in
            Day(
                y: 24 + 44 * index, free: free.spans(on: day).map(place.bar), taken: busy.spans(on: day).map(place.bar))
        }
        let first = hours.lowerBound
        lines = (first + 1..<closing).map { Line(x: place.x($0 * 4), isHour: ($0 - first) % 2 == 0) }
        labels = stride(from: first, to: closing - 1, by: 4).map { hour in
            Label(x: place.x(hour * 4), words: "\(hour):00", isFirst: hour == first)
        }
        description = free.isEmpty ? "No hours yet." : free.listed
    }

    /// 8 to 22, or wider by even numbers of hours where something lies outside.
    static func hours(of week: Week) -> Range<Int> {
        let spans = Weekday.allCases.flatMap { week.spans(on: $0) }
        let first = min(8, (spans.map(\.lowerBound).min() ?? 32) / 8 * 2)
        let last = max(22, ((spans.map(\.upperBound).max() ?? 88) + 7) / 8 * 2)
        return first..<last
    }

    /// Where the hours of a day lie across a picture that goes from the first of them to the last.
    struct Place: Sendable {
        /// Whole hours.
        let hours: Range<Int>

        private var quarters: Double { Double(hours.count * 4) }

        func x(_ quarter: Int) -> String { x(minute: quarter * 15) }

        /// - Parameter minute: after midnight.
        func x(minute: Int) -> String {
            Self.percent(Double(minute - hours.lowerBound * 60) / Double(hours.count * 60))
        }

        func bar(_ span: Range<Int>) -> Bar {
            let words = Week.Words.span(span)
            let share = Double(span.count) / quarters
            return Bar(
                x: x(span.lowerBound), width: Self.percent(share),
                middle: Self.percent(
                    (Double(span.lowerBound + span.upperBound) / 2 - Double(hours.lowerBound * 4)) / quarters),
                label: share * Self.widePicture >= Self.width(of: words) ? words : nil,
                isWide: share * Self.narrowPicture < Self.width(of: words))
        }

        // In pixels: how wide the picture is at least at a desk and on a phone, and what a label takes.
        private static let (widePicture, narrowPicture) = (600.0, 280.0)
        private static func width(of words: String) -> Double { Double(words.count) * 6.6 + 3 }

        private static func percent(_ share: Double) -> String {
            let hundredths = Int((share * 10_000).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100)\(rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")%"
        }
    }
}
