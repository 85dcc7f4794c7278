/// Where and how a ``Server`` serves.
public struct ServerConfiguration: Sendable {
    /// 0...65535; 0 lets the system choose (see ``Server/port``).
    public var port: Int
    /// An IPv4 or IPv6 address (`::` takes both kinds), or `unix:` and a path.
    public var address: String
    /// A listening socket passed by a supervisor, used instead of `address` and `port`. The server closes it.
    public var inheritedSocket: CInt?
    public var workers: Int
    /// Requests that may wait for a worker; one more is answered 503 at once.
    public var queueLimit: Int
    /// Workers of ``Lane/slow``, and how many requests may wait for them.
    public var slowWorkers = 1
    public var slowQueueLimit = 20
    /// The same of ``Lane/heavy``.
    public var heavyWorkers = 1
    public var heavyQueueLimit = 20
    public var limits = Limits()
    /// Proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: [IPNetwork] = []
    /// Networks where many people share an address (a campus), without a share of connections an address.
    public var generousNetworks: [IPNetwork] = []
    /// The site's host names, without port and in any case; `nil` answers to every name.
    public var hosts: Set<String>?
    /// Media types of bodies that a service takes as they are, in lower case: ``Request/Body/bytes(_:)``.
    public var rawContentTypes: Set<String> = []
    /// The longest ``Server/stop()`` takes.
    public var drain = Duration.seconds(20)
    /// How long stopping waits for the next request on kept-alive connections, to answer it with
    /// `Connection: close`. Longer than clients and proxies idle between two requests loses none.
    public var linger = Duration.seconds(2)
    /// The rhythm of the comments that keep live streams open.
    public var heartbeat = Duration.seconds(15)
    public var temporaryDirectory = "/tmp"
    /// Bytes of stack for each worker thread.
    public var workerStack = 2 * 1024 * 1024

    public init(
        port: Int = 8080, address: String = "0.0.0.0", inheritedSocket: CInt? = nil, workers: Int = 4,
        queueLimit: Int = 256
    ) {
        precondition((0...65535).contains(port) && workers > 0 && queueLimit > 0, "impossible configuration")
        (self.port, self.address, self.inheritedSocket) = (port, address, inheritedSocket)
        (self.workers, self.queueLimit) = (workers, queueLimit)
    }

    /// The first socket that systemd (or what speaks its protocol, sd_listen_fds(3)) passes to this process.
    ///
    /// - Parameter process: this process's id.
    public static func supervisedSocket(_ environment: [String: String], process: Int32) -> CInt? {
        guard environment["LISTEN_PID"] == "\(process)", let count = environment["LISTEN_FDS"].flatMap({ Int($0) }),
            count >= 1
        else { return nil }
        return 3
    }
}
