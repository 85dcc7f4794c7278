import Cryptography
import FoundationEssentials
import Postgres

/// Someone who has shown that an account is theirs.
struct AccountOwner: Sendable {
    let id: Member.ID
    /// What the account was in: nobody comes in when that has changed meanwhile.
    let state: AccountState
    /// The stored password that was compared with; `nil` when a link in a mail showed it.
    var password: String?
    /// The same password hashed anew, where its hash is of another cost than now.
    var rehashed: String?
    /// What opens the account again, where it was put aside.
    var reception = Account.Reception.open
    /// Whether to write to the owner when this browser is a new one.
    var hearsOfNewDevice = true
}

extension Context {
    /// Signs an account's owner in, in a session that is new, and knows this browser from now on.
    ///
    /// All of it happens or nothing.
    ///
    /// - Returns: `nil` when the password was changed or the account closed meanwhile.
    func enter(_ owner: AccountOwner) throws -> Member? {
        let secret = browserSecret ?? Token()
        let (device, network) = browser
        let entered = try database.transaction { database -> Member? in
            guard try database.fetch(.holdAccount(owner.id, stillWith: owner.password)) == owner.state else {
                return nil
            }
            if case .reopened(let event) = owner.reception { try reopen(owner.id, in: owner.state, noting: event) }
            if let hash = owner.rehashed { _ = try database.fetch(.storePassword(hash, of: owner.id)) }
            let known = try database.fetch(.device(secret.storedForm, of: owner.id))
            let wasUsed = try database.fetch(.hasBeenUsed(owner.id))
            let id = known ?? DeviceID()
            if known == nil {
                _ = try database.fetch(.insertDevice(id, of: owner.id, secret: secret.storedForm, named: device))
            } else {
                _ = try database.fetch(.noteUse(of: id, by: owner.id, named: device))
            }
            guard let member = try beginSession(for: owner.id, device: id, named: device, network: network) else {
                return nil
            }
            _ = try database.fetch(.noteSecurityEvent(.signedIn, of: owner.id, device: device, network: network))
            if known == nil, wasUsed { try tellOfNewDevice(member, owner) }
            return member
        }
        if entered != nil { keep(browserSecret: secret) }
        return entered
    }

    private func reopen(_ user: Member.ID, in state: AccountState, noting event: SecurityEvent?) throws {
        _ = try database.fetch(.reopenAccount(user, in: state))
        guard let event else { return }
        let (device, network) = browser
        _ = try database.fetch(.noteSecurityEvent(event, of: user, device: device, network: network))
    }

    private func tellOfNewDevice(_ member: Member, _ owner: AccountOwner) throws {
        let (device, network) = browser
        _ = try database.fetch(.noteSecurityEvent(.newDevice, of: member.id, device: device, network: network))
        guard owner.hearsOfNewDevice else { return }
        for mailbox in Mailbox.allCases {
            _ = try database.fetch(.enqueue(NewDeviceMail(member.id, in: member.session, to: mailbox)))
        }
    }
}
