import Testing

@testable import Quad

@Suite("Reading the calendar")
struct CivilTimeTests {
    @Test(
        "known moments fall on their day",
        arguments: [
            (0, "1970-01-01T00:00:00Z", 4), (-1, "1969-12-31T23:59:59Z", 3), (951_827_696, "2000-02-29T12:34:56Z", 2),
            (4_107_542_399, "2100-02-28T23:59:59Z", 0), (4_107_542_400, "2100-03-01T00:00:00Z", 1),
            (1_792_359_060, "2026-10-18T21:31:00Z", 0), (-2_208_988_800, "1900-01-01T00:00:00Z", 1),
        ])
    func knownMoments(seconds: Int, iso: String, dayOfWeek: Int) {
        let time = CivilTime(secondsSince1970: seconds)
        #expect(time.iso8601 == iso)
        #expect(time.dayOfWeek == dayOfWeek)
    }

    @Test("every day follows the one before, through four centuries")
    func daysFollow() {
        var last = CivilTime(secondsSince1970: -86_400)
        var wrong: [String] = []
        for day in 0..<146_097 {
            let time = CivilTime(secondsSince1970: day * 86_400)
            let isNext =
                time.dayOfWeek == (last.dayOfWeek + 1) % 7
                && (time.day == last.day + 1 && time.month == last.month
                    || time.day == 1 && (time.month == last.month + 1 || time.month == 1 && time.year == last.year + 1))
            if !isNext { wrong.append(time.iso8601) }
            last = time
        }
        #expect(wrong.isEmpty)
        #expect(last.iso8601 == "2369-12-31T00:00:00Z")
    }
}

@Suite("Knowing a zone's offset")
struct ZoneOffsetsTests {
    @Test("summer time begins and ends to the second")
    func summerTime() throws {
        let zone = try ZoneOffsets(named: "America/Los_Angeles")
        #expect(zone.offset(at: 1_793_523_599) == -25_200)  // 1 Nov 2026, 01:59:59 summer time
        #expect(zone.offset(at: 1_793_523_600) == -28_800)
        #expect(zone.offset(at: 1_772_963_999) == -28_800)  // 8 Mar 2026, 01:59:59 winter time
        #expect(zone.offset(at: 1_772_964_000) == -25_200)
    }

    @Test("odd and constant offsets are read as they are")
    func others() throws {
        #expect(try ZoneOffsets(named: "Asia/Kathmandu").offset(at: 1_792_359_060) == 20_700)
        #expect(try ZoneOffsets(named: "Etc/UTC").offset(at: 1_792_359_060) == 0)
    }

    @Test(
        "names that are no zones are refused", arguments: ["", "Mars/Base", "../../etc/passwd", "/etc/passwd", "a\0b"])
    func unknown(name: String) {
        #expect(throws: ZoneOffsets.ReadingError.self) { try ZoneOffsets(named: name) }
    }
}
