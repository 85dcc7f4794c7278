/// How often a password was guessed at one account lately, and until when nobody may guess again.
///
/// A number of tries in five minutes is free. From then on each try is followed by a wait twice as long as the one
/// before it, from 30 seconds to 15 minutes, until an hour passes without one. Times are in milliseconds.
struct SignInTries: Equatable {
    /// How many waits there were in a row.
    var level = 0
    /// When the last of them ends.
    var waitEnd = 0
    /// The tries of the last five minutes.
    var times: [Int] = []

    static let window = 300_000
    static let firstWait = 30_000
    static let longestWait = 900_000
    /// How long waits are remembered after the last one.
    static let memory = 3_600_000

    enum Outcome: Equatable {
        /// - Parameter isLast: whether it made the next one wait.
        case counted(isLast: Bool)
        case refused(wait: Int)
    }

    /// Counts a try, before anybody knows whether the password is right: so guesses made at once count, too.
    ///
    /// Step for step what `SignInGuard.count` does in Redis.
    mutating func count(at now: Int, limit: Int) -> Outcome {
        forget(at: now)
        // One further away than any wait is from a clock that was set back since.
        if waitEnd > now, waitEnd <= now + Self.longestWait { return .refused(wait: waitEnd - now) }
        times.append(now)
        guard level > 0 || times.count >= limit else { return .counted(isLast: false) }
        level = min(level + 1, 20)
        waitEnd = now + min(Self.firstWait << (level - 1), Self.longestWait)
        return .counted(isLast: true)
    }

    /// As if a try had not been, because the password was right.
    mutating func takeBack(_ time: Int, isLast: Bool) {
        if let index = times.firstIndex(of: time) { times.remove(at: index) }
        guard isLast, level > 0 else { return }
        level -= 1
        waitEnd = time
    }

    private mutating func forget(at now: Int) {
        if waitEnd < now - Self.memory { level = 0 }
        times.removeAll { $0 <= now - Self.window || $0 > now }
    }
}
