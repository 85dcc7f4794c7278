internal import CPostgres
internal import Glibc

/// Opens connections: libpq's own steps, with a deadline for each host.
struct Opening {
    private var settings: [String: String]
    private let connectTimeout: Duration
    /// Whether the last attempt met with silence, not with a refusal.
    private(set) var wasSilent = false

    /// - Throws: `.unavailable` when the URL is not one. The message has no part of it, as it may hold a password.
    init(_ configuration: DatabaseConfiguration) throws(PostgresError) {
        guard let settings = Self.parse(configuration.url) else {
            throw .unavailable("the database's address is not a valid connection string")
        }
        self.settings = settings
        connectTimeout = configuration.connectTimeout
        self.settings["client_encoding"] = "UTF8"
        if let database = configuration.database { self.settings["dbname"] = database }
        for (name, value) in [
            ("application_name", configuration.applicationName), ("tcp_user_timeout", "10000"),
            ("keepalives_idle", "30"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ] where settings[name] == nil { self.settings[name] = value }
        if configuration.preparesStatements {
            self.settings["options"] = [settings["options"], Self.options(configuration)].compactMap(\.self)
                .joined(separator: " ")
        }
    }

    /// Tries the hosts in order. One that does not answer in time is passed over, which libpq itself cannot do:
    /// it knows no timeout when it does not block.
    mutating func connect() throws(PostgresError) -> Wire {
        var attempts = settings["host"]?.split(separator: ",").count ?? 1
        while true {
            attempts -= 1
            do throws(PostgresError) {
                return try attempt()
            } catch .timedOut(let host) {
                wasSilent = true
                if attempts <= 0 { throw .unavailable("no answer from \(host) in \(connectTimeout)") }
                startAfter(host)
            }
        }
    }

    /// - Throws: `.timedOut` with the host that did not answer.
    private func attempt() throws(PostgresError) -> Wire {
        guard let connection = Self.start(settings) else { throw .unavailable("out of memory") }
        do throws(PostgresError) {
            try Self.complete(connection, until: .now + connectTimeout)
        } catch {
            PQfinish(connection)
            throw error
        }
        return try Wire(connection)
    }

    private static func complete(_ connection: OpaquePointer, until deadline: Instant) throws(PostgresError) {
        var step = PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            guard step != PGRES_POLLING_FAILED, PQstatus(connection) != CONNECTION_BAD else {
                throw .unavailable(String(cString: PQerrorMessage(connection)).trimmed)
            }
            var socket = pollfd(
                fd: PQsocket(connection), events: Int16(step == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                revents: 0)
            guard Wire.poll(&socket, until: deadline) else {
                throw .timedOut(statement: PQhost(connection).map { String(cString: $0) } ?? "the database")
            }
            step = PQconnectPoll(connection)
        }
    }

    /// Moves the hosts up to and including this one to the end of the lists.
    private mutating func startAfter(_ host: String) {
        let hosts = settings["host", default: ""].split(separator: ",", omittingEmptySubsequences: false)
        guard let last = hosts.firstIndex(where: { $0 == host }) else { return }
        for name in ["host", "hostaddr", "port"] {
            guard let list = settings[name]?.split(separator: ",", omittingEmptySubsequences: false),
                list.count == hosts.count
            else { continue }
            settings[name] = (list[(last + 1)...] + list[...last]).joined(separator: ",")
        }
    }
}

extension Opening {
    static func parse(_ url: String) -> [String: String]? {
        guard let options = PQconninfoParse(url, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return settings
    }

    /// The session's settings, which the server applies as it starts the session: no round trip of their own.
    private static func options(_ configuration: DatabaseConfiguration) -> String {
        var settings = [
            "statement_timeout=\(configuration.statementTimeout.milliseconds)",
            "idle_in_transaction_session_timeout=\(configuration.idleInTransactionTimeout.milliseconds)",
            "TimeZone=UTC",
            // Our statements page by key and find by index whatever the values are, so one plan serves: planning
            // the first five executions of each costs more than running them.
            "plan_cache_mode=force_generic_plan",
        ]
        if let searchPath = configuration.searchPath { settings.append("search_path=\(searchPath)") }
        return settings.map { "-c \(escaped($0))" }.joined(separator: " ")
    }

    /// Blanks and backslashes separate options unless a backslash stands before them.
    private static func escaped(_ option: String) -> String {
        String(option.flatMap { $0 == " " || $0 == "\\" ? ["\\", $0] : [$0] })
    }

    private static func start(_ settings: [String: String]) -> OpaquePointer? {
        let names = settings.keys.map { strdup($0) }
        let values = settings.values.map { strdup($0) }
        defer { for text in names + values { free(text) } }
        let keywords = names.map { UnsafePointer($0) } + [nil]
        return PQconnectStartParams(keywords, values.map { UnsafePointer($0) } + [nil], 0)
    }
}

extension DatabaseConfiguration {
    /// Whether `url` can be understood. Says nothing about whether a database answers there.
    public var isWellFormed: Bool { Opening.parse(url) != nil }
}
