import Cryptography
import HTTPServer
import Postgres

enum AccountSettingsHandlers {
    static func account(_ context: Context, member: Member) throws -> Response {
        let account = try context.ownAccount(of: member)
        return context.page(AccountPage(around: context.around, member: member, account: account))
    }
}

extension Context {
    func ownAccount(of member: Member) throws -> OwnAccount {
        guard let account = try database.fetch(.ownAccount(member.id)) else { throw NotSignedIn() }
        return account
    }

    /// Checks the password that confirms a change: guesses are counted as at signing in.
    ///
    /// - Returns: the account when the password is right; else what is wrong is added to `mistakes`.
    /// - Throws: `TooMany`, before anything is compared.
    func confirmed(by member: Member, _ mistakes: inout FormMistakes) throws -> Account? {
        let typed = request.form["current-password"] ?? ""
        guard !typed.isEmpty else {
            mistakes.add(CurrentPasswordError.empty, to: "current-password")
            return nil
        }
        let (account, own) = try database.fetch(
            .account(member.id, browser: browserSecret?.storedForm), .ownAccount(member.id))
        guard let account, let own else { throw NotSignedIn() }
        let email = try EmailAddress(own.email)
        try application.limits.check(application.limits.signIns(request.client), redis: redis)
        let counted = try application.signInGuard.begin(email, device: account.device, redis: redis)
        if try account.passwordHash?.matches(typed) == true {
            application.signInGuard.takeBack(counted, redis: redis)
            return account
        }
        mistakes.add(CurrentPasswordError.wrong, to: "current-password")
        let (device, network) = browser
        _ = try database.fetch(
            .noteFailedSignIn(
                UUIDv7.generate(), of: email.canonical, device: device, network: network, at: now))
        return nil
    }
}
