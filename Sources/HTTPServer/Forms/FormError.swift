/// Why a query string, a form or a path is not understood. Each is a 400, but `tooLarge`: 413.
public enum FormError: Error, Hashable, Sendable {
    /// A `%` without two hexadecimal digits after it.
    case percent
    /// A NUL byte or other control character where text is expected.
    case control
    case notUTF8
    case tooManyFields(limit: Int)
    case nameTooLong(limit: Int)
    /// Field values or a file beyond the limit, in bytes.
    case tooLarge(limit: Int)
    /// A multipart body that does not follow RFC 7578; the text says where.
    case multipart(String)
    /// A temporary file could not be written.
    case storage(code: Int32)

    var refusal: Refusal.Reason {
        switch self {
        case .percent: .malformed("bad percent-encoding")
        case .control: .malformed("control character")
        case .notUTF8: .malformed("text is not UTF-8")
        case .tooManyFields(let limit): .malformed("more than \(limit) fields")
        case .nameTooLong(let limit): .malformed("field name over \(limit) bytes")
        case .tooLarge(let limit): .tooLarge(limit: limit)
        case .multipart(let detail): .malformed(detail)
        case .storage: .brokenAnswer
        }
    }
}
