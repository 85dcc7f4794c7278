internal import Synchronization

/// An answer made once and sent to many: what a service gives on the event thread.
public final class PreparedResponse: Sendable {
    /// `nil` for what cannot be made again.
    private let response: Response?
    private let isConditional: Bool
    private let whole: NativeResponse
    private let notModified: NativeResponse?
    let tag: String?
    let route: String?
    /// The same answers with `Connection: close`, made when first needed: while stopping.
    private let closing = Mutex<(whole: NativeResponse?, notModified: NativeResponse?)>((nil, nil))

    /// - Parameters:
    ///   - response: its body is bytes, a file, or empty.
    ///   - conditional: whether an `ETag` among its headers answers `If-None-Match` with 304.
    ///     One with a header that cannot be sent (a line break in it), or whose file is gone, becomes a 500.
    /// - Precondition: no live stream.
    public init(_ response: Response, conditional: Bool = false) {
        if case .stream = response.body { preconditionFailure("a live stream has one reader") }
        self.response = response
        tag = conditional ? response["ETag"] : nil
        isConditional = tag != nil
        route = response.route
        whole = Self.native(response, closes: false)
        notModified = isConditional ? Self.native(Self.notModified(response), closes: false) : nil
    }

    /// For one connection.
    init(once native: NativeResponse, route: String?) {
        (response, isConditional, whole, notModified, tag) = (nil, false, native, nil, nil)
        self.route = route
    }

    /// The size of the body in bytes, for caches that count.
    public var size: Int { whole.size }

    /// - Parameter closes: whether the connection is to end with this answer.
    func native(for head: RawHead, closes: Bool) -> NativeResponse {
        let isUnchanged = isConditional && head.method != .post && EntityTag.matches(tag, head)
        guard closes, let response else { return isUnchanged ? notModified ?? whole : whole }
        return closing.withLock { closing in
            if isUnchanged {
                let native = closing.notModified ?? Self.native(Self.notModified(response), closes: true)
                closing.notModified = native
                return native
            }
            let native = closing.whole ?? Self.native(response, closes: true)
            closing.whole = native
            return native
        }
    }

    private static func native(_ response: Response, closes: Bool) -> NativeResponse {
        if let native = NativeResponse(response, closes: closes) { return native }
        let broken = Response(status: .internalServerError)
        guard let native = NativeResponse(broken, closes: closes) else {
            preconditionFailure("an empty answer cannot be made")
        }
        return native
    }

    /// RFC 9110, section 15.4.5: what a cache updates, and nothing that describes a body.
    private static func notModified(_ response: Response) -> Response {
        let left = ["content-type", "content-encoding", "content-language", "content-range"]
        return Response(
            status: .notModified, headers: response.headers.filter { !left.contains($0.name.lowercased()) })
    }
}
