/// An event of a calendar file while its lines are read.
struct EventDraft {
    /// Where it begins; once it says when it is, where it says so.
    private(set) var line: Int
    var start: CalendarTime?
    var end: CalendarTime?
    var duration: Int?
    var rule: CalendarRule?
    var excluded: [CalendarTime] = []
    var isFree = false
    var problems: [CalendarFile.Problem] = []

    init(line: Int) { self.line = line }

    /// Seconds; `nil` when the event does not say.
    var length: Int? {
        if let duration { return duration }
        switch (start, end) {
        case (.wall(let start, _), .wall(let end, _)), (.utc(let start), .utc(let end)): return end - start
        default: return nil
        }
    }

    /// Takes what the line says of the event's time; what it is about is not looked at.
    mutating func take(_ line: CalendarLine) {
        switch line.name {
        case "DTSTART":
            start = time(line)
            self.line = line.number
        case "DTEND": end = time(line)
        case "DURATION":
            duration = CalendarTime.duration(line.value)
            if duration == nil { note(line, "This isn’t a duration.") }
        case "RRULE":
            rule = CalendarRule(line.value)
            if rule == nil { note(line, "This event doesn’t come back by days or weeks; only its first time counts.") }
        case "EXDATE":
            excluded += line.value.split(separator: ",").compactMap {
                CalendarTime(String($0), zone: line.parameters["TZID"])
            }
        case "TRANSP": isFree = isFree || line.value.uppercased() == "TRANSPARENT"
        case "STATUS": isFree = isFree || line.value.uppercased() == "CANCELLED"
        default: break
        }
    }

    private mutating func time(_ line: CalendarLine) -> CalendarTime? {
        let time = CalendarTime(line.value, zone: line.parameters["TZID"])
        if time == nil { note(line, "This isn’t a date or a time.") }
        return time
    }

    private mutating func note(_ line: CalendarLine, _ words: String) {
        problems.append(CalendarFile.Problem(line: line.number, words: words))
    }
}
