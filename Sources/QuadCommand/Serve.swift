import FoundationEssentials
import HTTPServer
import Postgres
import Quad
import Redis

#if canImport(Glibc)
    import Glibc
#endif

extension Subcommand {
    static let serve = Subcommand(
        name: "serve", summary: "Serve the site.",
        options: [],
        details: "Listens on ADDRESS and PORT, or on the socket that systemd hands over. SIGTERM stops it gracefully."
    ) { _ in
        let signals = StopSignals()
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let database = Connection(settings.database)
        try requireKnownSchema(database, settings)
        let log = try AccessLog(settings.accessLog)
        let application = try Application(settings: settings, database: database, log: log)
        let code = try SetUpCode.renew(on: database)
        database.close()
        let news = PageNews.listen(settings.redis, for: application)
        let server = try Server(application, configuration: configuration(settings))
        application.watch { server.statistics }
        let jobs = application.makeJobRunner()
        jobs.start()
        if let file = settings.portFile {
            try "\(server.port)\n".write(toFile: file, atomically: true, encoding: .utf8)
        }
        say("Quad serves \(settings.origin), listening on \(listening(settings, server.port))")
        if let code { say("Open \(settings.origin)/set-up and type this code: \(code)") }

        signals.wait()
        signals.endAtOnceOnTheNext()
        jobs.beginStopping()
        server.stop()
        jobs.stop()
        news.stop()
        log.flush()
    }

    /// Says which port the system chose, when that was left to it.
    private static func listening(_ settings: Settings, _ port: Int) -> String {
        if inheritedSocket != nil { return "the socket it was given" + (port == 0 ? "" : ", port \(port)") }
        return port == 0 ? settings.address : "\(settings.address) port \(port)"
    }

    private static var inheritedSocket: CInt? {
        ServerConfiguration.supervisedSocket(ProcessInfo.processInfo.environment, process: getpid())
    }

    private static func configuration(_ settings: Settings) -> ServerConfiguration {
        var configuration = ServerConfiguration(
            port: settings.port, address: settings.address,
            inheritedSocket: inheritedSocket, workers: settings.workers, queueLimit: settings.queueLimit)
        configuration.trustedProxies = settings.trustedProxies
        configuration.generousNetworks = settings.campusNetworks
        configuration.hosts = settings.hosts
        return configuration
    }
}

/// - Throws: what to run, when the database's schema is not the one this program knows.
func requireKnownSchema(_ database: Connection, _ settings: Settings) throws {
    switch try Migrations(directory: settings.migrationsDirectory).check(on: database) {
    case .upToDate: return
    case .behind(let names):
        throw Refused(
            "The database lacks \(names.count) migrations (\(names.joined(separator: ", "))). Run: quad migrate")
    case .unknownApplied(let names):
        throw Refused(
            "The database was migrated by a newer Quad (\(names.joined(separator: ", "))). Run that version of Quad, or a newer one."
        )
    case .changed(let name):
        throw Refused(
            "The migration \(name) was changed after it was applied. Put back the file as it was, and add what is new as a migration of its own."
        )
    }
}

/// A reason not to go on, in the operator's words.
struct Refused: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// SIGTERM and SIGINT, waited for by the main thread alone.
struct StopSignals {
    private var set = sigset_t()

    /// Blocks them for this thread and every one started after.
    init() {
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    func wait() {
        var (set, signal) = (self.set, CInt(0))
        sigwait(&set, &signal)
    }

    /// A second signal means now.
    func endAtOnceOnTheNext() {
        var set = self.set
        Glibc.signal(SIGTERM, SIG_DFL)
        Glibc.signal(SIGINT, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
