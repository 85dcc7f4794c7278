/// `[UInt8]` is bytea; a single byte is a smallint from 0 to 255.
extension UInt8: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        guard let value = UInt8(exactly: try column.integer()) else { throw .unacceptable("outside 0...255") }
        self = value
    }

    public static func array(from column: borrowing ColumnValue) throws(ColumnError) -> [UInt8] {
        let start = try column.bytes()
        guard column.type == .bytea else { throw column.mismatch(expected: "bytea") }
        return Array(UnsafeRawBufferPointer(start: start, count: column.count))
    }

    @inlinable public var sqlValue: SQLValue { .number(.int2, bits: UInt64(self), count: 2) }
    @inlinable public static var sqlType: SQLType { .int2 }

    public static func arrayValue(of elements: [UInt8]) -> SQLValue {
        SQLValue(type: .bytea, bytes: elements)
    }

    @inlinable public static var sqlArrayType: SQLType { .bytea }
}

/// A string of bits, for a column of bit(n) or varbit. The first bit is the highest of the first byte.
public struct BitString: Hashable, Sendable {
    /// The length in bits.
    public let count: Int
    /// Eight bits each, as many as are needed; the last one's unused low bits are 0.
    public let bytes: [UInt8]

    /// - Precondition: `bytes` has one byte for each eight bits begun. Unused bits are set to 0.
    public init(count: Int, bytes: [UInt8]) {
        precondition(count >= 0 && bytes.count == (count + 7) / 8, "as many bytes as the bits need")
        self.count = count
        guard count % 8 != 0, let last = bytes.last else {
            self.bytes = bytes
            return
        }
        self.bytes = bytes.dropLast() + [last & (0xFF << (8 - UInt8(count % 8)))]
    }

    /// - Precondition: `index` is in `0..<count`.
    public subscript(index: Int) -> Bool {
        precondition(index >= 0 && index < count, "a bit of the string")
        return bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
    }
}

extension BitString: Column, SQLBindable {
    public init(column: borrowing ColumnValue) throws(ColumnError) {
        let start = try column.bytes()
        guard column.type == .bit || column.type == .varbit, column.count >= 4 else {
            throw column.mismatch(expected: "bit or varbit")
        }
        let bits = Int(Int32(bigEndian: start.loadUnaligned(as: Int32.self)))
        guard bits >= 0, column.count == 4 + (bits + 7) / 8 else { throw .unacceptable("a damaged bit string") }
        self.init(count: bits, bytes: Array(UnsafeRawBufferPointer(start: start + 4, count: column.count - 4)))
    }

    public var sqlValue: SQLValue {
        var wire: [UInt8] = []
        wire.reserveCapacity(4 + bytes.count)
        withUnsafeBytes(of: Int32(count).bigEndian) { wire += $0 }
        wire += bytes
        return SQLValue(type: .bit, bytes: wire)
    }

    public static var sqlType: SQLType { .bit }
}
