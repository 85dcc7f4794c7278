import FoundationEssentials
import Postgres
import Quad

extension Subcommand {
    static let migrate = Subcommand(
        name: "migrate", summary: "Bring the database's schema up to date.",
        options: [("--dry-run", nil, "Say what would be applied, and apply nothing.")],
        details: "Migrations run one after another, each whole or not at all; two runs at once wait for each other."
    ) { arguments in
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        var configuration = settings.database
        // An index over a million rows takes longer than a page may.
        configuration.statementTimeout = .seconds(3_600)
        let database = Connection(configuration)
        let migrations = try Migrations(directory: settings.migrationsDirectory)
        if arguments.has("--dry-run") {
            let pending = try migrations.pending(on: database)
            say(pending.isEmpty ? "Nothing to do." : "To apply: \(pending.map(\.description).joined(separator: ", "))")
            return
        }
        try migrations.apply(on: database) { say("Applied \($0).") }
    }
}
