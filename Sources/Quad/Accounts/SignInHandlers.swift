import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres

enum SignInHandlers {
    static func form(_ context: Context) -> Response {
        let destination = ReturnPath(context.request.query["to"])
        guard context.viewer == .visitor else { return .redirect(to: (destination ?? .home).text) }
        return context.guarded(SignInPage(around: context.around, destination: destination))
    }

    /// All answers to a wrong password are one, and cost the same, whether or not there is an account.
    static func signIn(_ context: Context) throws -> Response {
        let form = SignInForm(context.request.form)
        do {
            let email = try EmailAddress(form.email)
            switch try SigningIn(context, email).check(form.password) {
            case .account(let account, let rehashed):
                return try receive(account, rehashed, form, context)
            case .pending(let signUp):
                return try remind(signUp, context)
            case .wrong:
                return again(form, context, saying: SignInForm.wrong)
            }
        } catch let error as EmailAddressError {
            return again(form, context, saying: error.message)
        } catch let error as TooMany {
            let words = [error.message, error.advice].compactMap(\.self).joined(separator: ". ")
            var response = again(form, context, saying: words, status: .tooManyRequests)
            response.set("Retry-After", String(error.retryAfterSeconds))
            return response
        }
    }

    private static func receive(
        _ account: Account, _ rehashed: String?, _ form: SignInForm, _ context: Context
    ) throws -> Response {
        let reception = account.reception(now: context.now)
        switch reception {
        case .suspended(let until, let reason):
            let words = SignInForm.suspended(until: until.map { context.wording.exact($0).words }, reason)
            return again(form, context, saying: words, status: .forbidden)
        case .closed:
            return again(form, context, saying: SignInForm.wrong)
        case .open, .reopened:
            let owner = AccountOwner(
                id: account.id, state: account.state, password: account.password, rehashed: rehashed,
                reception: reception)
            guard let member = try context.enter(owner) else {
                return again(form, context, saying: SignInForm.wrong)
            }
            return welcome(member, reception, form, context)
        }
    }

    /// What was typed before comes back as a page of the new session.
    private static func welcome(
        _ member: Member, _ reception: Account.Reception, _ form: SignInForm, _ context: Context
    ) -> Response {
        if let kept = form.kept {
            let around = Surroundings(site: context.site, viewer: Surroundings.Face(member))
            return context.guarded(KeptFormPage(afterSigningIn: around, form: kept))
        }
        let flash: FlashCode = reception == .open || reception == .reopened(nil) ? .signedIn : .reactivated
        return context.redirect(to: (form.destination ?? .home).text, flash: flash)
    }

    private static func again(
        _ form: SignInForm, _ context: Context, saying error: String, status: HTTPStatus = .unprocessableContent
    ) -> Response {
        let page = SignInPage(
            around: context.around, destination: form.destination, email: form.email, error: error, keeping: form.kept)
        return context.guarded(page, status: status)
    }

    /// Who knows the password of a sign-up gets its link in this browser as well.
    private static func remind(_ signUp: PendingSignUp, _ context: Context) throws -> Response {
        let cookie = SignUpCookie(secret: context.signUpCookie?.secret ?? Token(), signUp: signUp.id)
        _ = try context.database.fetch(.bindSignUp(signUp.id, to: cookie.secret.storedForm))
        context.keep(cookie)
        return context.guarded(NoticePage.notConfirmed(context.around), status: .forbidden)
    }

    static func signOut(_ context: Context) throws -> Response {
        if let member = context.viewer.member {
            let (device, network) = context.browser
            try context.database.transaction { database in
                try context.endSession()
                _ = try database.fetch(.noteSecurityEvent(.signedOut, of: member.id, device: device, network: network))
            }
        }
        return context.redirect(to: "/", flash: .signedOut)
    }
}
