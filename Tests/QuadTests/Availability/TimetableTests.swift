import FoundationEssentials
import Testing

@testable import Quad

/// Tuesday 20 October 2026, 12:00 in Berlin.
private let now = Date(timeIntervalSince1970: 1_792_490_400)

private func calendar(_ inner: String) -> [UInt8] {
    Array("BEGIN:VCALENDAR\nVERSION:2.0\n\(inner)\nEND:VCALENDAR\n".replacing("\n", with: "\r\n").utf8)
}

private func event(_ lines: String) -> [UInt8] { calendar("BEGIN:VEVENT\n\(lines)\nEND:VEVENT") }

private func read(_ bytes: [UInt8], in zone: String = "Europe/Berlin") throws -> Timetable {
    let book = ZoneBook()
    return try Timetable(try CalendarFile(bytes), zone: book.offsets(of: zone), book: book, now: now)
}

@Suite("Reading a timetable")
struct TimetableTests {
    @Test(
        "weekly events take their hours, however their times are written",
        arguments: [
            "DTSTART;TZID=Europe/Berlin:20261005T101500\nDTEND;TZID=Europe/Berlin:20261005T114500\nRRULE:FREQ=WEEKLY",
            "DTSTART:20261005T081500Z\nDURATION:PT1H30M\nRRULE:FREQ=WEEKLY;UNTIL=20261020T000000Z",
            "DTSTART:20261005T101500\nDTEND:20261005T114500\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4",
            "DTSTART;TZID=\"W. Europe Standard Time\":20261005T101500\nDTEND;TZID=\"W. Europe Standard Time\":"
                + "20261005T114500\nRRULE:FREQ=WEEKLY",
            "DTSTART;TZID=/mozilla.org/2005/Europe/Berlin:20261005T101500\nDTEND;TZID=/mozilla.org/2005/Europe/Berlin:"
                + "20261005T114500\nRRULE:FREQ=DAILY;BYDAY=MO\nSUMMARY:A long\n  secret; name:with \"signs",
        ])
    func weekly(lines: String) throws {
        let timetable = try read(event(lines))
        #expect(timetable.busy.listed == "Mon 10:15–11:45.")
        #expect(timetable.problems.isEmpty)
    }

    @Test("times that are no quarter hours take the quarters they touch")
    func rounding() throws {
        let lines = "DTSTART:20261005T101000\nDTEND:20261005T114000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE"
        #expect(try read(event(lines)).busy.listed == "Mon 10–11:45; Wed 10–11:45.")
    }

    @Test("a clock change in between leaves a lecture at its time of day")
    func summerTime() throws {
        let lines = "DTSTART;TZID=America/New_York:20261012T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=6"
        #expect(try read(event(lines), in: "America/New_York").busy.listed == "Mon 9–10.")
        // Seen from Berlin it is at another time in the one week between both changes.
        #expect(try read(event(lines)).busy.listed == "Mon 15–16.")
    }

    @Test("what passes midnight lies on both days")
    func midnight() throws {
        let lines = "DTSTART:20261010T230000\nDTEND:20261011T013000\nRRULE:FREQ=WEEKLY"
        #expect(try read(event(lines)).busy.listed == "Sat 23–24; Sun 0–1:30.")
    }

    @Test("one week alone counts as the normal one; of several, only what comes back")
    func weeks() throws {
        let one = "BEGIN:VEVENT\nDTSTART:20261021T101500\nDTEND:20261021T114500\nEND:VEVENT"
        let alone = try read(calendar(one))
        #expect(alone.weeks == 1 && alone.busy.listed == "Wed 10:15–11:45.")
        let again = one.replacing("20261021", with: "20261028")
        let other = one.replacing("20261021", with: "20261103")
        #expect(try read(calendar([one, again, other].joined(separator: "\n"))).busy.listed == "Wed 10:15–11:45.")
        #expect(throws: TimetableError.nothingRepeats) { try read(calendar(one + "\n" + other)) }
    }

    @Test("whole days, cancelled and free events take nothing; exceptions are left out")
    func others() throws {
        let day = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261021\nEND:VEVENT\n"
        let kept = "BEGIN:VEVENT\nDTSTART:20261021T101500\nDTEND:20261021T114500\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        let plain = kept + "EXDATE:20261028T101500\nEND:VEVENT\n"
        let gone = kept.replacing("T1", with: "T2") + "STATUS:CANCELLED\nEND:VEVENT\n"
        let free = kept.replacing("T1", with: "T0") + "TRANSP:TRANSPARENT\nEND:VEVENT\n"
        let timetable = try read(calendar(day + plain + gone + free))
        #expect(timetable.busy.listed == "Wed 10:15–11:45." && timetable.weeks == 2 && timetable.wholeDays == 1)
    }

    @Test("what cannot be read is named with its line")
    func problems() throws {
        let lines =
            "DTSTART;TZID=Mars/Olympus:20261005T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nno line\nDTEND:tomorrow"
        let found = try read(event(lines)).problems
        #expect(found.map(\.line) == [4, 7, 8])
        let monthly = try read(event("DTSTART:20261021T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY"))
        #expect(monthly.problems.map(\.line) == [6] && monthly.busy.listed == "Wed 10–11.")
    }

    @Test(
        "bad files are refused, each for its own reason",
        arguments: [
            ("", TimetableError.empty), ("\r\n\r\n", .empty), ("<!doctype html>", .notACalendar),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026", .cutOff(line: 3)),
            ("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR", .damaged(line: 2)),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR", .noHours(nil)),
            (String(repeating: "x", count: (256 << 10) + 1), .tooLarge),
        ])
    func refused(text: String, error: TimetableError) {
        #expect(throws: error) { try read(Array(text.utf8)) }
    }

    @Test("an old calendar says nothing of this term")
    func old() {
        #expect(throws: TimetableError.otherTimes) {
            try read(event("DTSTART:20201021T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=10"))
        }
    }
}
