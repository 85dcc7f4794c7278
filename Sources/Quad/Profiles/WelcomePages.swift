import HTML

/// The first set-up; shown by Templates/profiles/welcome.html.
struct WelcomePage: Page {
    struct Part: Sendable {
        let label: String
        let path: String
        let isDone: Bool
    }

    struct Step: Sendable {
        let id: String
        let title: String
        let words: String
        let isDone: Bool
        /// What it consists of; empty where it is one thing.
        let parts: [Part]
        let action: Choice
        /// Whether it is the one to go on with.
        let isNext: Bool
    }

    let frame: Frame
    let greeting: String
    let steps: [Step]
    let isFinished: Bool
}

/// On the home page, until it is done or dismissed; shown by Templates/profiles/_welcome-box.html.
struct WelcomeBox: Sendable {
    /// "1 of 3".
    let progress: String
    let words: String
    let action: Choice

    init(_ steps: WelcomeSteps, _ next: WelcomeSteps.Step) {
        progress = "\(steps.doneCount) of \(steps.askedCount)"
        let onward = "Then Quad knows whom to show you."
        words =
            switch next {
            case .profile: "Next: who you are. \(onward)"
            case .courses: "Next: your courses. \(onward)"
            case .week: "Next: your week. \(onward)"
            case .matches: "Next: your first matches. Quad knows whom to show you now."
            }
        action =
            next == .matches
            ? Choice("See who fits", path: FirstStep.matches.path) : Choice("Go on", path: ProfilePaths.welcome)
    }
}

extension WelcomePage {
    init(_ own: OwnProfile, _ member: Member, around: Surroundings) {
        let steps = WelcomeSteps(own)
        frame = Frame(around: around, title: "Welcome", indexable: false, current: .home)
        greeting = "Welcome, \(member.firstName)"
        isFinished = steps.isFinished
        self.steps = steps.steps.map { Step($0, isDone: steps.isDone($0), isNext: steps.next == $0, own) }
    }
}

extension WelcomePage.Step {
    fileprivate init(_ step: WelcomeSteps.Step, isDone: Bool, isNext: Bool, _ own: OwnProfile) {
        func part(_ label: String, _ done: CompletionStep, _ step: FirstStep = .profile) -> WelcomePage.Part {
            let path = step == .profile ? step.kept(in: done.path(own)) : step.path
            return WelcomePage.Part(label: label, path: path, isDone: own.has(done))
        }
        (self.isDone, self.isNext) = (isDone, isNext)
        switch step {
        case .profile:
            (id, title) = ("profile", "Who you are")
            words = "A picture or the pattern, a line, two sentences, what you do. You decide who sees each part."
            parts = [
                part("Picture", .picture), part("Headline", .headline), part("About you", .bio),
                part(own.type.heading, .details),
            ]
            action =
                Self.begin(parts) ?? Choice("Edit", path: FirstStep.profile.kept(in: ProfilePaths.profile))
        case .courses:
            (id, title) = ("courses", "Your courses")
            words = "Nobody sees what you take unless you show it, course by course."
            parts = []
            action = Choice(isDone ? "Change them" : "Find your courses", path: FirstStep.courses.path)
        case .week:
            (id, title) = ("week", "Your week")
            words = "When you’re free in a normal week, and how you like to study. Others see only the hours you share."
            parts = [part("Free hours", .week, .week), part("How you study", .habits, .habits)]
            action =
                Self.begin(parts) ?? Choice("Change it", path: FirstStep.week.path)
        case .matches:
            (id, title) = ("matches", "Your first matches")
            words = "Who takes your courses, is free when you are and likes to work as you do."
            parts = []
            action = Choice("See who fits", path: FirstStep.matches.path)
        }
    }

    /// Leads to the first part that is not done; `nil` when all are.
    private static func begin(_ parts: [WelcomePage.Part]) -> Choice? {
        parts.first { !$0.isDone }.map { next in
            Choice(parts.contains(where: \.isDone) ? "Go on" : "Start", path: next.path)
        }
    }
}
