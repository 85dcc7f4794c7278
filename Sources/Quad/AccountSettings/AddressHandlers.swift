import HTTPServer
import Postgres

enum AddressHandlers {
    static func emailForm(_ context: Context, member: Member) throws -> Response {
        context.page(ChangePage(emailOf: try context.ownAccount(of: member), around: context.around))
    }

    static func changeEmail(_ context: Context, member: Member) throws -> Response {
        let (account, domains) = try context.database.fetch(.ownAccount(member.id), .domains(of: member.universityID))
        guard let account else { throw NotSignedIn() }
        return try change(.email, of: member, account, context) { address throws(AddressError) in
            guard domains.contains(address.domain) else {
                throw .elsewhere(university: account.universityShortName, domains: domains)
            }
        }
    }

    static func personalEmailForm(_ context: Context, member: Member) throws -> Response {
        context.page(ChangePage(personalEmailOf: try context.ownAccount(of: member), around: context.around))
    }

    static func addPersonalEmail(_ context: Context, member: Member) throws -> Response {
        let domain = context.typedDomain
        let (account, isAtUniversity) = try context.database.fetch(
            .ownAccount(member.id), .isUniversityDomain(domain))
        guard let account else { throw NotSignedIn() }
        return try change(.personalEmail, of: member, account, context) { _ throws(AddressError) in
            if isAtUniversity { throw .atUniversity }
        }
    }

    /// Sends a link to a new address; whether it is somebody else's already changes nothing that is seen here.
    ///
    /// - Parameter rule: refuses an address that this one may not be.
    private static func change(
        _ purpose: AddressPurpose, of member: Member, _ account: OwnAccount, _ context: Context,
        rule: (EmailAddress) throws(AddressError) -> Void
    ) throws -> Response {
        var mistakes = FormMistakes()
        let address = mistakes.check("email") { () throws(EmailAddressError) in
            try EmailAddress(context.typedAddress)
        }
        if let address {
            _ = mistakes.check("email") { () throws(AddressError) in
                if [account.email, account.personalEmail].contains(where: { $0?.lowercased() == address.canonical }) {
                    throw .already
                }
                try rule(address)
            }
        }
        let confirmed = try context.confirmed(by: member, &mistakes)
        guard let address, confirmed != nil, mistakes.isEmpty else {
            let page = ChangePage(
                purpose, of: account, around: context.around, typed: context.typedAddress, mistakes: mistakes)
            return context.page(page, status: .unprocessableContent)
        }
        let limits = context.application.limits
        try limits.check(limits.mails(to: address.text), redis: context.redis)
        _ = try context.database.fetch(
            .enqueue(
                AddressLinkMail(
                    user: member.id.rawValue, purpose: purpose, address: address.text, moment: context.now)),
            .enqueue(
                AddressAskedMail(
                    user: member.id.rawValue, purpose: purpose, address: address.text, moment: context.now)))
        return context.redirect(to: AccountPaths.account, flash: .confirmationSent)
    }
}

extension AddressHandlers {
    static func removalQuestion(_ context: Context, member: Member) throws -> Response {
        try context.page(removalPage(context, member, FormMistakes()))
    }

    static func removePersonalEmail(_ context: Context, member: Member) throws -> Response {
        let account = try context.ownAccount(of: member)
        var mistakes = FormMistakes()
        guard try context.confirmed(by: member, &mistakes) != nil else {
            return context.page(try removalPage(context, member, mistakes), status: .unprocessableContent)
        }
        guard let address = account.personalEmail else { return context.redirect(to: AccountPaths.account) }
        let (device, network) = context.browser
        try context.database.transaction { database in
            // The second click of two finds nothing to remove, and tells nobody.
            guard try database.fetch(.removePersonalEmail(of: member.id)) == 1 else { return }
            _ = try database.fetch(
                .voidAddressTokens(for: .personalEmail, of: member.id),
                .voidOwnerTokens(for: .passwordReset, of: member.id),
                .noteSecurityEvent(.personalEmailRemoved, of: member.id, device: device, network: network),
                .enqueue(
                    AddressChangedMail(
                        user: member.id.rawValue, change: .personalEmailRemoved, recipient: address, moment: context.now
                    )))
        }
        return context.redirect(to: AccountPaths.account, flash: .personalEmailRemoved)
    }

    private static func removalPage(
        _ context: Context, _ member: Member, _ mistakes: FormMistakes
    ) throws -> QuestionPage {
        guard let address = try context.ownAccount(of: member).personalEmail else { throw NotFound() }
        return QuestionPage(
            frame: Frame(settings: context.around, title: "Remove your personal address?"),
            points: [
                "You can’t sign in with \(address) any more.",
                "When your university address ends, this account ends with it, unless you add another.",
            ], mistakes: mistakes, password: .currentPassword(mistakes), path: SettingsPaths.personalEmailRemoval,
            button: "Remove it", safeAnswer: Choice("Keep it", path: AccountPaths.account))
    }
}

extension Context {
    fileprivate var typedAddress: String { request.form["email"] ?? "" }
}

extension ChangePage {
    init(emailOf account: OwnAccount, around: Surroundings) {
        self.init(.email, of: account, around: around)
    }

    init(personalEmailOf account: OwnAccount, around: Surroundings) {
        self.init(.personalEmail, of: account, around: around)
    }

    /// - Parameter typed: what was typed, when the form is shown again.
    fileprivate init(
        _ purpose: AddressPurpose, of account: OwnAccount, around: Surroundings, typed: String = "",
        mistakes: FormMistakes = FormMistakes()
    ) {
        let isPersonal = purpose == .personalEmail
        let lead =
            isPersonal
            ? "It signs you in too, and stays yours when \(account.email) ends. It counts once you’ve opened the link "
                + "we send there."
            : "Now it’s \(account.email). The new one counts once you’ve opened the link we send there; the old one "
                + "hears of it."
        let address = TextField(
            name: "email", label: isPersonal ? "Personal address" : "New university address", type: "email",
            autocomplete: "email", value: typed, error: mistakes["email"])
        self.init(
            around: around, tab: .account, title: isPersonal ? "Add a personal address" : "Change your address",
            lead: lead, mistakes: mistakes, fields: [address, .currentPassword(mistakes)],
            path: isPersonal ? SettingsPaths.personalEmail : SettingsPaths.email, button: "Send the link")
    }
}

extension Context {
    /// The domain of the address that was typed; empty for what is none.
    fileprivate var typedDomain: String {
        do { return try EmailAddress(typedAddress).domain } catch { return "" }
    }
}
