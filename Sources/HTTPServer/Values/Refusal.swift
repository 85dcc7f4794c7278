/// A request that the server itself turns away, before any route is asked.
public struct Refusal: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Not a well-formed request; the text says what is wrong, in a few words for the log and the page.
        case malformed(String)
        case unknownHost
        case methodNotAllowed
        case methodUnknown
        case lengthRequired
        case targetTooLong
        case headersTooLarge
        case tooLarge(limit: Int)
        case unsupportedMediaType
        case versionNotSupported
        /// The worker queue is full.
        case queueFull
        /// The request waited in the queue for longer than ``Limits/queueWait``.
        case timedOut
        case tooManyStreams
        case shuttingDown
        /// A worker's answer could not be sent: a header with a line break, a file that is gone.
        case brokenAnswer
    }

    public let status: HTTPStatus
    public let reason: Reason

    public init(_ reason: Reason) {
        self.reason = reason
        status =
            switch reason {
            case .malformed: .badRequest
            case .unknownHost: .misdirectedRequest
            case .methodNotAllowed: .methodNotAllowed
            case .methodUnknown: .notImplemented
            case .lengthRequired: .lengthRequired
            case .targetTooLong: .uriTooLong
            case .headersTooLarge: .headersTooLarge
            case .tooLarge: .contentTooLarge
            case .unsupportedMediaType: .unsupportedMediaType
            case .versionNotSupported: .versionNotSupported
            case .queueFull, .timedOut, .tooManyStreams, .shuttingDown: .serviceUnavailable
            case .brokenAnswer: .internalServerError
            }
    }

    /// Whether the same request may well be answered in a moment.
    var isPassing: Bool { status == .serviceUnavailable && reason != .tooManyStreams }

    /// What HTTP asks for beside the page: `Allow` with 405, `Retry-After` with 503.
    func complete(_ response: Response) -> Response {
        var response = response
        response.status = status
        if status == .methodNotAllowed || status == .notImplemented { response.set("Allow", "GET, HEAD, POST") }
        if status == .serviceUnavailable, response["Retry-After"] == nil { response.set("Retry-After", "2") }
        if response["Cache-Control"] == nil { response.set("Cache-Control", "no-store") }
        return response
    }
}
