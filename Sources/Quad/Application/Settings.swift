import FoundationEssentials
package import HTTPServer
package import Postgres
package import Redis
package import WebClient

/// What an operator decides, read from the environment once at start-up (README, "Settings").
package struct Settings: Sendable {
    package var database: DatabaseConfiguration
    package var redis: RedisConfiguration
    /// Scheme, host and port under which people reach the site, without a slash at the end.
    package var origin: String
    package var address: String
    package var port: Int
    /// Where to write the port once the site is served, for whoever let the system choose one.
    package var portFile: String?
    package var workers: Int
    package var queueLimit: Int
    /// Jobs done at once in the background by this process; 0 leaves them to others.
    package var jobThreads: Int
    package var trustedProxies: [IPNetwork]
    package var campusNetworks: [IPNetwork]
    /// The hosts a request may name, in lower case without a port.
    package var hosts: Set<String>
    /// Room for visitors' whole pages, in bytes; 0 switches that cache off.
    package var pageCacheBytes: Int
    /// Whether those who train machines may take what is public here.
    package var allowsTraining: Bool
    package var limits: LimitSettings
    package var matching: MatchSettings
    /// What hashing a password costs at least.
    package var passwordMemoryMiB: Int
    package var passwordPasses: Int
    /// `nil` while no mail can be sent.
    package var mail: MailSettings?
    /// Where members' files are kept.
    package var attachments: StorageSettings
    package var accessLog: AccessLog.Destination
    package var publicDirectory: String
    package var migrationsDirectory: String
}

/// Where mail is handed over, and whom it is from.
package struct MailSettings: Sendable {
    package var server: MailServer
    package var sender: MailAddress
}

extension Settings {
    /// Whether people reach the site through TLS.
    var isSecure: Bool { origin.hasPrefix("https:") }
}

/// Everything that is wrong with the settings, so that an operator mends all of it in one go.
package struct SettingsMistakes: Error, CustomStringConvertible {
    package let mistakes: [String]

    package var description: String {
        "Quad can't start, \(mistakes.count == 1 ? "one setting needs" : "\(mistakes.count) settings need") mending:\n"
            + mistakes.map { "  - \($0)" }.joined(separator: "\n")
    }
}

extension Settings {
    /// - Parameter environment: names and values as the process was given them.
    /// - Throws: every mistake at once.
    package init(environment: [String: String]) throws(SettingsMistakes) {
        var reader = SettingsReader(environment: environment)
        let home = environment["QUAD_HOME"] ?? "."
        let origin = reader.origin("BASE_URL", default: "http://localhost:8080")
        var database = DatabaseConfiguration(
            url: reader.required(
                "DATABASE_URL", "a libpq address such as postgresql://quad@/quad?host=/run/postgresql"),
            applicationName: "quad")
        database.preparesStatements = reader.isOn("QUAD_PREPARED_STATEMENTS", default: true)
        database.slowStatement = .milliseconds(reader.number("SLOW_STATEMENT_MS", 1...60_000, default: 100))
        let redis = reader.redis("REDIS_URL")
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let port = reader.number("PORT", 0...65_535, default: 8080)
        let workers = reader.number("WORKERS", 1...1_000, default: 2 * cores)
        let queueLimit = reader.number("QUEUE_LIMIT", 1...100_000, default: 256)
        let jobThreads = reader.number("JOB_THREADS", 0...64, default: 1)
        let proxies = reader.networks("TRUSTED_PROXIES")
        let campus = reader.networks("CAMPUS_NETWORKS")
        let cache = reader.number("PAGE_CACHE_MB", 0...65_536, default: 64)
        let allowsTraining = reader.isOn("AI_TRAINING", default: true)
        let limits = reader.limits()
        let matching = reader.matching()
        let passwordMemory = reader.number("PASSWORD_MEMORY_MB", 19...1_024, default: 19)
        let passwordPasses = reader.number("PASSWORD_PASSES", 2...20, default: 2)
        let hosts = reader.hosts("HOSTS", besides: origin)
        let mail = reader.mail("SMTP_URL", from: "MAIL_FROM", origin: origin)
        let attachments = reader.storage("ATTACHMENTS_URL", directory: "ATTACHMENTS_DIRECTORY", below: home)
        guard reader.mistakes.isEmpty, let redis else { throw SettingsMistakes(mistakes: reader.mistakes) }

        self.database = database
        self.redis = redis
        self.origin = origin
        self.address = environment["ADDRESS"] ?? "127.0.0.1"
        self.port = port
        self.portFile = environment["PORT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        self.workers = workers
        self.queueLimit = queueLimit
        self.jobThreads = jobThreads
        self.trustedProxies = proxies
        self.campusNetworks = campus
        self.hosts = hosts
        self.pageCacheBytes = cache << 20
        self.allowsTraining = allowsTraining
        self.limits = limits
        self.matching = matching
        self.mail = mail
        self.attachments = attachments
        self.passwordMemoryMiB = passwordMemory
        self.passwordPasses = passwordPasses
        self.accessLog = AccessLog.Destination(environment["ACCESS_LOG"] ?? "stdout")
        self.publicDirectory = environment["PUBLIC_DIRECTORY"] ?? "\(home)/Public"
        self.migrationsDirectory = environment["MIGRATIONS_DIRECTORY"] ?? "\(home)/migrations"
    }
}
