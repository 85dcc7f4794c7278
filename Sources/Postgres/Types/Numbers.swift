extension Int: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        self = Int(try column.integer())
    }

    @inlinable public var sqlValue: SQLValue {
        .number(.int8, bits: UInt64(bitPattern: Int64(self)), count: 8)
    }

    @inlinable public static var sqlType: SQLType { .int8 }
}

extension Int32: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        guard let value = Int32(exactly: try column.integer()) else { throw .unacceptable("outside 32 bits") }
        self = value
    }

    @inlinable public var sqlValue: SQLValue {
        .number(.int4, bits: UInt64(UInt32(bitPattern: self)), count: 4)
    }

    @inlinable public static var sqlType: SQLType { .int4 }
}

extension Int16: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        guard let value = Int16(exactly: try column.integer()) else { throw .unacceptable("outside 16 bits") }
        self = value
    }

    @inlinable public var sqlValue: SQLValue {
        .number(.int2, bits: UInt64(UInt16(bitPattern: self)), count: 2)
    }

    @inlinable public static var sqlType: SQLType { .int2 }
}

extension Double: Column, SQLBindable {
    /// Reads float8 and float4.
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        let start = try column.bytes()
        switch (column.type, column.count) {
        case (.float8, 8): self.init(bitPattern: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)))
        case (.float4, 4):
            self.init(Float(bitPattern: UInt32(bigEndian: start.loadUnaligned(as: UInt32.self))))
        default: throw column.mismatch(expected: "float8 or float4")
        }
    }

    @inlinable public var sqlValue: SQLValue { .number(.float8, bits: bitPattern, count: 8) }
    @inlinable public static var sqlType: SQLType { .float8 }
}

extension Bool: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        self = try column.bytes(of: .bool, count: 1).load(as: UInt8.self) != 0
    }

    @inlinable public var sqlValue: SQLValue { .number(.bool, bits: self ? 1 : 0, count: 1) }
    @inlinable public static var sqlType: SQLType { .bool }
}
