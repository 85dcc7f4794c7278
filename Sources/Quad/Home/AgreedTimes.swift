import FoundationEssentials

/// When one's study groups that came about meet in the next seven days; shown by Templates/home/_agreed.html.
struct AgreedTime: Sendable {
    let group: String
    let path: String
    /// "CS 161, 5 people".
    let line: String
    /// "Today 16–18", "Thu 16–18".
    let time: String

    private static let most = 5

    /// The next ones first; one that goes on now is the first of all.
    ///
    /// - Parameter clock: the zone the reader's week is in.
    static func next(
        _ groups: [StudyGroup], on day: StudyDay, clock: String, book: ZoneBook, now: Date
    ) -> [AgreedTime] {
        let here = book.offsets(of: clock)
        let nextWeek = now.addingTimeInterval(7 * 86_400)
        let times = groups.filter(\.isAgreed).map { group -> (wait: Int, time: AgreedTime) in
            func slots(weekOf moment: Date) -> Week {
                let shift = WeekShift(from: book.offsets(of: group.timeZone), to: here, weekOf: moment)
                return shift.applied(to: Week([group.slots]))
            }
            // What is over this week comes again in the next, in which clocks may have changed.
            let left = Week([day.slot..<Week.slotCount])
            let thisWeek = group.timeZone == clock ? Week([group.slots]) : slots(weekOf: now)
            let isLeft = !thisWeek.intersection(left).isEmpty
            let week = isLeft || group.timeZone == clock ? thisWeek : slots(weekOf: nextWeek)
            let start = week.spans.first { !isLeft || $0.upperBound > day.slot }?.lowerBound ?? 0
            return (
                isLeft ? max(start - day.slot, 0) : start + Week.slotCount - day.slot,
                AgreedTime(group, week, start: start, isToday: isLeft && day.weekday.slots.contains(start))
            )
        }
        return times.sorted { $0.wait < $1.wait }.prefix(most).map(\.time)
    }

    private init(_ group: StudyGroup, _ week: Week, start: Int, isToday: Bool) {
        self.group = group.name
        path = StudyGroupPaths.group(group.id)
        line = "\(group.courseCode), \(Wording.counted(group.saidYes, "person", "people"))"
        let weekday = Weekday.allCases[min(start / Week.perDay, 6)]
        let times = Week.Words.list(week.spans(on: weekday).map(Week.Words.span))
        time = "\(isToday ? "Today" : weekday.short) \(times)"
    }
}
