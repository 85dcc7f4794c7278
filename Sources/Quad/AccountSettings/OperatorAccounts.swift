import Cryptography
import FoundationEssentials
package import Postgres

/// What whoever runs the installation does to accounts, from the machine it runs on.
package struct OperatorAccounts {
    private let settings: Settings
    private let database: Connection
    /// What the account's owner reads in its list of events.
    private let device = "The command line"

    package init(settings: Settings, database: Connection) {
        self.settings = settings
        self.database = database
    }

    /// What is typed to make an account.
    package struct Draft {
        package var email = ""
        package var name = ""
        package var username = ""
        package var role = "member"
        /// The university's slug; `nil` is the one whose installation it is.
        package var university: String?
        package var password = ""

        package init() {}
    }

    /// Makes an account that is in use at once.
    package func create(_ draft: Draft) throws {
        let university = try university(draft.university)
        let account = try draft.checked(at: university)
        let hash = try PasswordHash.make(
            account.password.text,
            cost: PasswordHash.Cost(memory: settings.passwordMemoryMiB << 20, passes: settings.passwordPasses)
                ?? .standard)
        let id = Member.ID()
        try database.transaction { database in
            let (_, isAddressTaken, isUsernameTaken) = try database.fetch(
                .holdAddress(account.email.text), .isAddressTaken(account.email.text, besides: id),
                .isUsernameTaken(account.username))
            if isAddressTaken { throw OperatorError("An account has the address \(account.email) already.") }
            if isUsernameTaken { throw OperatorError("@\(account.username) is taken. Choose another username.") }
            _ = try database.fetch(
                .insertAccount(
                    id, account.name, account.email, account.username, role: account.role, password: hash.stored,
                    at: university.id),
                .noteSecurityEvent(.signedUp, of: id, device: device, network: ""))
        }
    }

    /// Gives an account another role. It is signed out everywhere: what a session may do never grows.
    package func promote(_ username: String, to role: String) throws {
        let username = try self.username(username)
        let role = try Self.role(role)
        try database.transaction { database in
            let admins = try database.fetch(.lockedAdmins)
            guard let id = try database.fetch(.accountInUse(username)) else {
                throw OperatorError("No account in use has the username @\(username).")
            }
            if role != .admin, admins == [id] {
                throw OperatorError("@\(username) is the only admin. Make somebody else an admin first.")
            }
            _ = try database.fetch(.setRole(of: id, to: role), .endSessions(of: id, except: nil))
        }
    }

    /// Signs an account out everywhere.
    ///
    /// - Returns: a link, good for an hour and once, where its owner chooses a new password.
    package func reset(_ username: String) throws -> String {
        let username = try self.username(username)
        let token = Token()
        try database.transaction { database in
            guard let id = try database.fetch(.accountToReset(username)) else {
                throw OperatorError("No account has the username @\(username).")
            }
            _ = try database.fetch(
                .voidOwnerTokens(for: .passwordReset, of: id), .insertOwnerToken(token, for: .passwordReset, of: id),
                .endSessions(of: id, except: nil),
                .noteSecurityEvent(.signedOutEverywhere, of: id, device: device, network: ""))
        }
        return "\(settings.origin)\(AccountPaths.resetPassword)?token=\(token.text)"
    }

    private func university(_ slug: String?) throws -> OperatorUniversity {
        let found = try database.fetch(slug.map { .university($0) } ?? .homeUniversity)
        if let found { return found }
        if let slug { throw OperatorError("No university here is called \(slug): give its name in addresses.") }
        throw OperatorError("Quad isn't set up yet: open \(settings.origin)\(AccountPaths.setUp) first.")
    }

    private func username(_ text: String) throws(OperatorError) -> Username {
        do throws(UsernameError) { return try Username(text) } catch {
            throw OperatorError("--username: \(error.message)")
        }
    }

    fileprivate static func role(_ text: String) throws(OperatorError) -> SiteRole {
        guard let role = SiteRole(rawValue: text) else { throw OperatorError("--role is member, moderator or admin.") }
        return role
    }
}

/// Why an account was left as it was, in the operator's words.
package struct OperatorError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

struct OperatorUniversity: Sendable {
    let id: University.ID
    let name: String
    let shortName: String
}

extension OperatorAccounts.Draft {
    struct Checked {
        let name: PersonName
        let email: EmailAddress
        let username: Username
        let role: SiteRole
        let password: NewPassword
    }

    /// - Throws: all that is wrong, a line each.
    func checked(at university: OperatorUniversity) throws -> Checked {
        var mistakes = FormMistakes()
        let email = mistakes.check("--email") { () throws(EmailAddressError) in try EmailAddress(self.email) }
        let name = mistakes.check("--name") { () throws(PersonNameError) in try PersonName(self.name) }
        let username = mistakes.check("--username") { () throws(UsernameError) in try Username(self.username) }
        let hints = PersonHints(
            name: self.name, username: self.username, email: self.email,
            universities: [university.name, university.shortName])
        let password = mistakes.check("the password") { () throws(NewPasswordError) in
            try NewPassword(self.password, about: hints)
        }
        let role = try OperatorAccounts.role(role)
        guard let email, let name, let username, let password, mistakes.isEmpty else {
            throw OperatorError(mistakes.all.map { "\($0.field): \($0.message)" }.joined(separator: "\n"))
        }
        return Checked(name: name, email: email, username: username, role: role, password: password)
    }
}
