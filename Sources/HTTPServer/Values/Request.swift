/// A whole request, checked and decoded, as a worker gets it.
public struct Request: Sendable {
    public enum Body: Sendable {
        case none
        case form(FormFields)
        case multipart(MultipartForm)
        /// The types named in ``ServerConfiguration/rawContentTypes``, as they came.
        case bytes([UInt8])
    }

    public let id: RequestID
    public let method: Method
    /// Path and query as they came, percent-encoded.
    public let target: String
    /// The path, percent-decoded once. An encoded slash stays `%2F`, so that it never splits a segment.
    public let path: String
    public let query: FormFields
    public let headers: Headers
    /// Who asks: the peer, or what the trusted proxies before it say.
    public let client: IPAddress
    /// When the request line was complete.
    public let received: ContinuousClock.Instant
    public let body: Body

    /// For tests that ask a service without a socket.
    ///
    /// - Parameters:
    ///   - target: a path with an optional query.
    /// - Precondition: `target` is one that the server would let through.
    public init(
        _ method: Method = .get, _ target: String = "/", headers: [(name: String, value: String)] = [],
        body: Body = .none, client: IPAddress = .loopback, id: RequestID = RequestID(),
        received: ContinuousClock.Instant = .now
    ) {
        do throws(FormError) {
            let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            path = try PercentEncoding.path(Array(parts[0].utf8))
            query = parts.count == 2 ? try FormFields.parse(Array(parts[1].utf8)) : FormFields()
        } catch {
            preconditionFailure("\(target) would be refused: \(error)")
        }
        (self.id, self.method, self.target, self.headers) = (id, method, target, Headers(headers))
        (self.client, self.received, self.body) = (client, received, body)
    }

    init(
        id: RequestID, method: Method, target: String, path: String, query: FormFields, headers: Headers,
        client: IPAddress, received: ContinuousClock.Instant, body: Body
    ) {
        (self.id, self.method, self.target, self.path, self.query) = (id, method, target, path, query)
        (self.headers, self.client, self.received, self.body) = (headers, client, received, body)
    }

    /// Whether the target is spelled the one usual way: nothing percent-encoded that needs not be, in capitals, and
    /// no empty parts in the query. What is kept by target is then kept once.
    public var isPlainlySpelled: Bool {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        if parts[0].utf8.contains(UInt8(ascii: "%")), PercentEncoding.encode(path: path) != parts[0] { return false }
        guard parts.count == 2 else { return true }
        let separators = parts[1].utf8.count { $0 == UInt8(ascii: "&") }
        let isEncoded = parts[1].utf8.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }
        return !isEncoded && separators == query.pairs.count - 1
    }

    /// The same page asked for with its path in small letters, without conditions on what the client has; `nil` for a
    /// form, and for a path without capitals.
    public var inLowerCase: Request? {
        guard method != .post, !path.utf8.contains(UInt8(ascii: "%")),
            path.utf8.contains(where: { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") })
        else { return nil }
        let (path, end) = (path.lowercased(), target.firstIndex(of: "?") ?? target.endIndex)
        return Request(
            id: id, method: method, target: PercentEncoding.encode(path: path) + target[end...], path: path,
            query: query, headers: Headers(headers.pairs.filter { !$0.name.lowercased().hasPrefix("if-") }),
            client: client, received: received, body: .none)
    }

    /// The posted fields of either kind of form; empty without one.
    public var form: FormFields {
        switch body {
        case .form(let fields): fields
        case .multipart(let form): form.fields
        case .none, .bytes: FormFields()
        }
    }

    /// The value of the first cookie of this name, without decoding; `nil` without one.
    public func cookie(_ name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            headers.withFields { fields in
                Cookies.value(name, in: fields).map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }
}
