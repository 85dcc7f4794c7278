import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres

/// Compares a password with what is kept for an address.
///
/// The steps are the same, and cost the same, for an address that has an account and one that has none: one look-up,
/// the limits, one comparison, one answer. Where somebody asked for an account with the address lately there is a second
/// comparison, again whether or not it has one: else who signs up with another's address could tell by signing in.
struct SigningIn {
    private let context: Context
    private let email: EmailAddress

    init(_ context: Context, _ email: EmailAddress) {
        self.context = context
        self.email = email
    }

    enum Outcome {
        /// - Parameter rehashed: the password hashed anew, where its hash is of another cost than now.
        case account(Account, rehashed: String?)
        case pending(PendingSignUp)
        case wrong
    }

    /// - Throws: `TooMany`, before anything is compared.
    func check(_ password: String) throws -> Outcome {
        let application = context.application
        let (account, signUp) = try context.database.fetch(
            .account(of: email, browser: context.browserSecret?.storedForm),
            .pendingSignUp(of: email, browser: context.signUpCookie?.secret.storedForm))
        try application.limits.check(application.limits.signIns(context.request.client), redis: context.redis)
        let counted = try application.signInGuard.begin(email, device: account?.device, redis: context.redis)

        let cost = application.passwordCost
        let hash = account?.passwordHash ?? .absent(cost: cost)
        let isOwner = try hash.matches(password)
        // A hash of an earlier cost is compared faster: the rest of the time is spent all the same.
        if let account, account.passwordHash?.needsRehash(at: cost) == true {
            _ = try PasswordHash.absent(cost: cost).matches(password)
        }
        let isPending = try signUp.flatMap { PasswordHash(stored: $0.password) }?.matches(password) ?? false

        if let account, isOwner {
            application.signInGuard.takeBack(counted, redis: context.redis)
            let rehashed = hash.needsRehash(at: cost) ? try PasswordHash.make(password, cost: cost).stored : nil
            return .account(account, rehashed: rehashed)
        }
        if let signUp, isPending {
            application.signInGuard.takeBack(counted, redis: context.redis)
            return .pending(signUp)
        }
        try noteFailure()
        return .wrong
    }

    /// In the background, because only an account has a place for it.
    private func noteFailure() throws {
        let (device, network) = context.browser
        _ = try context.database.fetch(
            .enqueue(
                FailedSignInNote(
                    event: UUIDv7.generate(), email: email.canonical, device: device, network: network,
                    moment: context.now)))
    }
}
