import Cryptography
import HTTPServer
import Postgres

enum VerificationHandlers {
    /// Changes nothing: programs that look for harmful mails open every link.
    static func page(_ context: Context) throws -> Response {
        try context.withSignUpLink { token, link in
            let asksPassword = !link.isOf(context.signUpCookie)
            return context.guarded(
                VerifyEmailPage(around: context.around, link, token: token, asksPassword: asksPassword))
        }
    }

    static func confirm(_ context: Context) throws -> Response {
        try context.withSignUpLink { token, link in
            let isAtHome = link.isOf(context.signUpCookie)
            func again(_ mistakes: FormMistakes, _ username: String? = nil) -> Response {
                let page = VerifyEmailPage(
                    around: context.around, link, token: token, asksPassword: !isAtHome, username: username,
                    mistakes: mistakes)
                return context.guarded(page, status: .unprocessableContent)
            }
            var mistakes = FormMistakes()
            // Else an account could be confirmed that has a stranger's password.
            if !isAtHome, try !context.knowsPassword(of: link) {
                mistakes.add(VerificationMistake.otherPassword, to: "password")
            }
            let typed = context.request.form["username"]
            let username = typed.flatMap { typed in
                mistakes.check("username") { () throws(UsernameError) in try Username(typed) }
            }
            guard mistakes.isEmpty else { return again(mistakes, typed) }
            switch try SignUpConfirmation(token, link, as: username).run(in: context) {
            case .opened: return context.redirect(to: ProfilePaths.welcome, flash: .welcome)
            case .usedMeanwhile: return context.guarded(NoticePage.usedLink(context.around), status: .gone)
            case .addressInUse: return context.guarded(NoticePage.addressInUse(context.around), status: .conflict)
            case .usernameTaken(let mistake):
                mistakes.add(mistake, to: "username")
                return again(mistakes, mistake.free?.text ?? "")
            }
        }
    }

    /// Whoever has the mail says that they never signed up.
    static func refuse(_ context: Context) throws -> Response {
        guard let token = context.linkToken else {
            return context.guarded(NoticePage.unknownLink(context.around), status: .notFound)
        }
        _ = try context.database.fetch(.refuseSignUp(token))
        return context.redirect(to: "/", flash: .signUpRefused)
    }

    /// A new link for one that has expired.
    static func again(_ context: Context) throws -> Response {
        guard let token = context.linkToken, let link = try context.database.fetch(.signUpLink(token)) else {
            return context.guarded(NoticePage.unknownLink(context.around), status: .notFound)
        }
        guard link.state != .used else {
            return context.guarded(NoticePage.usedLink(context.around), status: .gone)
        }
        try context.sendAgain(link.signUp, to: EmailAddress(link.email))
        return context.redirect(to: AccountPaths.signUpSent, flash: .confirmationSent)
    }
}

extension Context {
    /// Answers for every link that does nothing (any more).
    fileprivate func withSignUpLink(_ answer: (Token, SignUpLink) throws -> Response) throws -> Response {
        guard let token = linkToken, let link = try database.fetch(.signUpLink(token)) else {
            return guarded(NoticePage.unknownLink(around), status: .notFound)
        }
        switch link.state {
        case .good: return try answer(token, link)
        case .used where viewer != .visitor: return .redirect(to: AccountPaths.home)
        case .used: return guarded(NoticePage.usedLink(around), status: .gone)
        case .expired: return guarded(NoticePage.expiredSignUp(around, token: token.text), status: .gone)
        }
    }

    fileprivate func knowsPassword(of link: SignUpLink) throws -> Bool {
        try application.limits.check(application.limits.signIns(request.client), redis: redis)
        return try PasswordHash(stored: link.password)?.matches(request.form["password"] ?? "") ?? false
    }
}

enum VerificationMistake: FieldError, Hashable {
    case otherPassword

    var message: String { "That isn’t the password you chose when you signed up." }
    var summary: String { "Type the password you chose" }
}
