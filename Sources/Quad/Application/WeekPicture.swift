/// Two people's free hours side by side, a row a day, as places in an SVG of 322 × 165; shown by
/// Templates/components/week.html.
struct WeekPicture: Sendable {
    /// Free time on one day, in quarter hours after midnight: 56..<64 is 14:00 to 16:00.
    typealias Span = Range<Int>
    typealias Bar = WeekAxis.Bar

    struct Day: Sendable {
        let name: String
        /// The row's upper edge.
        let y: Int
        let you: [Bar]
        let them: [Bar]
        let shared: [WeekAxis.Labelled]
    }

    /// What the picture shows, for those who do not see it: "The weeks of two students side by side".
    let title: String
    /// "Both free: Tue 14–16, Thu 10–12."
    let description: String
    let days: [Day]
    /// Whether anything of the other's week is shown beside what both share: only then does the key explain it.
    var showsThem: Bool { days.contains { !$0.them.isEmpty } }
    let hours: [WeekAxis.Hour]

    /// - Parameters:
    ///   - you: spans of the seven days from Monday, ascending and apart; likewise `them`.
    init(title: String, you: [[Span]], them: [[Span]]) {
        self.title = title
        let axis = WeekAxis(covering: (you + them).joined())
        let names = Weekday.fromMonday.map(\.short)
        let both = zip(you, them).map(Self.overlaps)
        let times = zip(names, both).flatMap { name, spans in spans.map { "\(name) \(Week.Words.span($0))" } }
        description = times.isEmpty ? "No hour is free for both." : "Both free: \(times.joined(separator: ", "))."
        days = names.indices.map { index in
            Day(
                name: names[index], y: WeekAxis.y(row: index), you: you[index].map(axis.bar),
                them: them[index].map(axis.bar), shared: both[index].map(axis.labelled))
        }
        hours = axis.hours
    }

    /// - Parameter them: in the viewer's wall time, as `you` (`WeekShift` brings it there).
    init(title: String, you: Week, them: Week) {
        self.init(
            title: title, you: Weekday.fromMonday.map(you.spans), them: Weekday.fromMonday.map(them.spans))
    }

    /// The times in both lists.
    static func overlaps(_ you: [Span], _ them: [Span]) -> [Span] {
        you.flatMap { mine in them.map { mine.clamped(to: $0) } }.filter { !$0.isEmpty }
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
