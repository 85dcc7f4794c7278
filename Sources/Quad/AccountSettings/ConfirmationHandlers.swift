import Cryptography
import HTTPServer
import Postgres

/// Opening the link that a new address was sent.
enum ConfirmationHandlers {
    /// Asks first: programs that look into mails open links, too.
    static func question(_ context: Context) throws -> Response {
        guard let token = context.linkToken else { return unknownLink(context) }
        guard let pending = try context.database.fetch(.pendingAddress(token)) else { throw LinkOutlived() }
        let page = QuestionPage(
            frame: Frame(around: context.around, title: "Is \(pending.address) yours?", indexable: false),
            points: [
                pending.isPersonal
                    ? "From then on you can sign in with it, too." : "From then on it’s the address you sign in with."
            ], hidden: [KeptForm.Field(name: "token", value: token.text)], path: AccountPaths.confirmAddress,
            button: "Yes, it’s mine", isDangerous: false, safeAnswer: Choice("No", path: "/"))
        return context.guarded(page)
    }

    static func confirm(_ context: Context) throws -> Response {
        guard let token = context.linkToken else { return unknownLink(context) }
        // The link speaks for the mailbox, whoever is signed in here.
        context.database.prologue = nil
        let confirmed = try context.database.transaction { database in
            try confirm(token, context, database)
        }
        let path = context.viewer.id == confirmed.user ? AccountPaths.account : AccountPaths.signIn
        return context.redirect(to: path, flash: confirmed.isPersonal ? .personalEmailAdded : .emailChanged)
    }

    private static func unknownLink(_ context: Context) -> Response {
        context.guarded(NoticePage.unknownLink(context.around), status: .notFound)
    }

    private static func confirm(_ token: Token, _ context: Context, _ database: Connection) throws -> PendingAddress {
        guard let pending = try database.fetch(.useAddressToken(token)) else { throw LinkOutlived() }
        let address = try EmailAddress(pending.address)
        let (_, isTaken) = try database.fetch(
            .holdAddress(address.text), .isAddressTaken(address.text, besides: pending.user))
        guard !isTaken else { throw AddressTaken() }
        let old =
            pending.isPersonal
            ? try database.fetch(.setPersonalEmail(of: pending.user, to: address.text))
            : try database.fetch(.changeEmail(of: pending.user, to: address.text, at: address.domain))
        // The address is not at the university any more.
        guard let old else { throw LinkOutlived() }
        let (device, network) = context.browser
        _ = try database.fetch(
            .voidOwnerTokens(for: .passwordReset, of: pending.user),
            .noteSecurityEvent(
                pending.isPersonal ? .personalEmailAdded : .emailChanged, of: pending.user, device: device,
                network: network),
            .enqueue(
                AddressChangedMail(
                    user: pending.user.rawValue, change: pending.isPersonal ? .personalEmailAdded : .email,
                    recipient: old, moment: context.now)))
        return pending
    }
}

/// A link that was opened already, or is too old.
struct LinkOutlived: ResponseError {
    var status: HTTPStatus { .gone }
    var message: String? { "This link doesn’t work any more" }
    var advice: String? {
        "Links work once, for 24 hours, and only the newest counts. You can have another sent from your account’s "
            + "settings."
    }
    var remedy: Choice? { Choice("Your account", path: AccountPaths.account) }
}

/// Only its owner learns of it: they have opened the mail.
struct AddressTaken: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "That address belongs to another account" }
    var advice: String? { "Remove it there first, or sign in there with it. Nothing was changed." }
    var remedy: Choice? { Choice("Your account", path: AccountPaths.account) }
}
