/// Who is free today when the reader is, a strip each on one axis with the time now; shown by
/// Templates/home/_today.html.
struct TodayStrips: Sendable {
    struct Row: Sendable {
        let person: Person
        /// "MATH 221"; `nil` where there is none.
        let course: String?
        /// What is left of the shared hours: "13–15".
        let times: String
        /// "You and Anneke are both free today 13–15".
        let title: String
        let you: [EditorPicture.Bar]
        let them: [EditorPicture.Bar]
        let both: [EditorPicture.Bar]
    }

    struct Label: Sendable {
        let x: String
        let words: String
        /// Whether it begins at its place; else its middle is there.
        let isFirst: Bool
    }

    /// "Two people are free today when you are."
    let lead: String
    /// What is left of one's own hours: "13–17".
    let own: String
    let rows: [Row]
    let labels: [Label]
    /// Where the even hours are.
    let lines: [String]
    /// Where the time now is; `nil` before the first hour of the axis.
    let now: Label?
    /// Whether anything of the others' days is shown beside what both share.
    var showsThem: Bool { rows.contains { !$0.them.isEmpty } }

    /// - Returns: `nil` when nobody is free.
    init?(_ people: [FreeToday], on day: StudyDay) {
        guard !people.isEmpty else { return nil }
        let others = people.map { ($0.theirs ?? $0.shared).intersection(Week([day.weekday.slots])) }
        let hours = EditorPicture.hours(of: others.reduce(day.hours) { $0.union($1) })
        let place = EditorPicture.Place(hours: hours)
        lead = Self.lead(people.count)
        own = day.times(of: day.rest)
        rows = zip(people, others).map { person, theirs in
            let times = day.times(of: person.shared.intersection(day.rest))
            return Row(
                person: person.person, course: person.course, times: times,
                title: "You and \(person.firstName) are both free today \(times)",
                you: day.hours.spans(on: day.weekday).map(place.bar),
                them: theirs.spans(on: day.weekday).map(place.bar),
                both: person.shared.spans(on: day.weekday).map(place.bar))
        }
        lines = stride(from: hours.lowerBound + 2, to: hours.upperBound, by: 2).map { place.x($0 * 4) }
        let isShown = hours.contains(day.minute / 60)
        now = isShown ? Label(x: place.x(minute: day.minute), words: day.clock, isFirst: false) : nil
        // Two labels need a little more than an hour between them.
        labels = stride(from: hours.lowerBound, to: hours.upperBound - 1, by: 4).compactMap { hour in
            if isShown, abs(hour * 60 - day.minute) < 100 { return nil }
            return Label(x: place.x(hour * 4), words: "\(hour):00", isFirst: hour == hours.lowerBound)
        }
    }

    private static func lead(_ count: Int) -> String {
        switch count {
        case 1: "One person is free today when you are."
        case FreeToday.most...: "Several people are free today when you are."
        default: "\(["Two", "Three", "Four"][count - 2]) people are free today when you are."
        }
    }
}
