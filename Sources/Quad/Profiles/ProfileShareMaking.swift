import FoundationEssentials

extension ProfileShare {
    /// - Parameters:
    ///   - book: where zones are looked up.
    ///   - now: hours of different zones are compared in the week it lies in.
    /// - Returns: `nil` where there is nothing to say.
    init?(_ common: CommonGround, with profile: Profile, book: ZoneBook, now: Date) {
        let weeks = common.weeks.map { SeenWeeks($0, book: book, now: now) }
        let shared = weeks?.shared ?? Week()
        let alike = common.ownHabits.flatMap { own in profile.habits.flatMap { own.likeness(with: $0) } }
        let facts = [
            ("Courses, where you both show it", common.courses), ("People you both know", common.people),
            ("Communities", common.communities),
        ].filter { !$0.1.isEmpty }.map { Fact(label: $0.0, value: $0.1.joined(separator: ", ")) }
        guard !facts.isEmpty || weeks?.isDrawn == true || alike != nil else { return nil }
        let drawn = weeks.flatMap { $0.isDrawn ? $0 : nil }
        self.init(
            times: shared.daysInWords.flatMap { day, times in times.map { "\(day.short) \($0)" } }, alike: alike,
            week: drawn.map {
                WeekPicture(title: "Your week and \(profile.firstName)’s", you: $0.own, them: $0.other)
            },
            days: drawn?.isWhole == true ? drawn?.other.hoursOfDays ?? [] : [],
            note: drawn.flatMap { $0.isShifted ? ProfileWeek.note(on: profile.firstName, in: $0.otherZone) : nil },
            facts: facts, firstName: profile.firstName)
    }
}

/// Two weeks in the viewer's wall time, as far as the viewer may see them.
private struct SeenWeeks {
    let own: Week
    let other: Week
    let shared: Week
    /// Whether `other` is all of their hours, not only the shared.
    let isWhole: Bool
    let otherZone: String
    let isShifted: Bool

    /// That nothing is shared is said only to who sees the whole week.
    var isDrawn: Bool { isWhole || !shared.isEmpty }

    init(_ weeks: CommonGround.Weeks, book: ZoneBook, now: Date) {
        let shift = book.shift(from: weeks.otherZone, to: weeks.ownZone, weekOf: now)
        let all = shift.applied(to: weeks.other)
        own = weeks.own
        shared = all.intersection(weeks.own)
        other = weeks.isWhole ? all : shared
        (isWhole, otherZone, isShifted) = (weeks.isWhole, weeks.otherZone, !shift.isNone)
    }
}

extension StudyHabits {
    /// What two people like alike: "you both like it quiet"; `nil` where that is nothing in particular.
    fileprivate func likeness(with other: StudyHabits) -> String? {
        var parts: [String] = []
        if style == other.style, style != .mixed { parts.append(style == .quiet ? "quiet" : "talked through") }
        if location == other.location {
            switch location {
            case .library: parts.append("in the library")
            case .cafe: parts.append("in a café")
            case .home: parts.append("at home")
            case .studyRoom: parts.append("in a study room")
            case .any: break
            }
        }
        if pace == other.pace, pace != .moderate { parts.append(pace == .slow ? "slow" : "fast") }
        return parts.isEmpty ? nil : "you both like it \(Week.Words.list(parts))"
    }
}
