/// Where a database is and how connections to it behave.
public struct DatabaseConfiguration: Sendable {
    /// A libpq URI (`postgresql://user@host1,host2/name?target_session_attrs=read-write`) or key/value string.
    public var url: String
    /// Shown in `pg_stat_activity` and the server's log, unless the URL says another.
    public var applicationName: String
    /// How long one statement may take; zero: for ever. The server ends it; a second later the connection is
    /// given up.
    public var statementTimeout: Duration
    /// How long a transaction may stay open with nothing asked; then the server closes the connection.
    public var idleInTransactionTimeout: Duration
    /// How long to wait for one host.
    public var connectTimeout: Duration
    /// Whether statements are prepared and kept. Off for pgbouncer before 1.21 in transaction mode, which would run
    /// another client's. Then the session's settings (timeouts, search path, time zone) are not sent either, as
    /// that pgbouncer refuses them: set them on the role.
    public var preparesStatements: Bool
    /// Statements that take this long are reported to `Connection.onSlowStatement`.
    public var slowStatement: Duration
    /// The schemas to look in, comma separated; `nil`: the role's own.
    public var searchPath: String?
    /// Another database on the same server than the one the URL names.
    public var database: String?
    /// What the connections made from this value, and from copies of it, know of each other.
    let silence = Silence()

    public init(
        url: String, applicationName: String = "quad", statementTimeout: Duration = .seconds(5),
        idleInTransactionTimeout: Duration = .seconds(10), connectTimeout: Duration = .seconds(2),
        preparesStatements: Bool = true, slowStatement: Duration = .milliseconds(100), searchPath: String? = nil,
        database: String? = nil
    ) {
        self.url = url
        self.applicationName = applicationName
        self.statementTimeout = statementTimeout
        self.idleInTransactionTimeout = idleInTransactionTimeout
        self.connectTimeout = connectTimeout
        self.preparesStatements = preparesStatements
        self.slowStatement = slowStatement
        self.searchPath = searchPath
        self.database = database
    }
}
