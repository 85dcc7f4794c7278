internal import CPostgres

/// An error as the server reported it.
struct ServerFailure {
    let sqlState: String
    let isFatal: Bool
    let message: String
    /// Where in the text the error is, in characters from 1.
    let position: Int?
    let constraint: String
    let table: String
    let column: String

    init(_ result: borrowing ServerResult) {
        sqlState = result.errorField(.sqlState) ?? ""
        let severity = result.errorField(.severity)
        isFatal = severity == "FATAL" || severity == "PANIC"
        message = result.errorField(.message) ?? result.errorMessage
        position = result.errorField(.position).flatMap { Int($0) }
        constraint = result.errorField(.constraint) ?? ""
        table = result.errorField(.table) ?? ""
        column = result.errorField(.column) ?? ""
    }

    /// No SQLSTATE: libpq says so itself, when the connection broke. A fatal error ends the connection too.
    var endsConnection: Bool { sqlState.isEmpty || isFatal }

    /// A prepared statement is gone, or its result would have other types than when it was prepared.
    var meansStalePlan: Bool {
        sqlState == "26000" || sqlState == "0A000" && message.hasPrefix("cached plan must not change")
    }

    func error(in statement: String) -> PostgresError {
        switch sqlState {
        case "23505": .constraint(kind: .unique, name: constraint, table: table)
        case "23503": .constraint(kind: .foreignKey, name: constraint, table: table)
        case "23514": .constraint(kind: .check, name: constraint, table: table)
        case "23502": .constraint(kind: .notNull, name: column, table: table)
        case "23P01": .constraint(kind: .exclusion, name: constraint, table: table)
        case "40001", "40P01": .serialization(statement: statement)
        case "57014": .timedOut(statement: statement)
        case _ where endsConnection: .unavailable(message)
        default: .statement(sqlState: sqlState, message: messageWithoutValues, statement: statement)
        }
    }

    /// Errors about data (class 22) quote the value after a colon: `invalid input syntax for type uuid: "…"`.
    private var messageWithoutValues: String {
        guard sqlState.hasPrefix("22"), let colon = message.firstIndex(of: ":") else { return message }
        return String(message[..<colon])
    }
}
