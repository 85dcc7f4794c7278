import FoundationEssentials
import Postgres

/// Somebody's whole week, as far as the one who looks may see it.
struct ShownWeek: Sendable {
    /// In the wall time of `zone`; never empty.
    let hours: Week
    let zone: String
    /// Whose clock the reader lives by.
    let readerZone: String

    /// - Returns: `nil` where there is nothing to show.
    init?(_ hours: Week?, zone: String, readerZone: String) {
        guard let hours, !hours.isEmpty else { return nil }
        (self.hours, self.zone, self.readerZone) = (hours, zone, readerZone)
    }
}

extension SQL {
    /// Whether the onlooker sees all of the free hours of `users u`. No visitor ever does, whatever was stored.
    ///
    /// Cards of matches ask the same as `showsWholeWeek`, of people who are open to the reader already and with the
    /// connection they have looked up, and what two share asks it of members alone: what changes here, changes there.
    static func showsWeek(to onlooker: Onlooker) -> SQL {
        onlooker.viewer.member == nil ? "false" : shows(.availability, to: onlooker)
    }

    /// The zone a viewer lives by; a visitor's is that of `universities n`.
    static func zone(of viewer: Viewer) -> SQL {
        guard let member = viewer.member else { return "n.time_zone" }
        return """
            (SELECT coalesce(b.time_zone, a.time_zone)
             FROM universities a LEFT JOIN study_habits b ON b.user_id = \(member.id)
             WHERE a.id = \(member.universityID))
            """
    }
}

/// Somebody's free hours, drawn and as a list; shown by Templates/members/_week.html.
struct ProfileWeek: Sendable {
    let picture: OneWeekPicture
    let days: [HoursOfDay]
    /// Whose clock the hours are in, where two clocks differ.
    let note: String?

    /// - Parameters:
    ///   - title: of the picture: "Priya’s free hours in a normal week".
    ///   - name: the owner's first name.
    ///   - book: where zones are looked up.
    ///   - now: hours of different zones are compared in the week it lies in.
    init(_ week: ShownWeek, title: String, name: String, book: ZoneBook, now: Date) {
        let shift = book.shift(from: week.zone, to: week.readerZone, weekOf: now)
        let hours = shift.applied(to: week.hours)
        picture = OneWeekPicture(title: title, week: hours)
        days = hours.hoursOfDays
        note = shift.isNone ? nil : Self.note(on: name, in: week.zone)
    }

    /// "In your time. Priya’s week is kept in the time of Tokyo."
    static func note(on name: String, in zone: String) -> String {
        "In your time. \(name)’s week is kept in the time of \(TimeZones.Zone(name: zone).city)."
    }
}

/// A day with hours, as a list has it: "Mon", "9–11", "15–18".
struct HoursOfDay: Equatable, Sendable {
    let name: String
    let times: [String]
}

extension Week {
    /// The days with hours, from Monday.
    var hoursOfDays: [HoursOfDay] { daysInWords.map { HoursOfDay(name: $0.day.name, times: $0.times) } }
}

extension ZoneBook {
    /// How weeks of a zone lie in a reader's week.
    func shift(from zone: String, to readerZone: String, weekOf now: Date) -> WeekShift {
        zone == readerZone
            ? .none : WeekShift(from: offsets(of: zone), to: offsets(of: readerZone), weekOf: now)
    }
}
