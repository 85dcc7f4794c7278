/// How much a request may be and how long it may take. Sizes in bytes.
public struct Limits: Sendable {
    /// Request line and headers together.
    public var head = 16 * 1024
    /// Path and query, percent-encoded.
    public var target = 8 * 1024
    public var headerLines = 100
    /// An urlencoded or raw body, and the ordinary fields of a multipart form together.
    public var form = 1024 * 1024
    /// A whole multipart body: a file of ten megabytes and what stands around it.
    public var upload = 10 * 1024 * 1024 + 64 * 1024
    /// A refused body up to this size is read and dropped, so that the client reads the answer instead of
    /// running into a reset; a larger one meets a closed connection.
    public var discard = 32 * 1024 * 1024
    /// From a request's first byte to its last; also how long a new connection may stay silent.
    public var request = Duration.seconds(15)
    /// Bytes of a multipart body that give a request one more second: who sends slowly and steadily is not cut.
    public var uploadRate = 32 * 1024
    /// From an answer's first byte to its last, live streams apart.
    public var sending = Duration.seconds(120)
    /// Between two requests of a connection.
    public var idle = Duration.seconds(60)
    /// In the worker queue, before a request is answered 503.
    public var queueWait = Duration.seconds(5)
    /// The same in the queue of ``Lane/heavy``.
    public var heavyQueueWait = Duration.seconds(30)
    /// Bytes of a form that is shown again when it can't be taken now: ``Service/refuse(_:of:)``.
    public var keptForm = 512 * 1024
    public var connections = 10_000
    /// Of one client address (IPv6: one /64) that is neither a trusted proxy nor in a generous network.
    public var connectionsPerAddress = 256
    public var streams = 10_000
    /// What a live stream may hold back for a slow reader before it is cut.
    public var streamBuffer = 64 * 1024

    public init() {}
}
