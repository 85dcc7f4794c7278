import Cryptography
import FoundationEssentials
import Postgres

// No secret waits in the database: a job says which mail is meant, and makes the link's token when it runs.

/// Asks whoever reads an address whether it is theirs; where it belongs to an account already, tells its owner. What is
/// seen in the settings is the same.
struct AddressLinkMail: Job {
    static let kind = "address_link_mail"

    let user: UUID
    let purpose: AddressPurpose
    let address: String
    /// When it was asked for.
    let moment: Date

    func run(_ context: JobContext) throws {
        let id = Member.ID(rawValue: user)
        let (account, isTaken, holder) = try context.database.fetch(
            .account(id, browser: nil), .isAddressTaken(address, besides: id), .accountHolder(at: address))
        guard let account, account.reception(now: context.now) == .open else { return }
        if isTaken {
            if let holder { try context.send { $0.addressInUse(address, by: holder) } }
            return
        }
        let token = Token()
        // Only the newest link counts, also when this job is done twice.
        _ = try context.database.fetch(
            .voidAddressTokens(for: purpose, of: id),
            .insertAddressToken(token, for: purpose, of: id, address: address, asked: moment))
        try context.send { $0.confirmation(of: address, as: purpose, token: token) }
    }
}

/// Tells the address an account has now that another was asked for.
struct AddressAskedMail: Job {
    static let kind = "address_asked_mail"

    let user: UUID
    let purpose: AddressPurpose
    let address: String
    let moment: Date

    func run(_ context: JobContext) throws {
        guard let holder = try context.database.fetch(.accountHolder(Member.ID(rawValue: user))) else { return }
        try context.send { $0.addressAsked(of: holder, address, as: purpose, on: moment) }
    }
}

enum AddressChange: String, Codable, Sendable {
    case email
    case personalEmailAdded = "personal_email_added"
    case personalEmailRemoved = "personal_email_removed"
}

/// Tells an account's owner that its addresses changed, also at the one that is the account's no more.
struct AddressChangedMail: Job {
    static let kind = "address_changed_mail"

    let user: UUID
    let change: AddressChange
    /// Where it goes.
    let recipient: String
    let moment: Date

    func run(_ context: JobContext) throws {
        guard let holder = try context.database.fetch(.accountHolder(Member.ID(rawValue: user))) else { return }
        try context.send { $0.addressesChanged(of: holder, change, at: recipient, on: moment) }
    }
}

/// Says how a deletion can be undone.
struct DeletionAskedMail: Job {
    static let kind = "deletion_asked_mail"

    let user: UUID
    let mailbox: Mailbox
    let moment: Date

    func run(_ context: JobContext) throws {
        let id = Member.ID(rawValue: user)
        let (account, holder) = try context.database.fetch(.account(id, browser: nil), .accountHolder(id))
        guard account?.state == .deleted, let holder, let address = holder.address(mailbox) else { return }
        try context.send { $0.deletionAsked(of: holder, at: address, on: moment) }
    }
}
