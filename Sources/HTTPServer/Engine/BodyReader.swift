/// Takes in a request's body on the event thread, piece by piece.
enum BodyReader {
    case none
    /// A refused body on its way to nowhere.
    case discard
    case form([UInt8])
    case raw([UInt8])
    case multipart(MultipartBody)

    /// - Throws: what makes the body a 400 or 413; the rest of it is for ``discard``.
    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormError) {
        switch self {
        case .none, .discard: break
        case .form(var whole):
            self = .none
            whole.append(contentsOf: bytes)
            self = .form(whole)
        case .raw(var whole):
            self = .none
            whole.append(contentsOf: bytes)
            self = .raw(whole)
        case .multipart(let body):
            try body.feed(bytes)
        }
    }

    /// Called on the worker's thread.
    func finish() throws(FormError) -> Request.Body {
        switch self {
        case .none, .discard: .none
        case .form(let bytes): .form(try bytes.borrowed { bytes throws(FormError) in try FormFields.parse(bytes) })
        case .raw(let bytes): .bytes(bytes)
        case .multipart(let body): .multipart(try body.finish())
        }
    }
}

/// Gives the parser, which exists once, a place in an enum that is copied.
final class MultipartBody {
    private var parser: MultipartParser?

    init(_ parser: consuming MultipartParser) { self.parser = consume parser }

    func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormError) {
        try parser?.feed(bytes)
    }

    func finish() throws(FormError) -> MultipartForm {
        guard let parser = parser.take() else { throw .multipart("no body") }
        return try parser.finish()
    }
}

extension BodyReader {
    init(_ finding: RequestGuard.Finding, contentType: String, limits: Limits, directory: String) throws(FormError) {
        var whole: [UInt8] = []
        switch finding.kind {
        case nil:
            self = .none
        case .form:
            whole.reserveCapacity(finding.length)
            self = .form(whole)
        case .raw:
            whole.reserveCapacity(finding.length)
            self = .raw(whole)
        case .multipart:
            let boundary = try MultipartBoundary.read(from: contentType)
            self = .multipart(
                MultipartBody(MultipartParser(boundary: boundary, directory: directory, fieldLimit: limits.form)))
        }
    }
}
