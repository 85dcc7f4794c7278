/// A request's line and headers, looked at on the event thread without copying them.
public struct RequestHead: ~Copyable {
    private let head: RawHead
    public let method: Method
    /// The address the request comes from, or that trusted proxies name.
    public let client: IPAddress

    init(_ head: RawHead, method: Method, client: IPAddress) {
        (self.head, self.method, self.client) = (head, method, client)
    }

    /// Path and query as they came, percent-encoded. Valid during the call that was given this head.
    public var target: UnsafeBufferPointer<UInt8> { head.target }

    /// The path, percent-encoded.
    public var path: UnsafeBufferPointer<UInt8> { head.path }

    public var hasQuery: Bool { head.query != nil }

    /// The first value of this header, without surrounding white space.
    public func value(_ header: StaticString) -> String? {
        head.value(header).map { String(decoding: $0, as: UTF8.self) }
    }

    public func has(_ header: StaticString) -> Bool {
        head.value(header) != nil
    }

    /// As ``value(_:)``, where it lies: no allocation. Valid during the call that was given this head.
    public func bytes(of header: StaticString) -> UnsafeBufferPointer<UInt8>? {
        head.value(header)
    }

    /// Whether a cookie of this name came with the request; its value where it lies.
    public func cookie(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        head.fields.flatMap { Cookies.value(name.bytes, in: $0) }
    }
}
