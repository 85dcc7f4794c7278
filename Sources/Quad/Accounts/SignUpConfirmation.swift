import Cryptography
import Postgres

/// Makes an account of a sign-up whose link was opened.
struct SignUpConfirmation {
    private let token: Token
    private let link: SignUpLink
    private let username: Username?

    /// - Parameter username: in place of the one that was chosen first, where somebody else has that.
    init(_ token: Token, _ link: SignUpLink, as username: Username?) {
        self.token = token
        self.link = link
        self.username = username
    }

    enum Outcome {
        case opened, usedMeanwhile, addressInUse
        case usernameTaken(TakenUsername)
    }

    /// Opens the account, and signs its owner in.
    func run(in context: Context) throws -> Outcome {
        let user = Member.ID()
        do {
            guard try open(user, context) else { return .usedMeanwhile }
        } catch PostgresError.constraint(kind: .unique, name: "users_username", table: _) {
            return .usernameTaken(try taken(context.database))
        } catch PostgresError.constraint(kind: .unique, name: "users_email", table: _) {
            return .addressInUse
        } catch is AddressInUse {
            return .addressInUse
        }
        _ = try context.enter(AccountOwner(id: user, state: .active, hearsOfNewDevice: false))
        context.take(context.application.cookies.signUp)
        return .opened
    }

    /// - Returns: whether this was the first to use the link.
    private func open(_ user: Member.ID, _ context: Context) throws -> Bool {
        let (device, network) = context.browser
        return try context.database.transaction { database in
            guard try database.fetch(.useSignUpToken(token, for: link.signUp)) == 1 else { return false }
            _ = try database.fetch(.holdAddress(link.email))
            guard try database.fetch(.openAccount(user, from: link.signUp, as: username)) == 1 else {
                throw AddressInUse()
            }
            _ = try database.fetch(
                .finishSignUp(link.signUp, of: link.email),
                .noteSecurityEvent(.signedUp, of: user, device: device, network: network))
            return true
        }
    }

    private func taken(_ database: Connection) throws -> TakenUsername {
        let wish = try username ?? Username(link.username)
        let suggestions = Username.suggestions(for: link.name, besides: wish)
        let taken = try database.fetch(
            .takenUsernames(among: suggestions.map(\.text), besides: link.email.lowercased()))
        return TakenUsername(username: wish, free: suggestions.first { !taken.contains($0.text) })
    }

    private struct AddressInUse: Error {}
}
