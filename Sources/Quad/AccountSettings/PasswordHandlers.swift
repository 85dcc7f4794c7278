import Cryptography
import HTTPServer
import Postgres

enum PasswordHandlers {
    static func form(_ context: Context, member: Member) -> Response {
        context.page(page(context, FormMistakes()))
    }

    /// Changes the password; every other device is signed out, and this one goes on in a new session.
    static func change(_ context: Context, member: Member) throws -> Response {
        let account = try context.ownAccount(of: member)
        var mistakes = FormMistakes()
        let confirmed = try context.confirmed(by: member, &mistakes)
        let hints = PersonHints(
            name: member.name, username: member.username, email: account.email,
            universities: [account.universityName, account.universityShortName])
        let typed = context.request.form["new-password"] ?? ""
        let password = mistakes.check("new-password") { () throws(NewPasswordError) in
            try NewPassword(typed, about: hints)
        }
        guard let password, let confirmed, mistakes.isEmpty else {
            return context.page(page(context, mistakes), status: .unprocessableContent)
        }
        let new = try PasswordHash.make(password.text, cost: context.application.passwordCost)
        let (device, network) = context.browser
        let ended = try context.database.transaction { database -> [[UInt8]] in
            guard try database.fetch(.holdAccount(member.id, stillWith: confirmed.password)) != nil else {
                throw ChangedMeanwhile()
            }
            _ = try database.fetch(
                .storeNewPassword(new.stored, of: member.id), .voidOwnerTokens(for: .passwordReset, of: member.id),
                .forgetDevices(of: member.id, except: confirmed.device),
                .noteSecurityEvent(.passwordChanged, of: member.id, device: device, network: network))
            for mailbox in Mailbox.allCases {
                _ = try database.fetch(.enqueue(PasswordChangedMail(member.id, to: mailbox)))
            }
            return try database.fetch(.endSessions(of: member.id, except: member.session))
        }
        context.application.sessions.forget(ended, redis: context.redis)
        _ = try context.beginSession(for: member.id, device: confirmed.device, named: device, network: network)
        return context.redirect(to: AccountPaths.security, flash: .passwordChanged)
    }

    private static func page(_ context: Context, _ mistakes: FormMistakes) -> ChangePage {
        let new = TextField(
            name: "new-password", label: "New password", type: "password", autocomplete: "new-password",
            hint: "At least 12 characters. Four unrelated words are good and easy to remember.",
            error: mistakes["new-password"])
        return ChangePage(
            around: context.around, tab: .security, title: "Change your password",
            lead: "Every other device is signed out, and you hear of it by mail.", mistakes: mistakes,
            fields: [.currentPassword(mistakes), new], rules: NewPassword.rules, path: SettingsPaths.password,
            button: "Change password")
    }
}

/// Another device was faster.
private struct ChangedMeanwhile: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "Your password was changed meanwhile" }
    var advice: String? { "Another device or tab of yours did it a moment ago. That one counts now." }
    var remedy: Choice? { Choice("Security", path: AccountPaths.security) }
}
