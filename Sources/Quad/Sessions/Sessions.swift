import Cryptography
import FoundationEssentials
import Postgres
import Redis
import Synchronization

/// Finds who is signed in. Redis answers in the usual case; when it has lost a session or is away, Postgres does.
///
/// What either says is only a copy: a change of the account or the end of the session shows when the request asks the
/// database for anything (`require_session`), and `reread` then says what is true.
final class Sessions: Sendable {
    /// Copies kept while Redis is away, so that Postgres is not asked twice for each page.
    private let standIn = Mutex<[String: (copy: SessionCopy, until: ContinuousClock.Instant)]>([:])
    private static let standInLifetime = Duration.seconds(30)
    private static let standInCapacity = 10_000

    /// - Parameters:
    ///   - demands: the limits to ask in the same round trip.
    ///   - mayAsk: called before Postgres is asked for a token that Redis does not know: anyone can invent tokens.
    /// - Returns: the session, `nil` for a token that is none (any more), and what the limits say.
    func find(
        _ token: Token, redis: Client, database: Connection, asking demands: [RateLimiter.Demand],
        of standInLimits: LocalRateLimiter, mayAsk: () throws -> Void
    ) throws -> (copy: SessionCopy?, verdict: RateVerdict) {
        let key = Session.key(of: token)
        do {
            let (text, verdict) = try redis.fetch(
                .get(key, extendingTo: Session.lifetime), RateLimiter.check(demands))
            if let copy = text.flatMap({ String(validating: $0, as: UTF8.self) }).flatMap(SessionCopy.init(text:)) {
                return (copy, verdict)
            }
            try mayAsk()
            return (try reread(token, redis: redis, database: database), verdict)
        } catch is RedisError {
            let verdict = standInLimits.check(demands)
            if let copy = kept(key) { return (copy, verdict) }
            try mayAsk()
            let copy = try database.fetch(.session(token.storedForm))
            if let copy { keep(copy, under: key) }
            return (copy, verdict)
        }
    }

    /// What Postgres says, for a copy that was missing or old; the new one takes its place.
    func reread(_ token: Token, redis: Client, database: Connection) throws -> SessionCopy? {
        let copy = try database.fetch(.session(token.storedForm))
        let key = Session.key(of: token)
        standIn.withLock { $0[key] = nil }
        if let copy { keep(copy, of: token, redis: redis) } else { forget([token.storedForm], redis: redis) }
        return copy
    }

    /// Puts a copy where the next request finds it. Without Redis the next request asks Postgres.
    func keep(_ copy: SessionCopy, of token: Token, redis: Client) {
        do {
            try redis.send(.set(Session.key(of: token), copy.text, expires: Session.lifetime))
        } catch {
            keep(copy, under: Session.key(of: token))
        }
    }

    /// Forgets the copies of sessions that have ended, for tidiness: Postgres refuses them anyway.
    func forget(_ hashes: [[UInt8]], redis: Client) {
        let keys = hashes.map(Session.key(ofHash:))
        guard !keys.isEmpty else { return }
        standIn.withLock { kept in keys.forEach { kept[$0] = nil } }
        do { try redis.send(.delete(keys)) } catch { /* It is away, and what it keeps will be refused. */  }
    }

    private func kept(_ key: String) -> SessionCopy? {
        standIn.withLock { kept in kept[key].flatMap { $0.until > .now ? $0.copy : nil } }
    }

    private func keep(_ copy: SessionCopy, under key: String) {
        let now = ContinuousClock.now
        standIn.withLock { kept in
            if kept.count >= Self.standInCapacity { kept = kept.filter { $0.value.until > now } }
            guard kept.count < Self.standInCapacity else { return }
            kept[key] = (copy, now + Self.standInLifetime)
        }
    }
}
