import Cryptography
import HTTPServer
import Postgres

enum PasswordResetHandlers {
    static func form(_ context: Context) -> Response {
        context.guarded(ForgotPasswordPage(around: context.around))
    }

    /// Does the same whether or not there is an account: the job looks.
    static func ask(_ context: Context) throws -> Response {
        let typed = context.request.form["email"] ?? ""
        let limits = context.application.limits
        try limits.check(limits.signIns(context.request.client), redis: context.redis)
        do {
            let email = try EmailAddress(typed)
            if context.mayWrite(to: email, as: "reset_mails") {
                _ = try context.database.fetch(.enqueue(PasswordResetMail(email: email.canonical)))
            }
            return .redirect(to: AccountPaths.forgotPasswordSent)
        } catch let error as EmailAddressError {
            let page = ForgotPasswordPage(around: context.around, email: typed, error: error.message)
            return context.guarded(page, status: .unprocessableContent)
        }
    }

    static func sent(_ context: Context) -> Response {
        context.guarded(NoticePage.resetSent(context.around))
    }

    static func choice(_ context: Context) throws -> Response {
        try context.withResetLink { token, _ in
            context.guarded(ResetPasswordPage(around: context.around, token: token))
        }
    }

    static func reset(_ context: Context) throws -> Response {
        try context.withResetLink { token, link in
            let hints = PersonHints(
                name: link.name, username: link.username, email: link.email, universities: [link.university])
            do {
                let password = try NewPassword(context.request.form["password"] ?? "", about: hints)
                return try reset(token, link, password, context)
            } catch let error as NewPasswordError {
                let page = ResetPasswordPage(around: context.around, token: token, error: error.message)
                return context.guarded(page, status: .unprocessableContent)
            }
        }
    }

    private static func reset(
        _ token: Token, _ link: OwnerLink, _ password: NewPassword, _ context: Context
    ) throws -> Response {
        let hash = try PasswordHash.make(password.text, cost: context.application.passwordCost).stored
        let (device, network) = context.browser
        // The link speaks for its owner, whoever is signed in here.
        context.database.prologue = nil
        let ended = try context.database.transaction { database -> [[UInt8]]? in
            guard try database.fetch(.useOwnerToken(token, for: .passwordReset, of: link.user)) == 1 else {
                return nil
            }
            let (_, ended, _, _, _) = try database.fetch(
                .storeNewPassword(hash, of: link.user), .endSessions(of: link.user, except: nil),
                .forgetDevices(of: link.user),
                .voidOwnerTokens(for: .passwordReset, of: link.user),
                .noteSecurityEvent(.passwordReset, of: link.user, device: device, network: network))
            for mailbox in Mailbox.allCases {
                _ = try database.fetch(.enqueue(PasswordChangedMail(link.user, to: mailbox)))
            }
            return ended
        }
        guard let ended else { return context.guarded(NoticePage.usedReset(context.around), status: .gone) }
        context.application.sessions.forget(ended, redis: context.redis)
        return try enter(link.user, context)
    }

    /// The link showed whose account it is.
    private static func enter(_ user: Member.ID, _ context: Context) throws -> Response {
        let account = try context.database.fetch(
            .account(user, browser: context.browserSecret?.storedForm))
        let reception = account?.reception(now: context.now) ?? .closed
        switch reception {
        case .open, .reopened:
            // A mail about the new password is on its way already.
            let owner = AccountOwner(
                id: user, state: account?.state ?? .active, reception: reception, hearsOfNewDevice: false)
            _ = try context.enter(owner)
            return context.redirect(to: AccountPaths.home, flash: .passwordChanged)
        case .suspended, .closed:
            return context.redirect(to: AccountPaths.signIn, flash: .passwordChanged)
        }
    }
}

extension Context {
    fileprivate func withResetLink(_ answer: (Token, OwnerLink) throws -> Response) throws -> Response {
        guard let token = linkToken, let link = try database.fetch(.ownerLink(token, for: .passwordReset)) else {
            return guarded(NoticePage.unknownLink(around), status: .notFound)
        }
        switch link.state {
        case .good: return try answer(token, link)
        case .used: return guarded(NoticePage.usedReset(around), status: .gone)
        case .expired: return guarded(NoticePage.expiredReset(around), status: .gone)
        }
    }
}
