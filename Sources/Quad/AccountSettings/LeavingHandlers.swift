import HTTPServer
import Postgres

/// Putting an account aside, or having it deleted.
enum LeavingHandlers {
    static func deactivationQuestion(_ context: Context, member: Member) throws -> Response {
        try context.page(question(.deactivation, context, member, FormMistakes()))
    }

    static func deactivate(_ context: Context, member: Member) throws -> Response {
        try leave(.deactivation, context, member)
    }

    static func deletionQuestion(_ context: Context, member: Member) throws -> Response {
        try context.page(question(.deletion, context, member, FormMistakes()))
    }

    static func delete(_ context: Context, member: Member) throws -> Response {
        try leave(.deletion, context, member)
    }

    private static func leave(_ leaving: Leaving, _ context: Context, _ member: Member) throws -> Response {
        var mistakes = FormMistakes()
        guard try context.confirmed(by: member, &mistakes) != nil else {
            let page = try question(leaving, context, member, mistakes)
            return context.page(page, status: .unprocessableContent)
        }
        try leaving.check(member)
        let (device, network) = context.browser
        let ended = try context.database.transaction { database -> [[UInt8]] in
            guard try database.fetch(.lockedAdmins) != [member.id] else { throw LastAdmin() }
            if leaving == .deletion {
                _ = try database.fetch(.lockMember(member.id), .lockGroups(of: [member.id]))
            }
            _ = try database.fetch(
                .closeAccount(member.id, as: leaving.state), .voidOwnerTokens(for: .passwordReset, of: member.id),
                .noteSecurityEvent(leaving.event, of: member.id, device: device, network: network))
            if leaving == .deletion {
                _ = try database.fetch(.leavePlaces(of: member.id))
                for mailbox in Mailbox.allCases {
                    _ = try database.fetch(
                        .enqueue(DeletionAskedMail(user: member.id.rawValue, mailbox: mailbox, moment: context.now)))
                }
            }
            return try database.fetch(.endSessions(of: member.id, except: nil))
        }
        context.application.sessions.forget(ended, redis: context.redis)
        // Ended as well; this takes its cookie away.
        try context.endSession()
        context.changed(.member(member.username))
        return context.redirect(to: "/", flash: leaving.flash)
    }

    private static func question(
        _ leaving: Leaving, _ context: Context, _ member: Member, _ mistakes: FormMistakes
    ) throws -> QuestionPage {
        try leaving.check(member)
        let isLast = try context.database.fetch(.isLastAdmin(member.id))
        guard !isLast else { throw LastAdmin() }
        return QuestionPage(
            frame: Frame(settings: context.around, title: leaving.question), points: leaving.points,
            note: leaving.note, mistakes: mistakes, password: .currentPassword(mistakes), path: leaving.path,
            button: leaving.answer, safeAnswer: Choice("Keep my account", path: AccountPaths.account))
    }
}

/// The two ways to leave.
private enum Leaving {
    case deactivation, deletion

    var state: AccountState { self == .deactivation ? .deactivated : .deleted }
    var event: SecurityEvent { self == .deactivation ? .deactivated : .deletionAsked }
    var flash: FlashCode { self == .deactivation ? .deactivated : .deletionAsked }
    var path: String { self == .deactivation ? SettingsPaths.deactivation : SettingsPaths.deletion }

    /// - Throws: `StillSilenced`, because who puts an account aside could come back without the silence.
    func check(_ member: Member) throws {
        if self == .deactivation, case .silenced = member.standing { throw StillSilenced() }
    }

    var question: String { self == .deactivation ? "Deactivate your account?" : "Delete your account?" }
    var answer: String { self == .deactivation ? "Deactivate it" : "Delete it in 30 days" }

    var points: [String] {
        switch self {
        case .deactivation:
            [
                "Nobody finds your profile, and you get no mails.", "What you wrote stays, with your name.",
                "You’re signed out everywhere.",
            ]
        case .deletion:
            [
                "Nobody finds your profile from now on, and you’re signed out everywhere.",
                "You leave your study groups. Requests and course suggestions that wait are taken back.",
                "In 30 days your name, addresses and devices are erased for good. Nobody else gets your username.",
                "What you wrote stays, signed “Deleted user”. If some of it should go too, delete that first.",
            ]
        }
    }

    var note: String {
        self == .deactivation
            ? "Sign in whenever you want it back." : "Sign in within 30 days, and your account is back."
    }
}

struct StillSilenced: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "Your account is silenced at the moment" }
    var advice: String? { "You can deactivate it once that’s over. You can read, sign out, or delete it now." }
    var remedy: Choice? { Choice("Your account", path: AccountPaths.account) }
}
