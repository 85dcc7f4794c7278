import HTTPServer
import Postgres

/// The first steps of somebody new. There is no state to it but that somebody had enough of them: what is done is read
/// from what is there.
struct WelcomeSteps: Sendable {
    enum Step: CaseIterable, Sendable {
        case profile, courses, week, matches
    }

    /// In their order, for what somebody is.
    let steps: [Step]
    private let own: OwnProfile

    init(_ own: OwnProfile) {
        self.own = own
        steps = own.types.contains(.student) ? Step.allCases : [.profile]
    }

    func isDone(_ step: Step) -> Bool {
        switch step {
        case .profile: own.has(.headline) && own.has(.bio) && own.has(.picture) && own.has(.details)
        case .courses: own.has(.courses)
        case .week: own.has(.week) && own.has(.habits)
        case .matches: false
        }
    }

    /// What comes next; the last step is where the others lead.
    var next: Step? { steps.first { !isDone($0) } }

    /// Whether all is said that somebody is asked for.
    var isFinished: Bool { steps.allSatisfy { $0 == .matches || isDone($0) } }

    var doneCount: Int { steps.filter { $0 != .matches && isDone($0) }.count }
    var askedCount: Int { steps.filter { $0 != .matches }.count }
}

enum WelcomeHandlers {
    static func welcome(_ context: Context, member: Member) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        return context.page(WelcomePage(own, member, around: context.around))
    }

    static func dismiss(_ context: Context, member: Member) throws -> Response {
        let (own, _) = try context.database.fetch(.ownProfile(member.id), .dismissWelcome(of: member.id))
        let flash: FlashCode =
            !WelcomeSteps(own).isFinished
            ? .welcomeDismissed : own.types.contains(.student) ? .welcomeFinishedForStudy : .welcomeFinished
        return context.redirect(to: HomePaths.home, flash: flash)
    }
}

extension WelcomeBox {
    /// The box on the home page of somebody who has not ended the first steps; `nil` where none of them is left. The
    /// first matches are left until they end them.
    init?(_ own: OwnProfile) {
        let steps = WelcomeSteps(own)
        guard let next = steps.next else { return nil }
        self.init(steps, next)
    }
}
