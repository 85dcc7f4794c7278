import FoundationEssentials

/// The hours of a normal week that a calendar file takes; nothing else of it is kept.
///
/// Looked at are the weeks from two before this one to seventeen after it. A quarter hour is taken when something lies
/// on it in at least two of them; a file whose events all lie in one week is taken as that week.
struct Timetable: Sendable {
    let busy: Week
    /// How many weeks had something in them; 1: that week as it is.
    let weeks: Int
    let wholeDays: Int
    /// In the file's order.
    let problems: [CalendarFile.Problem]

    private static let (before, after) = (2, 18)

    /// - Parameters:
    ///   - zone: the zone of the week it is made for.
    ///   - book: where the file's zones are looked up.
    init(_ file: CalendarFile, zone: ZoneOffsets, book: ZoneBook, now: Date) throws(TimetableError) {
        let wall = Int(now.timeIntervalSince1970) + zone.offset(at: Int(now.timeIntervalSince1970))
        let today = wall / 86_400
        let sunday = today - CalendarRule.weekday(today).rawValue
        let window = sunday - 7 * Self.before..<sunday + 7 * Self.after
        var reading = Reading(zone: zone, book: book, window: window)
        for event in file.events { reading.take(event) }
        wholeDays = file.wholeDays
        problems = (file.problems + reading.problems).sorted { $0.line < $1.line }
        guard !file.events.isEmpty else { throw .noHours(problems.first) }
        let found = reading.weeks.values.filter { !$0.isEmpty }
        weeks = found.count
        guard weeks > 0 else { throw .otherTimes }
        guard weeks > 1 else {
            busy = found[0]
            return
        }
        var (once, twice) = (Week(), Week())
        for week in found {
            twice = twice.union(once.intersection(week))
            once = once.union(week)
        }
        guard !twice.isEmpty else { throw .nothingRepeats }
        busy = twice
    }
}

/// Lays events onto weeks.
private struct Reading {
    let zone: ZoneOffsets
    let book: ZoneBook
    /// Days since 1 January 1970, the first a Sunday.
    let window: Range<Int>
    var weeks: [Int: Week] = [:]
    var problems: [CalendarFile.Problem] = []

    init(zone: ZoneOffsets, book: ZoneBook, window: Range<Int>) {
        (self.zone, self.book, self.window) = (zone, book, window)
    }

    mutating func take(_ event: CalendarFile.Event) {
        let (start, own) = place(event.start, line: event.line)
        let (day, second) = (start / 86_400, start % 86_400)
        var days = [day]
        if var rule = event.rule {
            // The last moment, on the event's own clock.
            var last = window.upperBound
            if let until = rule.until {
                let end = place(until, line: nil, own: own)
                last = min(last, end / 86_400 + (end % 86_400 >= second ? 1 : 0))
            }
            rule.until = nil
            days = rule.occurrences(first: day, from: window.lowerBound - 1, before: last)
        }
        let excluded = Set(event.excluded.map { place($0, line: nil, own: own) / 86_400 })
        for day in days where !excluded.contains(day) {
            lay(day * 86_400 + second, event.length, own)
        }
    }

    /// An event's beginning on its own clock, and that clock; `nil` stands for the week's own.
    private mutating func place(_ time: CalendarTime, line: Int) -> (Int, ZoneOffsets?) {
        guard case .wall(let seconds, let name?) = time else { return (place(time, line: line, own: nil), nil) }
        if let own = CalendarZones.offsets(of: name, in: book) { return (seconds, own) }
        problems.append(
            CalendarFile.Problem(
                line: line,
                words: "The time zone “\(name.prefix(40))” isn’t known here; the times are taken as they stand."))
        return (seconds, nil)
    }

    private func place(_ time: CalendarTime, line: Int?, own: ZoneOffsets?) -> Int {
        switch time {
        // All of that day.
        case .day(let day): day * 86_400 + 86_399
        case .wall(let seconds, _): seconds
        case .utc(let seconds): seconds + (own ?? zone).offset(at: seconds)
        }
    }

    private mutating func lay(_ start: Int, _ length: Int, _ own: ZoneOffsets?) {
        var wall = start
        if let own {
            let instant = start - own.offset(at: start - own.offset(at: start))
            wall = instant + zone.offset(at: instant)
        }
        let first = wall - window.lowerBound * 86_400
        guard first >= 0 else { return }
        for quarter in first / 900..<(first + length + 899) / 900 {
            let week = quarter / Week.slotCount
            guard week < window.count / 7 else { return }
            weeks[week, default: Week()][quarter % Week.slotCount] = true
        }
    }
}
