public struct Header: Sendable, Hashable {
    public let name, value: String

    public init(name: String, value: String) {
        (self.name, self.value) = (name, value)
    }
}

/// An answer. Length, `Date` and `Connection` are the server's: a response never sets them.
public struct Response: Sendable {
    public enum Body: Sendable {
        case empty
        /// Handed over without a copy.
        case bytes([UInt8])
        /// A file sent by the kernel: `size` bytes from its start.
        case file(path: String, size: Int)
        /// The same for a part of a file.
        case part(path: String, range: Range<Int>)
        /// Server-sent events; the connection leaves the ordinary answers and lives until either side ends it.
        case stream(EventStream)
    }

    public var status: HTTPStatus
    public var headers: [Header]
    public var body: Body
    /// The route that answered, for logs and metrics: ``Exchange/route``.
    public var route: String?
    /// Anything else the log is to say about this answer: ``Exchange/note``.
    public var note: String?

    public init(status: HTTPStatus, headers: [Header] = [], body: Body = .empty) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    public static func html(_ bytes: [UInt8], status: HTTPStatus = .ok) -> Response {
        Response(
            status: status, headers: [Header(name: "Content-Type", value: "text/html; charset=utf-8")],
            body: .bytes(bytes))
    }

    public static func text(
        _ text: String, status: HTTPStatus = .ok, contentType: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [Header(name: "Content-Type", value: contentType)], body: .bytes(Array(text.utf8)))
    }

    /// - Parameter path: a path of this site, percent-encoded, with its query; the caller answers for it.
    public static func redirect(to path: String, status: HTTPStatus = .seeOther) -> Response {
        Response(status: status, headers: [Header(name: "Location", value: path)])
    }

    /// Replaces every header of this name (compared without regard to case), or adds one.
    public mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.name.isEqualIgnoringCase(name) }
        headers.append(Header(name: name, value: value))
    }

    /// The first header of this name.
    public subscript(name: String) -> String? {
        headers.first { $0.name.isEqualIgnoringCase(name) }?.value
    }
}

extension String {
    /// ASCII letters only, as header names are.
    func isEqualIgnoringCase(_ other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { lowercase($0) == lowercase($1) }
    }
}
