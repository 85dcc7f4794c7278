import FoundationEssentials
import Testing

@testable import Quad

@Suite("Saying when something was")
struct WordingOfTimesTests {
    /// Tue 20 Oct 2026, 14:05 in Alder Bay, seven hours behind UTC.
    let now = Date(timeIntervalSince1970: 1_792_530_300)
    let zone = ZoneOffsets(secondsAheadOfUTC: -25_200)
    var wording: Wording { Wording(now: now, zone: zone) }

    private func words(_ secondsAgo: Int) -> String { wording.ago(now - Double(secondsAgo)).words }

    @Test(
        "a list says the age in its largest unit, and the date from the fourth day",
        arguments: [
            (-30, "now"), (0, "now"), (59, "now"), (60, "1 min"), (3_599, "59 min"), (3_600, "1 h"), (86_399, "23 h"),
            (86_400, "1 day"), (2 * 86_400, "2 days"), (4 * 86_400 - 1, "3 days"), (4 * 86_400, "Fri 16 Oct"),
            (9 * 86_400, "11 Oct"), (374 * 86_400, "11 Oct 2025"),
        ])
    func ages(secondsAgo: Int, expected: String) {
        #expect(words(secondsAgo) == expected)
    }

    @Test("a post's head names day and time on the campus")
    func exact() {
        #expect(wording.exact(Date(timeIntervalSince1970: 1_792_359_060)).words == "Sun 18 Oct, 14:31")
        #expect(wording.exact(Date(timeIntervalSince1970: 1_760_300_000)).words == "12 Oct 2025, 13:13")
    }

    @Test("yesterday began at midnight on the campus, summer time or not")
    func yesterday() throws {
        #expect(wording.startOfYesterday == Date(timeIntervalSince1970: 1_792_393_200))  // Mon 19 Oct, 0:00
        let vancouver = try ZoneOffsets(named: "America/Vancouver")
        // Mon 2 Nov 2026, 10:00 there; its clocks went back on Sunday morning.
        let monday = Wording(now: Date(timeIntervalSince1970: 1_793_642_400), zone: vancouver)
        #expect(monday.startOfYesterday == Date(timeIntervalSince1970: 1_793_516_400))  // Sun 1 Nov, 0:00, 7 h behind
    }

    @Test("a comment says the weekday within six days and the date before")
    func inThread() {
        #expect(wording.inThread(now - 86_400).words == "Mon 14:05")
        #expect(wording.inThread(now - 6 * 86_400).words == "Wed 14 Oct, 14:05")
    }

    @Test(
        "a sentence names the day: the weekday within six days, the date before",
        arguments: [
            (0, "today"), (14 * 3_600, "today"), (15 * 3_600, "yesterday"), (2 * 86_400, "on Sunday"),
            (6 * 86_400, "on Wednesday"), (7 * 86_400, "on 13 October"), (-3_600, "today"),
        ])
    func days(secondsAgo: Int, expected: String) {
        #expect(wording.onDay(now - Double(secondsAgo)) == expected)
    }

    @Test("the year turns on the campus, not in UTC")
    func yearsTurnLocally() {
        let oneInTheMorning = Date(timeIntervalSince1970: 1_798_765_200)  // 1 Jan 2027, 01:00 UTC
        let newYear = Wording(now: oneInTheMorning, zone: zone)
        #expect(newYear.exact(oneInTheMorning).words == "Thu 31 Dec, 18:00")
        #expect(newYear.month(oneInTheMorning) == "December 2026")
    }

    @Test("machines get the moment in UTC")
    func machines() {
        #expect(wording.ago(Date(timeIntervalSince1970: 1_792_359_060)).datetime == "2026-10-18T21:31:00Z")
        #expect(wording.ago(Date(timeIntervalSince1970: 5)).datetime == "1970-01-01T00:00:05Z")
    }
}

@Suite("Saying how many and how long")
struct WordingOfFiguresTests {
    @Test(
        "thousands stand apart",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_284, "1,284"), (12_345, "12,345"),
            (1_000_000, "1,000,000"), (-3, "-3"), (-1_284, "-1,284"), (Int.min, "-9,223,372,036,854,775,808"),
        ])
    func counts(number: Int, expected: String) {
        #expect(Wording.count(number) == expected)
    }

    @Test("one is singular, all else plural", arguments: [(0, "0 replies"), (1, "1 reply"), (2_000, "2,000 replies")])
    func plurals(number: Int, expected: String) {
        #expect(Wording.counted(number, "reply", "replies") == expected)
    }

    @Test(
        "a duration is said in its largest whole unit",
        arguments: [
            (-5, "less than a minute", "1 min"), (59, "less than a minute", "1 min"), (60, "1 minute", "1 min"),
            (2_460, "41 minutes", "41 min"), (3_600, "1 hour", "1 h"), (90_000, "1 day", "1 day"),
            (864_000, "10 days", "10 days"),
        ])
    func durations(seconds: Int, long: String, short: String) {
        #expect(Wording.elapsed(seconds) == long)
        #expect(Wording.elapsedShort(seconds) == short)
    }
}
