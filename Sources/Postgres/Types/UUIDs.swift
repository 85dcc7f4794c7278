public import FoundationEssentials

extension UUID: Column, SQLBindable {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        self.init(uuid: try column.bytes(of: .uuid, count: 16).loadUnaligned(as: uuid_t.self))
    }

    @inlinable public var sqlValue: SQLValue {
        withUnsafeBytes(of: uuid) { bytes in
            SQLValue(
                type: .uuid,
                payload: .fixed(
                    high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                    low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)), count: 16))
        }
    }

    @inlinable public static var sqlType: SQLType { .uuid }
}
