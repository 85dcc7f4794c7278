internal import Synchronization

/// An answer made once and sent to many: what a service gives on the event thread.
public final class PreparedResponse: Sendable {
    /// `nil` for what cannot be made again.
    private let response: Response?
    private let validators: Validators?
    private let whole: NativeResponse
    private let notModified: NativeResponse?
    let route: String?
    /// The same answers with `Connection: close`, made when first needed: while stopping.
    private let closing = Mutex<(whole: NativeResponse?, notModified: NativeResponse?)>((nil, nil))

    /// - Parameters:
    ///   - response: its body is bytes, a file, or empty.
    ///   - conditional: whether `ETag` and `Last-Modified` among its headers answer `If-None-Match` and
    ///     `If-Modified-Since` with 304.
    ///     One with a header that cannot be sent (a line break in it), or whose file is gone, becomes a 500.
    /// - Precondition: no live stream.
    public init(_ response: Response, conditional: Bool = false) {
        if case .stream = response.body { preconditionFailure("a live stream has one reader") }
        self.response = response
        validators = conditional ? Validators(response) : nil
        route = response.route
        whole = Self.native(response, closes: false)
        notModified = validators == nil ? nil : Self.native(response.notModified, closes: false)
    }

    /// For one connection.
    init(once native: NativeResponse, route: String?) {
        (response, validators, whole, notModified) = (nil, nil, native, nil)
        self.route = route
    }

    /// The size of the body in bytes, for caches that count.
    public var size: Int { whole.size }

    /// - Parameter closes: whether the connection is to end with this answer.
    func native(for head: RawHead, closes: Bool) -> NativeResponse {
        let isUnchanged = head.method != .post && validators?.areKnown(to: head.fields) == true
        guard closes, let response else { return isUnchanged ? notModified ?? whole : whole }
        return closing.withLock { closing in
            if isUnchanged {
                let native = closing.notModified ?? Self.native(response.notModified, closes: true)
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
}
