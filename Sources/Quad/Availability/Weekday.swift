/// A day of a normal week; its number is its place in a `Week`, which starts with Sunday.
package enum Weekday: Int, CaseIterable, Sendable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday

    /// As pictures and lists show them.
    package static let fromMonday: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]

    /// "Tue".
    package var short: String { CivilTime.weekdays[rawValue] }

    /// "Tuesday".
    package var name: String { CivilTime.longWeekdays[rawValue] }

    /// Its quarter hours in a `Week`.
    package var slots: Range<Int> { rawValue * Week.perDay..<(rawValue + 1) * Week.perDay }
}
