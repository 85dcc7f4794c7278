/// One person's free hours, a row a day, in an SVG of 322 × 165; shown by Templates/components/week-one.html.
struct OneWeekPicture: Sendable {
    struct Day: Sendable {
        let name: String
        /// The row's upper edge.
        let y: Int
        let free: [WeekAxis.Labelled]
    }

    /// "Noor’s free hours in a normal week".
    let title: String
    /// "Free: Mon 9–11, 15–18; Tue 13–17."
    let description: String
    let days: [Day]
    let hours: [WeekAxis.Hour]

    init(title: String, week: Week) {
        self.title = title
        description = week.isEmpty ? "No hours." : "Free: " + week.listed
        let spans = Weekday.fromMonday.map(week.spans)
        let axis = WeekAxis(covering: spans.joined())
        days = zip(Weekday.fromMonday, spans).enumerated().map { row, day in
            Day(name: day.0.short, y: WeekAxis.y(row: row), free: day.1.map(axis.labelled))
        }
        hours = axis.hours
    }
}

extension OneWeekPicture {
    /// An invented student's week.
    static var example: OneWeekPicture {
        OneWeekPicture(
            title: "A student’s free hours in a normal week",
            week: Week([
                .monday: [36..<44, 60..<72], .tuesday: [52..<70], .wednesday: [40..<48, 72..<84], .sunday: [56..<92],
            ]))
    }
}
