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

    /// The number of rows a COPY loaded.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

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
