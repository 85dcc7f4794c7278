import Demonstration
import FoundationEssentials
import Postgres
import Quad

extension Subcommand {
    static let demo = Subcommand(
        name: "demo", summary: "Fill an empty database with a demonstration campus.",
        options: [
            ("--size", "SIZE", "small (600 people), medium, or large (100,000 people, a million posts); small"),
            ("--seed", "NUMBER", "Another campus for another number; the same number gives the same one."),
            ("--once", nil, "Do nothing, without an error, where a demonstration campus is already."),
            ("--start-over", nil, "Empty a demonstration campus first; refused anywhere else."),
        ],
        details: "Never touches a database that holds real people."
    ) { arguments in
        guard let size = Demonstration.Size(rawValue: arguments["--size"] ?? "small") else {
            throw WrongUsage("--size is small, medium or large.")
        }
        guard let seed = UInt64(arguments["--seed"] ?? "1871") else { throw WrongUsage("--seed is a whole number.") }
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        var configuration = settings.database
        configuration.statementTimeout = .seconds(3_600)
        let database = Connection(configuration)
        try requireKnownSchema(database, settings)

        if arguments.has("--start-over") { try Demonstration.startOver(database) }
        if arguments.has("--once"), try Demonstration.isComplete(on: database) { return }
        let demonstration = Demonstration(size: size, seed: seed, now: .now, siteOrigin: settings.origin)
        let began = ContinuousClock.now
        var bar = ProgressBar()
        try demonstration.fill(
            database, opening: { [configuration] in Connection(configuration) }, keeping: settings.attachments.keep
        ) {
            bar.show($0.step, done: $0.done, total: $0.total)
        }
        bar.finish()
        say(
            "A demonstration campus (\(size.rawValue)) is ready after \((ContinuousClock.now - began).components.seconds) s."
        )
    }
}
