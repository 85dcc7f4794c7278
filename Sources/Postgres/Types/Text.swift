extension String: Column, SQLBindable {
    /// Reads text, varchar, char(n), name, and the labels of enumerated types and domains over text.
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        let start = try column.bytes()
        guard column.isText else { throw column.mismatch(expected: "text") }
        self = try String.validated(UnsafeRawBufferPointer(start: start, count: column.count))
    }

    @inlinable public var sqlValue: SQLValue { SQLValue(type: .text, payload: .text(self)) }
    @inlinable public static var sqlType: SQLType { .text }
}

extension String {
    /// The text of bytes that are UTF-8. A server whose encoding is SQL_ASCII may have others.
    @usableFromInline static func validated(_ bytes: UnsafeRawBufferPointer) throws(ColumnError) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span))
        } catch {
            throw .unacceptable("not UTF-8")
        }
    }
}

extension ColumnValue {
    /// Whether the binary format of the column's type is its text.
    @inlinable var isText: Bool {
        type == .text || type == .varchar || isUncommonText
    }

    @usableFromInline var isUncommonText: Bool {
        type == .bpchar || type == .name || type == .unknown || type.isUserDefined
    }
}

extension SQLType {
    /// Types made by `CREATE TYPE` and extensions (enumerations, citext) are numbered from here
    /// (FirstNormalObjectId in Postgres's access/transam.h).
    var isUserDefined: Bool { rawValue >= 16384 }
}

/// A JSON document as its text, for a column of jsonb or json. The server checks that it is JSON.
public struct JSONText: Hashable, Sendable {
    public let text: String

    @inlinable public init(_ text: String) { self.text = text }
}

extension JSONText: Column, SQLBindable {
    public init(column: borrowing ColumnValue) throws(ColumnError) {
        let start = try column.bytes()
        // jsonb's binary format is a version byte and the text; json's is the text.
        let version = column.type == .jsonb ? 1 : 0
        guard column.type == .jsonb || column.type == .json else {
            throw column.mismatch(expected: "jsonb or json")
        }
        guard column.count >= version, version == 0 || start.load(as: UInt8.self) == 1 else {
            throw .unacceptable("an unknown version of jsonb")
        }
        text = try String.validated(UnsafeRawBufferPointer(start: start + version, count: column.count - version))
    }

    public var sqlValue: SQLValue {
        // U+0000 is no JSON either way, and here the server would not be asked to say so by name.
        if text.utf8.contains(0) { return .invalid(.jsonb, because: "text with a NUL character") }
        return SQLValue(type: .jsonb, bytes: [1] + Array(text.utf8))
    }

    public static var sqlType: SQLType { .jsonb }
}
