/// Where Redis is and how long anything may wait for it.
///
/// Copies share one circuit: after a failure every client made from them fails at once until the backoff is over,
/// and then one of them tries. So a Redis that hangs holds up one worker at a time, not all of them.
public struct RedisConfiguration: Sendable {
    /// The longest a call may take, whatever it does: connecting, signing in and every answer included.
    public var commandTimeout: Duration = .milliseconds(200)

    /// The longest that connecting may take of it.
    public var connectTimeout: Duration = .milliseconds(200)

    /// The longest pause after a failure before the next try. The first is 25 ms; each failure in a row doubles it.
    public var reconnectCeiling: Duration = .milliseconds(250)

    let target: Target
    let credentials: Credentials?
    let database: Int
    let circuit = Circuit()

    /// - Parameter url: one of
    ///   - `redis://[[user]:password@]host[:port][/database]`, port 6379 when none is given;
    ///   - `unix://[[user]:password@]/path[?db=database]`;
    ///   - `redis+sentinel://[[user]:password@]host[:port],host[:port]…/master-name[/database]`, port 26379 when
    ///     none is given; the password is the master's.
    ///
    ///   User, password and path may be percent-encoded. There is no TLS: use a private network or a tunnel.
    public init(url: String) throws(RedisURLError) {
        let parts = try RedisURL(url)
        target = parts.target
        credentials = parts.credentials
        database = parts.database
    }
}

extension RedisConfiguration {
    enum Target: Hashable, Sendable {
        case server(Endpoint)
        /// Servers that know which one is master, to be asked in turn.
        case sentinels([Endpoint], master: String)
    }

    struct Credentials: Hashable, Sendable {
        let user: String?
        let password: String
    }
}

enum Endpoint: Hashable, Sendable {
    case host(String, port: UInt16)
    case unix(path: String)
}

/// For logs: never the password.
extension RedisConfiguration: CustomStringConvertible, CustomReflectable {
    public var description: String {
        switch target {
        case .server(let endpoint): "\(endpoint), database \(database)"
        case .sentinels(let sentinels, let master):
            "\(master) by way of \(sentinels.map(\.description).joined(separator: ", ")), database \(database)"
        }
    }

    public var customMirror: Mirror {
        Mirror(self, children: ["target": description])
    }
}

extension Endpoint: CustomStringConvertible {
    var description: String {
        switch self {
        case .host(let host, let port): "\(host):\(port)"
        case .unix(let path): path
        }
    }
}
