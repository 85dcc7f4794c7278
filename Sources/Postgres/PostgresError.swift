/// What can go wrong between a program and its database.
///
/// Carries names and the text of statements with `$1` for parameters; never a parameter's or a column's value.
public enum PostgresError: Error, Equatable {
    /// The database cannot be reached, or the connection was lost and nothing was changed.
    case unavailable(String)
    /// The connection was lost after a change was sent and before its answer came: it may have happened or not.
    case outcomeUnknown
    /// A constraint of the schema refused the change.
    ///
    /// - `name`: the constraint's name; for `.notNull` the column's.
    case constraint(kind: ConstraintKind, name: String, table: String)
    /// The statement took longer than it may; it changed nothing.
    case timedOut(statement: String)
    /// Another transaction was in the way (40001, 40P01); the whole transaction may be tried again.
    case serialization(statement: String)
    /// Any other error of the server. Parts of `message` that can quote a value are left out.
    case statement(sqlState: String, message: String, statement: String)
    /// A column (from 1) could not be read as what the query asks for.
    case decoding(column: Int, name: String, reason: ColumnError, statement: String)
    /// The statement answers another number of columns than the query reads.
    case columnCount(expected: Int, found: Int, statement: String)
    /// `one` and `value` need a row, and there is none.
    case noRow(statement: String)
    /// A parameter (from 1) that Postgres cannot hold; nothing was sent.
    case invalidParameter(number: Int, reason: String, statement: String)
    /// A transaction was begun inside another.
    case nestedTransaction

    public enum ConstraintKind: Sendable, Equatable {
        case unique, foreignKey, check, notNull, exclusion
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unavailable(let reason): "the database is unavailable: \(reason)"
        case .outcomeUnknown: "the connection was lost before the database confirmed a change"
        case .constraint(let kind, let name, let table): "\(table) refused by \(kind) constraint \(name)"
        case .timedOut(let statement): "took too long: \(statement)"
        case .serialization(let statement): "gave way to another transaction: \(statement)"
        case .statement(let sqlState, let message, let statement): "\(sqlState) \(message): \(statement)"
        case .decoding(let column, let name, let reason, let statement):
            "column \(column) (\(name)) \(reason): \(statement)"
        case .columnCount(let expected, let found, let statement):
            "\(found) columns where \(expected) are read: \(statement)"
        case .noRow(let statement): "no row: \(statement)"
        case .invalidParameter(let number, let reason, let statement): "$\(number) is \(reason): \(statement)"
        case .nestedTransaction: "a transaction inside a transaction"
        }
    }
}

extension ColumnError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpectedNull: "is NULL"
        case .unexpectedType(let expected, let found): "is \(found), not \(expected)"
        case .unacceptable(let reason): "is \(reason)"
        }
    }
}
