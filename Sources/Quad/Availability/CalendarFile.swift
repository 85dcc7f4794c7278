/// The events of a calendar file, without anything that says what they are.
struct CalendarFile: Sendable {
    struct Event: Sendable {
        /// Where it begins in the file.
        let line: Int
        let start: CalendarTime
        /// Seconds; more than none and less than a day.
        let length: Int
        let rule: CalendarRule?
        let excluded: [CalendarTime]
    }

    /// Something that could not be read, and was left out.
    struct Problem: Equatable, Sendable {
        let line: Int
        let words: String
    }

    private(set) var events: [Event] = []
    private(set) var problems: [Problem] = []
    /// Events that last whole days: they take no hours.
    private(set) var wholeDays = 0

    static let mostBytes = 256 << 10
    private static let mostEvents = 1_000

    init(_ bytes: [UInt8]) throws(TimetableError) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        let lines = CalendarLine.unfolded(bytes)
        guard let first = lines.first else { throw .empty }
        guard first.text.uppercased().hasPrefix("BEGIN:VCALENDAR") else { throw .notACalendar }
        var open: [String] = []
        var draft: EventDraft?
        for (number, text) in lines {
            guard let line = CalendarLine(text, number: number) else {
                problems.append(Problem(line: number, words: "This line isn’t one of a calendar."))
                continue
            }
            let value = line.value.uppercased()
            switch line.name {
            case "BEGIN":
                open.append(value)
                if value == "VEVENT" { draft = EventDraft(line: number) }
            case "END":
                guard open.last == value else { throw .damaged(line: number) }
                open.removeLast()
                if value == "VEVENT", let finished = draft { take(finished) }
                if value == "VEVENT" { draft = nil }
                guard events.count <= Self.mostEvents else { throw .tooManyEvents(Self.mostEvents) }
            default:
                // An alarm inside an event has times of its own.
                if open.last == "VEVENT" { draft?.take(line) }
            }
        }
        guard open.isEmpty else { throw .cutOff(line: lines.last?.number ?? 1) }
    }

    private mutating func take(_ draft: EventDraft) {
        problems += draft.problems
        guard !draft.isFree else { return }
        guard let start = draft.start else {
            if draft.problems.isEmpty { note(draft.line, "This event doesn’t say when it begins.") }
            return
        }
        if case .day = start {
            wholeDays += 1
            return
        }
        guard let length = draft.length else {
            note(draft.line, "This event doesn’t say when it ends.")
            return
        }
        guard length > 0 else {
            note(draft.line, "This event ends before it begins.")
            return
        }
        guard length < 86_400 else {
            wholeDays += 1
            return
        }
        events.append(
            Event(line: draft.line, start: start, length: length, rule: draft.rule, excluded: draft.excluded))
    }

    private mutating func note(_ line: Int, _ words: String) {
        problems.append(Problem(line: line, words: words))
    }
}
