/// A habit as forms and profiles say it.
protocol WordedHabit: RawRepresentable<String>, Equatable, Sendable {
    /// As a choice of a form.
    var label: String { get }
    /// What the choice means.
    var note: String? { get }
}

extension StudyHabits.Location: WordedHabit {
    /// In the form's order: what is all the same comes last.
    static let asked: [Self] = [.library, .studyRoom, .cafe, .home, .any]

    var label: String {
        switch self {
        case .library: "In the library"
        case .studyRoom: "In a study room"
        case .cafe: "In a café"
        case .home: "At home, or by video"
        case .any: "Anywhere"
        }
    }

    var note: String? { nil }
}

extension StudyHabits.Style: WordedHabit {
    var label: String {
        switch self {
        case .collaborative: "Talking it through"
        case .quiet: "Quietly, side by side"
        case .mixed: "Some of both"
        }
    }

    var note: String? {
        switch self {
        case .collaborative: "Explaining to each other, at a whiteboard if there’s one."
        case .quiet: "Each with their own work, and a question now and then."
        case .mixed: nil
        }
    }
}

extension StudyHabits.Pace: WordedHabit {
    static let asked: [Self] = [.slow, .moderate, .fast]

    var label: String {
        switch self {
        case .slow: "Slowly and thoroughly"
        case .moderate: "Steadily"
        case .fast: "Fast"
        }
    }

    var note: String? {
        switch self {
        case .slow: "Every step, as often as it takes."
        case .moderate: "With the course, week by week."
        case .fast: "Ahead of the course where it goes well."
        }
    }
}

extension StudyHabits {
    /// For a profile: "Talking it through, steadily, in the library".
    var inWords: String {
        ([style.label] + [pace.label, location.label].map { $0.prefix(1).lowercased() + $0.dropFirst() })
            .joined(separator: ", ")
    }
}
