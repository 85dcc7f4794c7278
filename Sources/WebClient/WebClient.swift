/// Fetches pages from other servers: `http` and `https` only, one request, one answer; redirects are answers too.
///
/// A call blocks its thread, for at most the time limit, name lookup included. It uses no proxy, sends no cookies,
/// asks for no compression (a small body cannot become a large one) and shares nothing with other calls. The
/// process must ignore `SIGPIPE`.
public struct WebClient: Sendable {
    public struct Limits: Hashable, Sendable {
        /// For the whole request, from 1 ms on.
        public var time: Duration

        /// Bytes of a body; what is more is not read. See ``WebResponse/isComplete``.
        public var body: Int

        /// Bytes of status line and headers together; more is an error.
        public var head: Int

        public init(time: Duration = .seconds(5), body: Int = 512 * 1024, head: Int = 64 * 1024) {
            self.time = time
            self.body = body
            self.head = head
        }
    }

    private let limits: Limits

    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// - Parameters:
    ///   - url: without spaces and control characters: percent-encoded.
    ///   - headers: sent beside curl's own; a name that curl sends too is replaced.
    ///   - allow: `.publicOnly` for every address that a member has a say in.
    /// - Returns: any answer, whatever its status.
    public func get(
        _ url: String, headers: [String: String] = [:], allow policy: AddressPolicy
    ) throws(WebClientError) -> WebResponse {
        try send(WebRequest(url: url, headers: headers), allow: policy)
    }

    func send(_ request: WebRequest, allow policy: AddressPolicy) throws(WebClientError) -> WebResponse {
        guard Self.isClean(request.url) else { throw .invalidURL }
        for (name, value) in request.headers where !Self.isToken(name) || !Self.isFieldValue(value) {
            throw .invalidHeader
        }
        let transfer = Transfer(limits: limits, policy: policy)
        return try transfer.perform(request)
    }

    private static func isClean(_ url: String) -> Bool {
        !url.isEmpty && url.utf8.allSatisfy { byte in byte > 0x20 && byte != 0x7F }
    }

    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private static func isFieldValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { byte in (byte >= 0x20 && byte != 0x7F) || byte == 0x09 }
    }
}
