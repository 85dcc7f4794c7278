import Cryptography
import HTTPServer
import Postgres

enum SignUpHandlers {
    static func form(_ context: Context) -> Response {
        guard context.viewer == .visitor else { return .redirect(to: AccountPaths.home) }
        // Before the form is sent, so that a double click comes from one browser.
        context.keep(context.signUpCookie ?? SignUpCookie(secret: Token()))
        return context.guarded(SignUpPage(around: context.around, form: SignUpForm()))
    }

    /// Does the same for an address that has an account and one that has none; the mail alone tells them apart.
    static func signUp(_ context: Context) throws -> Response {
        let form = SignUpForm(context.request.form)
        let limits = context.application.limits
        do {
            let checked = try form.checked(context.database, at: context.site.universityName)
            try limits.check(limits.signUps(context.request.client), redis: context.redis)
            try keep(checked, context)
            return .redirect(to: AccountPaths.signUpSent)
        } catch let mistakes as FormMistakes {
            let page = SignUpPage(around: context.around, form: form, mistakes: mistakes)
            return context.guarded(page, status: .unprocessableContent)
        } catch let error as TooMany {
            let page = SignUpPage(around: context.around, form: form, refusal: error)
            var response = context.guarded(page, status: error.status)
            response.set("Retry-After", String(error.retryAfterSeconds))
            return response
        }
    }

    private static func keep(_ form: SignUpForm.Checked, _ context: Context) throws {
        let secret = context.signUpCookie?.secret ?? Token()
        let browser = secret.storedForm
        let password = try PasswordHash.make(form.password.text, cost: context.application.passwordCost).stored
        let mayWrite = context.mayWrite(to: form.email)
        let id = try context.database.transaction { database in
            let earlier = try database.fetch(.earlierSignUp(form, in: browser))
            let id = earlier?.id ?? SignUp.ID()
            let change: Query<Int> =
                earlier == nil
                ? .insertSignUp(id, form, password: password, browser: browser)
                : .changeSignUp(id, form, password: password)
            _ = try database.fetch(change)
            if mayWrite, earlier?.isSameClick != true { _ = try database.fetch(.enqueue(SignUpMail(id))) }
            return id
        }
        context.keep(SignUpCookie(secret: secret, signUp: id))
    }

    static func sent(_ context: Context) throws -> Response {
        let address = try context.signUpCookie.flatMap { cookie in
            try cookie.signUp.flatMap { id in
                try context.database.fetch(.address(of: id, in: cookie.secret.storedForm))
            }
        }
        return context.guarded(NoticePage.signUpSent(context.around, to: address))
    }

    /// Another link, for a browser that has signed up.
    static func again(_ context: Context) throws -> Response {
        guard let cookie = context.signUpCookie, let id = cookie.signUp,
            let address = try context.database.fetch(.address(of: id, in: cookie.secret.storedForm))
        else { return .redirect(to: AccountPaths.signUp) }
        try context.sendAgain(id, to: EmailAddress(address))
        return context.redirect(to: AccountPaths.signUpSent, flash: .confirmationSent)
    }
}

extension Context {
    func sendAgain(_ signUp: SignUp.ID, to address: EmailAddress) throws {
        guard mayWrite(to: address) else { return }
        _ = try database.fetch(.enqueue(SignUpMail(signUp)))
    }

    /// Whether another mail may go to an address, which counts as one. Who asked is told the same either way.
    func mayWrite(to address: EmailAddress, as kind: String = "mails") -> Bool {
        let limits = application.limits
        do {
            try limits.check(limits.mails(to: address.canonical, as: kind), redis: redis)
            return true
        } catch {
            return false
        }
    }
}
