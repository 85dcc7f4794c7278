/// What can go wrong between here and Redis. None of it may cost a member more than a feature:
/// what Redis holds can be lost.
public enum RedisError: Error, Hashable, Sendable {
    /// Nobody answers, the connection broke, or the server says it cannot serve now (it is loading, or a replica).
    /// Thrown at once, without a try, while the last failure is younger than the backoff.
    case unavailable

    /// No complete answer within the time a call may take.
    /// Whether the commands ran is not known.
    case timedOut

    /// The server understood and refused: `code` is the first word of its answer (`WRONGTYPE`, `OOM`, `NOAUTH`).
    /// In a pipeline the other commands ran.
    case server(code: String, message: String)

    /// The answer is not what the protocol or the command promises. Whether the commands ran is not known.
    case protocolViolation
}

extension RedisError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unavailable: "Redis is not available"
        case .timedOut: "Redis did not answer in time"
        case .server(let code, let message): "Redis refused the command: \(code) \(message)"
        case .protocolViolation: "Redis answered with something unexpected"
        }
    }
}
