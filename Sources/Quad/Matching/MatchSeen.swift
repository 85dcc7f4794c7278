/// Who sees the reader: as a match, and by name on the pages of courses, which is a choice of its own, course by course.
struct MatchSeen: Sendable {
    let words: String
    /// Where it is changed; `nil` while the hold on the profile is what comes first.
    let path: String?

    /// - Parameter courses: codes of those where the reader is shown.
    init(_ openness: MatchReader.Openness, in courses: [String]) {
        let readers = Profile.Visibility.narrower(openness.profile, openness.courses)
        let isOpen = [.university, .everyone].contains(readers) && !openness.keepsWeek
        words = Self.words(openness, readers, courses)
        path = openness.isHeld ? nil : courses.isEmpty || isOpen ? CoursePaths.own : ProfilePaths.visibility
    }

    private static func words(
        _ openness: MatchReader.Openness, _ readers: Profile.Visibility, _ courses: [String]
    ) -> String {
        if openness.isHeld { return "Nobody: your profile is on hold." }
        if courses.isEmpty {
            return "Nobody: you aren’t shown in any course. Course mates find you only where you switch it on."
        }
        if readers == .owner { return "Nobody, as long as you keep your profile or your courses to yourself." }
        let list = Week.Words.list(courses)
        // A course's page names to its people whoever chose to be shown there, whom they can't look up otherwise.
        let isNamed = openness.courses != .connections
        let named =
            "Your name is on the page of each course where you switched it on, for "
            + "\(isNamed ? "everyone who takes it" : "those of your connections who take it"): \(list)."
        if openness.keepsWeek { return "As a match nobody, as long as your week is only for you. \(named)" }
        if readers == .connections {
            return isNamed
                ? "As a match only your connections. \(named)"
                : "Only your connections, in courses where you switched it on: \(list)."
        }
        return "Only people in courses where you switched it on: \(list)."
    }
}
