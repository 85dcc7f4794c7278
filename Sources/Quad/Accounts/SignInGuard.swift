import Cryptography
import Redis
import Synchronization

/// Keeps guesses at one account's password few, wherever they come from, without keeping its owner out.
///
/// A browser the owner has signed in from before counts by itself. What counts is the address that was typed, so that
/// one without an account is guarded no differently.
struct SignInGuard: Sendable {
    /// Tries in five minutes; 0 for no limit.
    let limit: Int
    private let standIn = SignInStandIn()

    init(limit: Int) {
        self.limit = limit
    }

    /// A try that was counted.
    struct Try: Sendable {
        fileprivate let key: String
        fileprivate let time: Int
        fileprivate let isLast: Bool
        fileprivate let isLocal: Bool
    }

    /// Counts a try.
    ///
    /// - Parameter device: this browser, when the account's owner has signed in from it before.
    /// - Throws: `TooMany` when there were too many: then it is not counted.
    func begin(_ email: EmailAddress, device: DeviceID?, redis: Client) throws(TooMany) -> Try? {
        guard limit > 0 else { return nil }
        let key = Self.key(email, device)
        let (count, isLocal) = count(key, redis)
        switch count.outcome {
        case .counted(let isLast): return Try(key: key, time: count.time, isLast: isLast, isLocal: isLocal)
        case .refused(let wait): throw TooMany(scope: "sign_in_account", retryAfter: .milliseconds(wait))
        }
    }

    private func count(_ key: String, _ redis: Client) -> (count: SignInCount, isLocal: Bool) {
        do {
            return (try SignInCount(redis.send(.countSignIn(key, limit: limit))), false)
        } catch {
            return (standIn.count(key, limit: max(1, limit / 2)), true)
        }
    }

    /// The password was right: the try was none.
    func takeBack(_ counted: Try?, redis: Client) {
        guard let counted else { return }
        if counted.isLocal { return standIn.takeBack(counted.key, counted.time, isLast: counted.isLast) }
        do {
            _ = try redis.send(.takeBackSignIn(counted.key, time: counted.time, isLast: counted.isLast))
        } catch {
            // Away: one try too many is counted.
        }
    }

    /// Says no address to whoever reads Redis.
    static func key(_ email: EmailAddress, _ device: DeviceID?) -> String {
        let account = "rate_limit:sign_in_account:" + Hexadecimal.encode(Hash.sha256(email.canonical))
        return device.map { account + ":" + $0.text } ?? account
    }
}

/// What became of a try, and when it was.
struct SignInCount: Sendable {
    let outcome: SignInTries.Outcome
    let time: Int
}

/// The same in this process's memory, for as long as Redis is away; with half as many tries, as every process counts
/// by itself.
private final class SignInStandIn: Sendable {
    private let tries = Mutex<[String: SignInTries]>([:])
    /// Beyond it everything is forgotten: a process without Redis that sees that many accounts tried is under attack,
    /// and its memory is worth more.
    private static let capacity = 50_000
    private let start = ContinuousClock.now

    func count(_ key: String, limit: Int) -> SignInCount {
        // An hour on, so that nothing seems to have been before the process began.
        let now = (ContinuousClock.now - start).milliseconds + SignInTries.memory
        return tries.withLock { tries in
            if tries.count >= Self.capacity, tries[key] == nil { tries = [:] }
            return SignInCount(outcome: tries[key, default: SignInTries()].count(at: now, limit: limit), time: now)
        }
    }

    func takeBack(_ key: String, _ time: Int, isLast: Bool) {
        tries.withLock { $0[key]?.takeBack(time, isLast: isLast) }
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
