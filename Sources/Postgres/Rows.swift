internal import CPostgres

/// The rows a statement answered, read in place.
///
/// A view of a result that the connection keeps until it asks for the next one. It does not own the result itself:
/// Swift 6.3 stops with an assertion when inlinable code destroys a non-copyable value with a `deinit`.
@usableFromInline struct Rows {
    private let result: OpaquePointer
    private let statement: Statement
    @usableFromInline let count: Int
    @usableFromInline let columns: Int

    init(of result: borrowing ServerResult, for statement: Statement) {
        self.result = result.pointer
        self.statement = statement
        count = Int(PQntuples(result.pointer))
        columns = Int(PQnfields(result.pointer))
    }

    /// The number of rows the statement changed or answered; 0 for those that do neither.
    @usableFromInline var affectedRows: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What the server says it did: `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
    var command: String { String(cString: PQcmdStatus(result)) }

    @inlinable func check(columns expected: Int) throws(PostgresError) {
        if columns != expected { throw wrongCount(expected: expected) }
    }

    @usableFromInline func wrongCount(expected: Int) -> PostgresError {
        .columnCount(expected: expected, found: columns, statement: statement.text)
    }

    @usableFromInline func missing() -> PostgresError { .noRow(statement: statement.text) }

    /// - Precondition: the row and the column exist; libpq answers an empty value for others.
    @usableFromInline func value(row: Int32, column: Int32) -> ColumnValue {
        let count = Int(PQgetlength(result, row, column))
        let type = SQLType(rawValue: PQftype(result, column))
        if count == 0, PQgetisnull(result, row, column) != 0 {
            return ColumnValue(type: type, start: nil, count: 0)
        }
        return ColumnValue(type: type, start: PQgetvalue(result, row, column), count: count)
    }

    @usableFromInline func failure(_ reason: ColumnError, column: Int32) -> PostgresError {
        .decoding(
            column: Int(column) + 1, name: PQfname(result, column).map { String(cString: $0) } ?? "",
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
