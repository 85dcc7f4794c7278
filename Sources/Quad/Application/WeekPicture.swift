/// Two people's free hours side by side, a row a day, as places in an SVG of 322 × 165.
struct WeekPicture: Sendable {
    /// Free time on one day, in quarter hours after midnight: 56..<64 is 14:00 to 16:00.
    typealias Span = Range<Int>

    struct Bar: Equatable, Sendable {
        let x: Int
        let width: Int
    }

    struct Shared: Equatable, Sendable {
        let bar: Bar
        /// "14–16"; `nil` when the bar is too short for it.
        let label: String?
        let middle: Int
    }

    struct Day: Sendable {
        let name: String
        /// The row's upper edge.
        let y: Int
        let you: [Bar]
        let them: [Bar]
        let shared: [Shared]
    }

    struct Hour: Sendable {
        let x: Int
        /// "12:00"; `nil` for a line without one.
        let label: String?
    }

    /// What the picture shows, for those who do not see it: "The weeks of two students side by side".
    let title: String
    /// "Both free: Tue 14–16, Thu 10–12."
    let description: String
    let days: [Day]
    let hours: [Hour]

    /// From 8 to 22 o'clock, a quarter hour is 5 units wide, after 38 units for the names of the days.
    private static let (left, perQuarter, opening, closing) = (38, 5, 8, 22)

    /// - Parameters:
    ///   - you: spans of the seven days from Monday, ascending and apart; likewise `them`.
    init(title: String, you: [[Span]], them: [[Span]]) {
        self.title = title
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let both = zip(you, them).map(Self.overlaps)
        let times = zip(names, both).flatMap { name, spans in spans.map { "\(name) \(Self.words($0))" } }
        description = times.isEmpty ? "No hour is free for both." : "Both free: \(times.joined(separator: ", "))."
        days = names.indices.map { index in
            Day(
                name: names[index], y: 18 + 21 * index, you: you[index].map(Self.bar), them: them[index].map(Self.bar),
                shared: both[index].map(Self.shared))
        }
        hours = stride(from: Self.opening, to: Self.closing, by: 2).map { hour in
            Hour(x: Self.x(hour * 4), label: hour % 4 == 0 ? "\(hour):00" : nil)
        }
    }

    /// The times in both lists.
    static func overlaps(_ you: [Span], _ them: [Span]) -> [Span] {
        you.flatMap { mine in them.map { mine.clamped(to: $0) } }.filter { !$0.isEmpty }
    }

    private static func shared(_ span: Span) -> Shared {
        let bar = bar(span)
        return Shared(bar: bar, label: span.count >= 8 ? words(span) : nil, middle: bar.x + bar.width / 2)
    }

    private static func bar(_ span: Span) -> Bar {
        Bar(x: x(span.lowerBound), width: span.count * perQuarter)
    }

    private static func x(_ quarter: Int) -> Int { left + (quarter - opening * 4) * perQuarter }

    /// "14–16", "14:30–16".
    private static func words(_ span: Span) -> String { "\(clock(span.lowerBound))–\(clock(span.upperBound))" }

    private static func clock(_ quarter: Int) -> String {
        quarter % 4 == 0 ? String(quarter / 4) : "\(quarter / 4):\(quarter % 4 * 15)"
    }
}

extension WeekPicture {
    /// Two invented students' weeks, for pages that explain the picture.
    static var example: WeekPicture {
        WeekPicture(
            title: "The weeks of two students side by side",
            you: [
                [36..<44, 60..<72], [52..<68], [40..<48], [40..<52, 64..<72], [36..<48], [], [56..<76],
            ],
            them: [
                [48..<56], [56..<64, 72..<80], [], [36..<48], [60..<68], [40..<52], [44..<52],
            ])
    }
}
