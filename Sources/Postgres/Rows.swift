internal import CPostgres

/// The rows a statement answered, read in place.
@usableFromInline struct Rows: ~Copyable {
    private let result: ServerResult
    private let statement: Statement
    @usableFromInline let count: Int
    @usableFromInline let columns: Int

    init(_ result: consuming ServerResult, of statement: Statement) {
        count = Int(PQntuples(result.pointer))
        columns = Int(PQnfields(result.pointer))
        self.result = result
        self.statement = statement
    }

    @usableFromInline var affectedRows: Int { result.affectedRows }
    var command: String { result.command }

    @inlinable func check(columns expected: Int) throws(PostgresError) {
        if columns != expected { throw wrongCount(expected: expected) }
    }

    @usableFromInline func wrongCount(expected: Int) -> PostgresError {
        .columnCount(expected: expected, found: columns, statement: statement.text)
    }

    @usableFromInline func missing() -> PostgresError { .noRow(statement: statement.text) }

    /// - Precondition: the row and the column exist; libpq answers an empty value for others.
    @usableFromInline func value(row: Int32, column: Int32) -> ColumnValue {
        let count = Int(PQgetlength(result.pointer, row, column))
        let type = SQLType(rawValue: PQftype(result.pointer, column))
        if count == 0, PQgetisnull(result.pointer, row, column) != 0 {
            return ColumnValue(type: type, start: nil, count: 0)
        }
        return ColumnValue(type: type, start: PQgetvalue(result.pointer, row, column), count: count)
    }

    @usableFromInline func failure(_ reason: ColumnError, column: Int32) -> PostgresError {
        .decoding(
            column: Int(column) + 1, name: PQfname(result.pointer, column).map { String(cString: $0) } ?? "",
            reason: reason, statement: statement.text)
    }
}

extension Rows {
    /// Reads the next column of a row as `C`.
    @inlinable func read<C: Column>(_: C.Type, row: Int32, column: inout Int32) throws(PostgresError) -> C {
        let current = column
        column += 1
        do throws(ColumnError) {
            return try C(column: value(row: row, column: current))
        } catch {
            throw failure(error, column: current)
        }
    }
}
