import FoundationEssentials

/// The reader's day, by the clock that their week is in.
struct StudyDay: Sendable {
    let weekday: Weekday
    /// Minutes after midnight.
    let minute: Int
    /// The day's free hours.
    let hours: Week
    /// Those of them that are not over.
    let rest: Week

    init(of week: Week, zone: ZoneOffsets, now: Date) {
        let seconds = Int(now.timeIntervalSince1970.rounded(.down))
        let time = CivilTime(secondsSince1970: seconds + zone.offset(at: seconds))
        let weekday = Weekday.allCases[time.dayOfWeek]
        let minute = time.hour * 60 + time.minute
        self.weekday = weekday
        self.minute = minute
        hours = week.intersection(Week([weekday.slots]))
        rest = week.intersection(Week([weekday.slots.lowerBound + minute / 15..<weekday.slots.upperBound]))
    }

    /// "12:40".
    var clock: String { "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)" }

    /// The slot of the week that it is.
    var slot: Int { weekday.slots.lowerBound + minute / 15 }

    /// "13–15 and 18–20": the times of a week on this day.
    func times(of week: Week) -> String { Week.Words.list(week.spans(on: weekday).map(Week.Words.span)) }
}
