internal import CPostgres

/// One result of the server, freed once.
struct ServerResult: ~Copyable {
    let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var errorMessage: String { String(cString: PQresultErrorMessage(pointer)) }

    /// The number of rows a statement changed or answered; 0 for those that do neither.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// The command that was run: `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
    var command: String { String(cString: PQcmdStatus(pointer)) }

    /// The fields of an error; the letters are the protocol's.
    enum ErrorField: Unicode.Scalar {
        case severity = "V"
        case sqlState = "C"
        case message = "M"
        case position = "P"
        case table = "t"
        case column = "c"
        case constraint = "n"
    }

    func errorField(_ field: ErrorField) -> String? {
        PQresultErrorField(pointer, Int32(field.rawValue.value)).map { String(cString: $0) }
    }
}
