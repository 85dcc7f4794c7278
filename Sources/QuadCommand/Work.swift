import FoundationEssentials
import Postgres
import Quad

extension Subcommand {
    static let work = Subcommand(
        name: "work", summary: "Do the work that waits in the background: mails, clean-up.",
        options: [],
        details: """
            quad serve does it too, unless JOB_THREADS is 0; any number of both work side by side. SIGTERM stops it \
            once the jobs under way are done.
            """
    ) { _ in
        let signals = StopSignals()
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let database = Connection(settings.database)
        try requireKnownSchema(database, settings)
        database.close()
        let log = try AccessLog(settings.accessLog)
        let runner = JobRunner(settings: settings, log: log)
        runner.start()
        say("Quad works for \(settings.origin)")

        signals.wait()
        signals.endAtOnceOnTheNext()
        runner.stop()
        log.flush()
    }
}
