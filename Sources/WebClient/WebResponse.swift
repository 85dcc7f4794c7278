public struct WebResponse: Hashable, Sendable {
    public let status: Int

    /// In their order, names as sent.
    public let headers: [Header]

    public let body: [UInt8]

    /// Whether `body` is all of it, not cut at the limit.
    public let isComplete: Bool

    public struct Header: Hashable, Sendable {
        public let name, value: String
    }

    /// The first header of that name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { header in header.name.lowercased() == name.lowercased() }?.value
    }
}

public enum WebClientError: Error, Hashable, Sendable {
    /// No `http` or `https` address, or one with spaces or control characters.
    case invalidURL
    /// A request header whose name is no token or whose value holds control characters.
    case invalidHeader
    /// The name leads only to addresses (or the port is one) that the policy refuses.
    case addressRefused
    case unknownHost
    case timedOut
    /// No connection, no TLS, or an answer that is no HTTP: curl's words, for the log.
    case failed(String)
}

extension WebClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidURL: "not an address of a web page"
        case .invalidHeader: "a request header that cannot be sent"
        case .addressRefused: "an address that is not to be asked"
        case .unknownHost: "no server of that name"
        case .timedOut: "no answer in time"
        case .failed(let reason): reason
        }
    }
}
