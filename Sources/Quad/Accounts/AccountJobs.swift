import Cryptography
import FoundationEssentials
import Postgres

// No secret waits in the database: a job says which mail is meant, and makes the link's token when it runs.

/// Which of an account's addresses a mail goes to.
enum Mailbox: String, Codable, CaseIterable {
    case first, personal
}

/// Answers a sign-up: with a link, or with word that there is an account already. Only the mailbox's owner learns which.
struct SignUpMail: Job {
    static let kind = "sign_up_mail"

    let signUp: UUID

    init(_ signUp: SignUp.ID) {
        self.signUp = signUp.rawValue
    }

    func run(_ context: JobContext) throws {
        let id = SignUp.ID(rawValue: signUp)
        guard let signUp = try context.database.fetch(.waitingSignUp(id)) else { return }
        if let holder = try context.database.fetch(.accountHolder(at: signUp.email)) {
            return try context.send { $0.alreadyMember(holder, at: signUp.email) }
        }
        let token = Token()
        guard try context.database.fetch(.insertSignUpToken(token, for: id)) == 1 else { return }
        try context.send { $0.confirmation(of: signUp, token: token) }
    }
}

/// Sends a link to choose a new password, where the address has an account.
struct PasswordResetMail: Job {
    static let kind = "password_reset_mail"

    /// In lower case.
    let email: String

    func run(_ context: JobContext) throws {
        guard let holder = try context.database.fetch(.accountHolder(at: email)) else { return }
        let token = Token()
        _ = try context.database.fetch(.insertOwnerToken(token, for: .passwordReset, of: holder.id))
        try context.send { $0.passwordReset(of: holder, at: email, token: token) }
    }
}

/// Tells an account's owner that its password was changed.
struct PasswordChangedMail: Job {
    static let kind = "password_changed_mail"

    let user: UUID
    let mailbox: Mailbox
    let moment: Date

    init(_ user: Member.ID, to mailbox: Mailbox, at moment: Date = .now) {
        (self.user, self.mailbox, self.moment) = (user.rawValue, mailbox, moment)
    }

    func run(_ context: JobContext) throws {
        guard let holder = try context.database.fetch(.accountHolder(Member.ID(rawValue: user))),
            let address = holder.address(mailbox)
        else { return }
        try context.send { $0.passwordChanged(of: holder, at: address, on: moment) }
    }
}

/// Tells an account's owner of a sign-in in a browser that was new to it.
struct NewDeviceMail: Job {
    static let kind = "new_device_mail"

    let user: UUID
    let session: UUID
    let mailbox: Mailbox

    init(_ user: Member.ID, in session: Session.ID, to mailbox: Mailbox) {
        (self.user, self.session, self.mailbox) = (user.rawValue, session.rawValue, mailbox)
    }

    func run(_ context: JobContext) throws {
        let id = Member.ID(rawValue: user)
        let (holder, signIn) = try context.database.fetch(
            .accountHolder(id), .signInRecord(Session.ID(rawValue: session), of: id))
        guard let holder, let signIn, let address = holder.address(mailbox) else { return }
        let token = Token()
        _ = try context.database.fetch(.insertOwnerToken(token, for: .notMe, of: id))
        try context.send { $0.newDevice(of: holder, at: address, signIn, token: token) }
    }
}

/// Notes a wrong password for the account of an address, if it has one: not while the guesser waits for an answer,
/// whose time would tell.
struct FailedSignInNote: Job {
    static let kind = "failed_sign_in_note"
    static let mostAttempts = 3

    let event: UUID
    /// In lower case.
    let email: String
    let device: String
    let network: String
    let moment: Date

    func run(_ context: JobContext) throws {
        _ = try context.database.fetch(
            .noteFailedSignIn(event, of: email, device: device, network: network, at: moment))
    }
}
