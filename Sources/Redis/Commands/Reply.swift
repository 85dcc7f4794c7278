/// An answer as the server gave it, for commands whose answer has no fixed type.
public enum Reply: Hashable, Sendable {
    case null
    case integer(Int)
    case status(String)
    case bytes([UInt8])
    case array([Reply])
    case error(code: String, message: String)
}

extension Reply {
    /// The text of a status or of a UTF-8 byte string, else `nil`.
    public var text: String? {
        switch self {
        case .status(let text): text
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The bytes of a status or a byte string, else `nil`.
    public var bytes: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .status(let text): Array(text.utf8)
        default: nil
        }
    }

    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    public var elements: [Reply]? {
        if case .array(let elements) = self { elements } else { nil }
    }
}
