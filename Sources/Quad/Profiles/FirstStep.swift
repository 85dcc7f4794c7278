import HTTPServer

/// A page that the first set-up leads over. The address of one that was reached from there names it, `?step=week`, and
/// so do the forms and links of that page: what is not named is not remembered, and leads nowhere.
enum FirstStep: String, CaseIterable, Sendable {
    case profile, courses, week, habits, matches

    /// Its place among the steps; habits are the week's second half.
    var number: Int {
        switch self {
        case .profile: 1
        case .courses: 2
        case .week, .habits: 3
        case .matches: 4
        }
    }

    /// Where the step is taken.
    var path: String {
        switch self {
        case .profile: ProfilePaths.welcome
        case .courses: kept(in: CoursePaths.own)
        case .week: kept(in: AvailabilityPaths.week)
        case .habits: kept(in: AvailabilityPaths.habits)
        case .matches: ProfilePaths.firstMatches
        }
    }

    var next: FirstStep {
        switch self {
        case .profile: .courses
        case .courses: .week
        case .week: .habits
        case .habits, .matches: .matches
        }
    }

    /// The address of a page or form that is part of the step.
    func kept(in path: String) -> String { path + (path.contains("?") ? "&" : "?") + "step=\(rawValue)" }

    fileprivate var words: String {
        switch self {
        case .profile: "who you are"
        case .courses: "your courses"
        case .week: "your week"
        case .habits: "how you study"
        case .matches: "your first matches"
        }
    }
}

/// The one line about the set-up on a page that is a step of it; shown by Templates/profiles/_step-line.html.
struct StepLine: Sendable {
    /// "Step 2 of 4".
    let words: String
    let onward: Choice
    /// Whether there is what the step asks for, so that going on is what comes next.
    let isDone: Bool

    /// - Parameter isDone: whether there is something already on a page that is not left by saving it.
    init(_ step: FirstStep, isDone: Bool = false) {
        words = "Step \(step.number) of \(FirstStep.matches.number)"
        onward = Choice(isDone ? "Go on to \(step.next.words)" : "Skip for now", path: step.next.path)
        self.isDone = isDone
    }

    /// For those whose set-up is their profile alone.
    init(alone: FirstStep) {
        (words, isDone) = ("Your first steps", false)
        onward = Choice("Skip for now", path: alone.path)
    }
}

extension Context {
    /// The step of the set-up that this page was reached as.
    var firstStep: FirstStep? { (request.query["step"] ?? request.form["step"]).flatMap(FirstStep.init(rawValue:)) }

    /// An address that goes on being part of the step, where this page is part of one.
    func inStep(_ path: String) -> String { firstStep?.kept(in: path) ?? path }
}
