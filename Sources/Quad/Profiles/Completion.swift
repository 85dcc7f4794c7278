/// Something that completes a profile, and what it is worth.
///
/// The weights say what helps others to find somebody to study with: matching reads the courses, the week, the habits,
/// the biography and the picture; the rest is what people look at next. They add up to 100.
enum CompletionStep: String, CaseIterable, Sendable {
    case bio, habits, week, courses, picture, details, skills, headline, interests, links

    var weight: Int {
        switch self {
        case .bio: 20
        case .habits, .week: 15
        case .courses, .picture, .details, .skills: 10
        case .headline: 5
        case .interests: 3
        case .links: 2
        }
    }

    /// What only people who study can fill.
    var isForStudents: Bool { self == .courses || self == .habits || self == .week }
}

/// How much of a profile there is: the share of its weighted fields that are filled.
struct Completion: Sendable {
    /// What counts for this profile, with what is filled.
    private let steps: [(step: CompletionStep, isFilled: Bool)]
    private let leftOut: Set<CompletionStep>

    init(_ own: OwnProfile) {
        let studies = own.types.contains(.student)
        steps = CompletionStep.allCases.filter { studies || !$0.isForStudents }.map { ($0, own.has($0)) }
        leftOut = own.leftOut
    }

    /// 0 to 100.
    var percent: Int { points(steps.reduce(0) { $0 + ($1.isFilled ? $1.step.weight : 0) }) }

    /// What is worth most of what is missing and not left out.
    var next: CompletionStep? {
        steps.filter { !$0.isFilled && !leftOut.contains($0.step) }.max { $0.step.weight < $1.step.weight }?.step
    }

    /// What filling a step adds.
    func worth(of step: CompletionStep) -> Int { points(step.weight) }

    /// Of 100, rounded down, so that 100 means everything.
    private func points(_ weight: Int) -> Int { weight * 100 / steps.reduce(0) { $0 + $1.step.weight } }
}

extension OwnProfile {
    func has(_ step: CompletionStep) -> Bool {
        switch step {
        case .picture: picture != nil
        case .headline: !headline.isEmpty
        case .bio: !bioSource.isEmpty
        case .details: facts.detailCount > 0
        case .skills: facts.skillCount > 0
        case .interests: facts.interestCount > 0
        case .links: facts.linkCount > 0
        case .courses: facts.courseCount > 0
        case .week: facts.freeQuarters > 0
        case .habits: facts.hasHabits
        }
    }
}
