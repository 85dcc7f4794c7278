package import Postgres

extension Week: Column, SQLBindable {
    /// Reads 672 bits, of a `bit(672)` column or of what `&`, `|`, `#`, `~` and shifts make of such.
    package init(column: borrowing ColumnValue) throws(ColumnError) {
        guard column.isNull || column.type == .bit || column.type == .varbit else {
            throw .unexpectedType(expected: SQLType.bit.description, found: column.type)
        }
        self = try column.withBytes { (raw) throws(ColumnError) in
            // The number of bits, then the bits, eight a byte.
            guard raw.count == 4 + Week.slotCount / 8,
                Int32(bigEndian: raw.loadUnaligned(as: Int32.self)) == Int32(Week.slotCount)
            else { throw .unacceptable("a week has \(Week.slotCount) bits") }
            return Week(bytes: raw[4...])
        }
    }

    package var sqlValue: SQLValue {
        let count = UInt32(Week.slotCount)
        let head = (0..<4).map { UInt8(truncatingIfNeeded: count >> UInt32(24 - 8 * $0)) }
        return SQLValue(type: .bit, bytes: head + bytes)
    }

    package static var sqlType: SQLType { .bit }
}
