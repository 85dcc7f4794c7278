internal import Glibc

/// What may stand in an interpolation of `SQL`, as a bound parameter.
///
/// A `RawRepresentable` type whose raw value is bindable needs no code of its own.
public protocol SQLBindable: Sendable {
    /// The value as it travels to the server.
    var sqlValue: SQLValue { get }

    /// The type every `sqlValue` of this type has; also that of a missing one.
    static var sqlType: SQLType { get }

    /// How an array of these travels; the default makes a one-dimensional Postgres array.
    static func arrayValue(of elements: [Self]) -> SQLValue

    /// The type every `arrayValue` of this type has.
    static var sqlArrayType: SQLType { get }
}

extension SQLBindable {
    @inlinable public static var sqlType: SQLType { .unspecified }
    @inlinable public static var sqlArrayType: SQLType { sqlType.array }
}

/// A parameter: its Postgres type and its bytes in Postgres's binary format, or NULL.
public struct SQLValue: Sendable {
    public let type: SQLType
    @usableFromInline let payload: Payload

    /// Numbers and identifiers stay inside the value, so that binding one allocates nothing.
    @usableFromInline enum Payload: Sendable {
        case null
        case fixed(high: UInt64, low: UInt64, count: UInt8)
        case text(String)
        case bytes([UInt8])
        case invalid(String)
    }

    @usableFromInline init(type: SQLType, payload: Payload) {
        self.type = type
        self.payload = payload
    }

    /// - Parameter bytes: The value in the type's binary format, as its `…send` function would write it.
    public init(type: SQLType, bytes: [UInt8]) {
        self.init(type: type, payload: .bytes(bytes))
    }

    /// NULL of a type.
    @inlinable public static func null(_ type: SQLType) -> SQLValue {
        SQLValue(type: type, payload: .null)
    }

    /// A value that Postgres cannot hold. Sending it throws `PostgresError.invalidParameter`.
    @inlinable public static func invalid(_ type: SQLType, because reason: String) -> SQLValue {
        SQLValue(type: type, payload: .invalid(reason))
    }

    /// An integer of `count` bytes, the most significant first.
    @inlinable static func number(_ type: SQLType, bits: UInt64, count: UInt8) -> SQLValue {
        let aligned = bits << (64 - UInt64(count) * 8)
        return SQLValue(type: type, payload: .fixed(high: aligned, low: 0, count: count))
    }
}

extension SQLValue {
    /// The bytes on the wire, or `nil` for NULL.
    var byteCount: Int? {
        switch payload {
        case .null, .invalid: nil
        case .fixed(_, _, let count): Int(count)
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        }
    }

    /// Writes the bytes to `target`, which has room for `byteCount` of them and for 16 at least.
    ///
    /// - Returns: Why the value cannot be sent, or `nil`.
    func write(to target: UnsafeMutableRawPointer) -> String? {
        switch payload {
        case .null: return nil
        case .invalid(let reason): return reason
        case .fixed(let high, let low, _):
            target.storeBytes(of: high.bigEndian, as: UInt64.self)
            target.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            return nil
        case .text(var text):
            return text.withUTF8 { utf8 in
                guard let start = utf8.baseAddress else { return nil }
                target.copyMemory(from: start, byteCount: utf8.count)
                return memchr(start, 0, utf8.count) == nil ? nil : "text with a NUL character"
            }
        case .bytes(let bytes):
            bytes.withUnsafeBytes { raw in
                if let start = raw.baseAddress { target.copyMemory(from: start, byteCount: raw.count) }
            }
            return nil
        }
    }
}
