/// One request and its answer, over: what a log and metrics want to know.
public struct Exchange: Sendable {
    public let id: RequestID
    /// `nil` when the method is none that this server answers.
    public let method: Method?
    /// As it came, percent-encoded; empty when the request line was not understood.
    public let target: String
    public let status: HTTPStatus
    /// The size of the answer's body in bytes; 0 when the client went away before its end.
    public let bytesSent: Int
    public let client: IPAddress
    public let received: ContinuousClock.Instant
    /// From the request line to the last byte handed to the kernel.
    public let total: Duration
    /// Between the whole request and a worker taking it.
    public let waiting: Duration
    /// From a worker taking it to its answer.
    public let working: Duration
    public let answeredOnEventThread: Bool
    public let route: String?
    public let note: String?
    /// Whether the whole answer was handed to the kernel.
    public let isComplete: Bool
}
