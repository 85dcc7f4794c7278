/// What a column of a result can be read as.
///
/// A `RawRepresentable` type whose raw value is a column needs no code of its own. Another type reads a type that
/// is one already and checks it:
/// ```swift
/// extension Topic: Column {
///     init(column: borrowing ColumnValue) throws(ColumnError) {
///         let text = try String(column: column)
///         …
///     }
/// }
/// ```
public protocol Column: Sendable {
    /// - Throws: `ColumnError` when the value is NULL, of another type, or not one of this type's values.
    init(column: borrowing ColumnValue) throws(ColumnError)

    /// Reads an array of these; the default reads a one-dimensional Postgres array.
    static func array(from column: borrowing ColumnValue) throws(ColumnError) -> [Self]
}

/// Why a column's value could not be read. Says nothing about the value itself.
public enum ColumnError: Error, Equatable {
    /// NULL where the value is not optional.
    case unexpectedNull
    /// The column has another type in Postgres than the value is read from.
    case unexpectedType(expected: String, found: SQLType)
    /// The type fits, the value does not: the reason.
    case unacceptable(String)
}

/// One value of a result in Postgres's binary format. Lives only while its row is read.
public struct ColumnValue: ~Copyable {
    public let type: SQLType
    /// The length in bytes; 0 when NULL.
    public let count: Int
    @usableFromInline let start: UnsafeRawPointer?

    @inlinable init(type: SQLType, start: UnsafeRawPointer?, count: Int) {
        self.type = type
        self.start = start
        self.count = count
    }

    @inlinable public var isNull: Bool { start == nil }

    /// Calls `body` with the bytes of a value that is not NULL; they must not be kept.
    public func withBytes<Value>(
        _ body: (UnsafeRawBufferPointer) throws(ColumnError) -> Value
    ) throws(ColumnError) -> Value {
        try body(UnsafeRawBufferPointer(start: try bytes(), count: count))
    }

    @inlinable func bytes() throws(ColumnError) -> UnsafeRawPointer {
        guard let start else { throw .unexpectedNull }
        return start
    }

    /// The bytes of a value of exactly this type and length.
    @inlinable func bytes(of type: SQLType, count: Int) throws(ColumnError) -> UnsafeRawPointer {
        guard let start, self.type == type, self.count == count else {
            throw mismatch(expected: type.description)
        }
        return start
    }

    /// The error that says why this value cannot be read as `expected`.
    @usableFromInline func mismatch(expected: String) -> ColumnError {
        if isNull { return .unexpectedNull }
        return .unexpectedType(expected: expected, found: type)
    }
}

extension ColumnValue {
    /// The whole number in an int2, int4 or int8, extended to 64 bits.
    @inlinable func integer() throws(ColumnError) -> Int64 {
        let start = try bytes()
        switch (type, count) {
        case (.int8, 8): return Int64(bigEndian: start.loadUnaligned(as: Int64.self))
        case (.int4, 4): return Int64(Int32(bigEndian: start.loadUnaligned(as: Int32.self)))
        case (.int2, 2): return Int64(Int16(bigEndian: start.loadUnaligned(as: Int16.self)))
        default: throw mismatch(expected: "int8, int4 or int2")
        }
    }
}
