import Cryptography
import FoundationEssentials
import Postgres

/// An account as somebody finds it who says that it is theirs.
struct Account: Sendable {
    let id: Member.ID
    /// As it is stored; `nil` lets nobody sign in with a password.
    let password: String?
    let state: AccountState
    let stateReason: String?
    let stateUntil: Date?
    let stateSince: Date
    /// The browser that asks, when the owner has signed in from it before.
    let device: DeviceID?

    var passwordHash: PasswordHash? { password.flatMap(PasswordHash.init(stored:)) }

    /// What happens when its owner comes.
    enum Reception: Equatable, Sendable {
        case open
        /// It was put aside by its owner, or its suspension is over: coming back opens it again.
        case reopened(SecurityEvent?)
        case suspended(until: Date?, reason: String?)
        /// Not confirmed, or deleted for good.
        case closed
    }

    func reception(now: Date) -> Reception {
        switch state {
        case .active, .silenced: .open
        case .suspended:
            stateUntil.map { $0 <= now } == true
                ? .reopened(nil) : .suspended(until: stateUntil, reason: stateReason)
        case .deactivated: .reopened(.reactivated)
        case .deleted:
            now.timeIntervalSince(stateSince) < Self.deletionDelay ? .reopened(.deletionUndone) : .closed
        case .unverified: .closed
        }
    }

    /// How long a deletion can be undone, in seconds.
    static let deletionDelay: TimeInterval = 30 * 86_400
}

/// An account that somebody asked for and has not confirmed.
enum SignUp {
    typealias ID = Quad.ID<SignUp>

    /// How long its link is good, and how long it waits in all: who comes late asks for another link.
    static let linkLifetime = Duration.seconds(86_400)
    static let lifetime = Duration.seconds(3 * 86_400)

    /// What takes the place of the password when there is an account: it is kept in one place alone.
    static let spentPassword = "-"
}
