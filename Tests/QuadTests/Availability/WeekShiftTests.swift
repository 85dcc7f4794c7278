import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

/// Zones on all sides of the clock: summer time in both halves of the world, by half an hour, at midnight, on a
/// Friday, none at all, and offsets of quarter hours.
private let zoneNames = [
    "America/Los_Angeles", "America/New_York", "America/St_Johns", "America/Havana", "America/Sao_Paulo",
    "America/Santiago", "America/Asuncion", "America/Phoenix", "America/Nuuk", "Atlantic/Azores", "Europe/London",
    "Europe/Lisbon", "Europe/Berlin", "Europe/Athens", "Europe/Chisinau", "Europe/Istanbul", "Africa/Cairo",
    "Africa/Casablanca", "Africa/Lagos", "Asia/Beirut", "Asia/Jerusalem", "Asia/Tehran", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland",
    "Pacific/Chatham", "Pacific/Apia", "Pacific/Honolulu", "UTC",
]

/// What the answer means, as plainly as can be: walks through real time, a quarter hour a step, and asks both clocks.
private func reference(_ week: Week, from theirs: ZoneOffsets, to viewers: ZoneOffsets, weekOf moment: Int) -> Week {
    func clock(_ zone: ZoneOffsets, _ instant: Int) -> CivilTime {
        CivilTime(secondsSince1970: instant + zone.offset(at: instant))
    }
    func slot(_ time: CivilTime) -> Int { time.dayOfWeek * 96 + time.hour * 4 + time.minute / 15 }
    func day(_ time: CivilTime) -> [Int] { [time.year, time.month, time.day] }

    // The days of the viewer's week, by their dates.
    let today = clock(viewers, moment)
    let midday = moment + viewers.offset(at: moment) - today.hour * 3_600 - today.minute * 60 - today.second + 43_200
    let dates = (0..<7).map { day(CivilTime(secondsSince1970: midday + ($0 - today.dayOfWeek) * 86_400)) }
    var result = Week()
    let start = moment / 900 * 900
    for instant in stride(from: start - 9 * 86_400, to: start + 9 * 86_400, by: 900) {
        let viewer = clock(viewers, instant)
        guard dates.contains(day(viewer)) else { continue }
        if week[slot(clock(theirs, instant))] { result[slot(viewer)] = true }
    }
    return result
}

@Suite("Another zone’s week in the viewer’s")
struct WeekShiftTests {
    private func random(_ generator: inout some RandomNumberGenerator) -> Week {
        var week = Week()
        for slot in 0..<Week.slotCount { week[slot] = Bool.random(using: &generator) }
        return week
    }

    @Test("every week of a year, and both clock changes of every zone, agree with a walk through real time")
    func wholeYear() throws {
        var generator = SystemRandomNumberGenerator()
        let zones = try zoneNames.map { try ZoneOffsets(named: $0) }
        let newYear = 1_767_225_600  // 1 January 2026
        var edges = 0
        for (index, zone) in zones.enumerated() {
            let other = zones[(index * 7 + 5) % zones.count]
            let changes = (0..<365).map { newYear + $0 * 86_400 }
                .filter { zone.offset(at: $0) != zone.offset(at: $0 + 86_400) }
            edges += changes.count
            for moment in (0..<53).map({ newYear + $0 * 7 * 86_400 }) + changes {
                let week = random(&generator)
                for (theirs, viewers) in [(other, zone), (zone, other)] {
                    let shift = WeekShift(
                        from: theirs, to: viewers, weekOf: Date(timeIntervalSince1970: Double(moment)))
                    #expect(
                        shift.applied(to: week) == reference(week, from: theirs, to: viewers, weekOf: moment),
                        "\(zoneNames[index]) at \(moment)")
                }
            }
        }
        #expect(edges >= 40)
    }

    @Test("both clock changes of thirty zones against each other zone agree too")
    func edges() throws {
        var generator = SystemRandomNumberGenerator()
        let zones = try zoneNames.map { try ZoneOffsets(named: $0) }
        let newYear = 1_767_225_600
        for viewers in zones {
            for day in 0..<365
            where viewers.offset(at: newYear + day * 86_400) != viewers.offset(at: newYear + (day + 1) * 86_400) {
                let moment = newYear + day * 86_400
                let week = random(&generator)
                for theirs in zones.shuffled(using: &generator).prefix(6) {
                    let shift = WeekShift(
                        from: theirs, to: viewers, weekOf: Date(timeIntervalSince1970: Double(moment)))
                    #expect(shift.applied(to: week) == reference(week, from: theirs, to: viewers, weekOf: moment))
                }
            }
        }
    }

    @Test("a skipped hour is free for nobody and a repeated one counts once")
    func changes() throws {
        let berlin = try ZoneOffsets(named: "Europe/Berlin")
        let all = Week([0..<Week.slotCount])
        // Sunday 29 March 2026, 2:00 to 3:00 does not exist; Sunday 25 October 2026, it is there twice.
        let spring = WeekShift(from: berlin, to: berlin, weekOf: Date(timeIntervalSince1970: 1_774_785_600))
        #expect(spring.applied(to: all).spans == [0..<8, 12..<672])
        let autumn = WeekShift(from: berlin, to: berlin, weekOf: Date(timeIntervalSince1970: 1_792_929_600))
        #expect(autumn.applied(to: all) == all && autumn.isNone)
        // In New York, whose clocks change a week later, both hours of Berlin's 2:00 are hours of their own.
        let york = try ZoneOffsets(named: "America/New_York")
        let seen = WeekShift(from: berlin, to: york, weekOf: Date(timeIntervalSince1970: 1_792_670_400))
        #expect(seen.pieces.count == 2)
    }

    @Test("one clock needs no shift, and hours move around the end of the week")
    func simple() throws {
        let summer = Date(timeIntervalSince1970: 1_783_000_000)
        let (tokyo, utc) = (try ZoneOffsets(named: "Asia/Tokyo"), ZoneOffsets.utc)
        #expect(WeekShift(from: tokyo, to: tokyo, weekOf: summer).isNone)
        // Sunday 8:00 in Tokyo is Saturday 23:00 in UTC.
        let shift = WeekShift(from: tokyo, to: utc, weekOf: summer)
        #expect(shift.applied(to: Week([.sunday: [32..<40]])).spans == [0..<4, 668..<672])
    }

    @Test("the database shifts as Swift does")
    func database() throws {
        var generator = SystemRandomNumberGenerator()
        let zones = try zoneNames.map { try ZoneOffsets(named: $0) }
        try withCampus { campus in
            for (index, theirs) in zones.enumerated() {
                for moment in [1_774_785_600, 1_783_000_000, 1_792_929_600] {
                    let week = random(&generator)
                    let shift = WeekShift(
                        from: theirs, to: zones[(index + 11) % zones.count],
                        weekOf: Date(timeIntervalSince1970: Double(moment)))
                    let sql: SQL = """
                        SELECT \(SQL.shifted("t.w", by: shift)),
                            \(SQL.shifted("t.w", zone: "t.zone", by: ["here": .none, "there": shift]))
                        FROM (SELECT \(week)::bit(672) AS w, 'there' AS zone) t
                        """
                    let found = try campus.database.fetch(
                        Query<(Week, Week)?>.first(sql, as: { (a: Week, b: Week) in (a, b) }))
                    let (alone, among) = try #require(found)
                    #expect(alone == shift.applied(to: week))
                    #expect(among == alone)
                }
            }
        }
    }
}
