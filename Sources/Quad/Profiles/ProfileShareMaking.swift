extension ProfileShare {
    /// - Returns: `nil` where there is nothing to say.
    init?(_ common: CommonGround, with profile: Profile) {
        let shared = common.weeks?.shared ?? Week()
        let alike = common.ownHabits.flatMap { own in profile.habits.flatMap { own.likeness(with: $0) } }
        let facts = [
            ("Courses, where you both show it", common.courses), ("People you both know", common.people),
            ("Communities", common.communities),
        ].filter { !$0.1.isEmpty }.map { Fact(label: $0.0, value: $0.1.joined(separator: ", ")) }
        guard !facts.isEmpty || !shared.isEmpty || alike != nil else { return nil }
        self.init(
            times: shared.daysInWords.flatMap { day, times in times.map { "\(day.short) \($0)" } }, alike: alike,
            week: shared.isEmpty ? nil : common.weeks.map { WeekPicture($0, of: profile.firstName) }, facts: facts,
            firstName: profile.firstName)
    }
}

extension WeekPicture {
    /// Two weeks side by side, as far as a picture from 8 to 22 o'clock shows them.
    init(_ weeks: CommonGround.Weeks, of name: String) {
        func days(_ week: Week) -> [[Span]] {
            Weekday.fromMonday.map { day in
                week.spans(on: day).map { $0.clamped(to: 32..<88) }.filter { !$0.isEmpty }
            }
        }
        self.init(title: "Your week and \(name)’s", you: days(weeks.own), them: days(weeks.other))
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
