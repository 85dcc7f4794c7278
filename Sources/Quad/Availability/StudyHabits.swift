import Postgres

/// How somebody likes to study.
package struct StudyHabits: Hashable, Sendable {
    package var location: Location
    package var style: Style
    package var pace: Pace

    /// What stands there before somebody has chosen.
    package static let unsaid = StudyHabits(location: .any, style: .mixed, pace: .moderate)

    package init(location: Location, style: Style, pace: Pace) {
        (self.location, self.style, self.pace) = (location, style, pace)
    }

    package enum Location: String, Column, SQLBindable, CaseIterable, Sendable {
        case library, cafe, home, any
        case studyRoom = "study_room"
    }

    package enum Style: String, Column, SQLBindable, CaseIterable, Sendable {
        case collaborative, quiet, mixed
    }

    package enum Pace: String, Column, SQLBindable, CaseIterable, Sendable {
        case slow, moderate, fast
    }
}
