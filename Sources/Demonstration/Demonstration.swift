package import FoundationEssentials
package import Postgres

/// A campus to try Quad with: people, communities and everything they said, the same every time from a seed.
package struct Demonstration: Sendable {
    /// How large a campus: a few hundred, a few thousand or a hundred thousand people.
    package enum Size: String, CaseIterable, Sendable {
        case small, medium, large
    }

    /// How far a step has come, for a progress bar.
    package struct Progress: Sendable {
        package let step: String
        package let done: Int
        package let total: Int
    }

    private let size: Size
    private let seed: UInt64
    private let now: Date
    private let siteOrigin: String

    /// - Parameters:
    ///   - seed: Decides everything; the same seed and `now` give the same rows to the last bit.
    ///   - now: Nothing in the demonstration happens later.
    ///   - siteOrigin: Scheme, host and port of the site, for links in texts.
    package init(size: Size, seed: UInt64 = 1_871, now: Date, siteOrigin: String) {
        self.size = size
        self.seed = seed
        self.now = now
        self.siteOrigin = siteOrigin
    }

    /// Fills a migrated, empty database.
    ///
    /// Small takes about two seconds, large some minutes and 150 MB of memory. The `site` row is written last, so
    /// a database with people and without it was filled in part: `startOver` empties it.
    ///
    /// - Parameters:
    ///   - opening: Opens more connections to the same database, one for each thread that loads. Without it
    ///     everything goes through `connection`.
    ///   - keep: Keeps the bytes of a file and gives their SHA-256. Without it there are no documents and no photos.
    ///   - progress: Called from this thread, some times a second at most.
    /// - Throws: `DemonstrationError.alreadyInhabited` or `.cutShort` when the database is not empty; errors of
    ///   the database.
    package func fill(
        _ connection: Connection, opening: (@Sendable () -> Connection)? = nil,
        keeping keep: ((_ bytes: [UInt8]) throws -> [UInt8])? = nil, progress: (Progress) -> Void
    ) throws {
        try DemonstrationGround.check(connection)
        progress(Progress(step: "Planning", done: 0, total: 1))
        let clock = CampusClock(now: Int64(now.timeIntervalSince1970.rounded(.down)))
        let world = try World(Figures(size), seed: seed, clock: clock)
        progress(Progress(step: "Planning", done: 1, total: 1))
        try connection.script("SET statement_timeout = 0")
        try CampusLoading(world: world, siteOrigin: siteOrigin, keep: keep).load(connection, opening, progress)
        try connection.script("RESET statement_timeout")
    }

    /// Whether a database holds a whole demonstration.
    package static func isComplete(on connection: Connection) throws -> Bool {
        try DemonstrationGround.isComplete(connection)
    }

    /// Empties a database that holds a demonstration, whole or in part.
    ///
    /// - Throws: `DemonstrationError.notADemonstration` when it holds a real campus.
    package static func startOver(_ connection: Connection) throws {
        try DemonstrationGround.clear(connection)
    }
}
