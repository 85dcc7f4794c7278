extension Optional: Column where Wrapped: Column {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        self = column.isNull ? nil : try Wrapped(column: column)
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    @inlinable public var sqlValue: SQLValue { self?.sqlValue ?? .null(Wrapped.sqlType) }
    @inlinable public static var sqlType: SQLType { Wrapped.sqlType }
}

extension Column where Self: RawRepresentable, RawValue: Column {
    @inlinable public init(column: borrowing ColumnValue) throws(ColumnError) {
        guard let value = Self(rawValue: try RawValue(column: column)) else {
            throw .unacceptable("no \(Self.self) has this raw value")
        }
        self = value
    }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
    @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
    @inlinable public static var sqlType: SQLType { RawValue.sqlType }
}
