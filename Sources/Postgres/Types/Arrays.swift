extension Array: Column where Element: Column {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        self = try Element.array(from: column)
    }
}

extension Array: SQLBindable where Element: SQLBindable {
    @inlinable public var sqlValue: SQLValue { Element.arrayValue(of: self) }
    @inlinable public static var sqlType: SQLType { Element.sqlArrayType }
}

extension Column {
    /// Reads Postgres's binary array: dimensions, whether there are NULLs, the elements' type, and for each
    /// dimension its length and first index; then each element's length (-1: NULL) and bytes.
    ///
    /// - Source: `array_recv` and `array_send` in Postgres's utils/adt/arrayfuncs.c.
    @inlinable public static func array(from column: borrowing ColumnValue) throws(ColumnError) -> [Self] {
        var reader = try ArrayReader(column)
        var elements: [Self] = []
        elements.reserveCapacity(reader.remaining)
        while reader.remaining > 0 { elements.append(try Self(column: try reader.next())) }
        return elements
    }
}

/// Steps through the elements of a binary array.
@usableFromInline struct ArrayReader {
    private let start: UnsafeRawPointer
    private let count: Int
    private let type: SQLType
    private var offset: Int
    @usableFromInline private(set) var remaining: Int

    @usableFromInline init(_ column: borrowing ColumnValue) throws(ColumnError) {
        start = try column.bytes()
        count = column.count
        let header = column.count >= 12 ? (0..<3).map { [start] in Self.number(start + $0 * 4) } : []
        guard header.count == 3, SQLType(rawValue: UInt32(header[2])).array == column.type || column.type.isUserDefined
        else {
            throw column.mismatch(expected: "an array")
        }
        type = SQLType(rawValue: UInt32(header[2]))
        switch header[0] {
        case 0:
            remaining = 0
            offset = 12
        case 1 where count >= 20:
            remaining = Self.number(start + 12)
            offset = 20
        default: throw .unacceptable("an array of several dimensions")
        }
        // Each element has four bytes at least, so a damaged length cannot make us reserve the world.
        guard remaining >= 0, remaining <= count / 4 else { throw Self.damaged }
    }

    @usableFromInline mutating func next() throws(ColumnError) -> ColumnValue {
        guard remaining > 0, offset + 4 <= count else { throw Self.damaged }
        let length = Int(Int32(truncatingIfNeeded: Self.number(start + offset)))
        offset += 4
        remaining -= 1
        guard length >= 0 else { return ColumnValue(type: type, start: nil, count: 0) }
        guard offset + length <= count else { throw Self.damaged }
        defer { offset += length }
        return ColumnValue(type: type, start: start + offset, count: length)
    }

    private static let damaged = ColumnError.unacceptable("a damaged array")

    private static func number(_ at: UnsafeRawPointer) -> Int {
        Int(Int32(bigEndian: at.loadUnaligned(as: Int32.self)))
    }
}

extension SQLBindable {
    @inlinable public static func arrayValue(of elements: [Self]) -> SQLValue {
        var writer = ArrayWriter(of: sqlType, count: elements.count)
        for element in elements { writer.append(element.sqlValue) }
        return writer.value(of: sqlArrayType)
    }
}

/// Puts a binary array together.
@usableFromInline struct ArrayWriter {
    private var bytes: [UInt8] = []
    private var hasNull = false
    private var invalid: String?

    @usableFromInline init(of type: SQLType, count: Int) {
        bytes.reserveCapacity(20 + count * 12)
        append(count == 0 ? 0 : 1)
        append(0)
        append(Int32(bitPattern: type.rawValue))
        guard count > 0 else { return }
        append(Int32(count))
        append(1)
    }

    @usableFromInline mutating func append(_ value: SQLValue) {
        guard let count = value.byteCount else {
            if case .invalid(let reason) = value.payload { invalid = reason }
            hasNull = true
            return append(-1)
        }
        append(Int32(count))
        withUnsafeTemporaryAllocation(byteCount: max(count, 16), alignment: 8) { scratch in
            guard let start = scratch.baseAddress else { return }
            invalid = value.write(to: start) ?? invalid
            bytes += UnsafeRawBufferPointer(start: start, count: count)
        }
    }

    @usableFromInline func value(of type: SQLType) -> SQLValue {
        if let invalid { return .invalid(type, because: invalid) }
        var finished = bytes
        finished[7] = hasNull ? 1 : 0
        return SQLValue(type: type, bytes: finished)
    }

    private mutating func append(_ number: Int32) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}
