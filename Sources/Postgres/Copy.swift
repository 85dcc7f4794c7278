internal import CPostgres

extension Connection {
    /// Loads rows the fastest way there is: `COPY … FROM STDIN` in binary, some 256 KB at a time.
    ///
    /// ```swift
    /// try connection.copy(into: "posts", columns: ["id", "title"]) { rows in
    ///     for post in posts {
    ///         try rows.row {
    ///             $0.write(post.id)
    ///             $0.write(post.title)
    ///         }
    ///     }
    /// }
    /// ```
    /// All rows arrive or none. There is no time limit, save 60 s without any progress; when a transaction is open,
    /// its later statements have no limit on the server either.
    ///
    /// - Parameters:
    ///   - table: The table's name, with its schema before a dot if need be.
    ///   - columns: Their names; each row's values are written in this order.
    /// - Returns: The number of rows.
    /// - Throws: What `rows` throws. `PostgresError`, among them `.invalidParameter` with the column's number for a
    ///   value of another type than its column, and whatever the table's constraints refuse.
    @discardableResult
    public func copy(
        into table: String, columns: [String], rows: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        let target = CopyTarget(table: table, columns: columns)
        let wire = try wireOutsidePipeline()
        serverFailure = nil
        do {
            let types = try wire.columnTypes(of: target)
            try wire.beginCopy(into: target)
            var writer = CopyWriter(wire, target: target, types: types)
            try rows(&writer)
            let count = try writer.finish()
            try wire.enterPipeline()
            return count
        } catch {
            endFailedCopy(on: wire)
            if let error = error as? PostgresError { note(error) }
            throw error
        }
    }

    /// Ends a COPY that failed, so that nothing of it stays and the connection can be used again.
    private func endFailedCopy(on wire: Wire) {
        do throws(PostgresError) {
            guard wire.isUsable else { throw .unavailable("") }
            try wire.cancelCopy()
            try wire.enterPipeline()
        } catch {
            dropWire()
        }
    }
}

/// Where a COPY goes.
struct CopyTarget {
    let columns: [String]
    /// The table, with its name quoted.
    let table: String

    init(table: String, columns: [String]) {
        self.columns = columns
        self.table = table.split(separator: ".").map { Self.quoted($0) }.joined(separator: ".")
    }

    var columnList: String { columns.map { Self.quoted($0) }.joined(separator: ", ") }

    // Names are the programmer's, but a name with a quote in it must not become SQL either.
    static func quoted(_ name: some StringProtocol) -> String {
        "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }

    var statement: String { "COPY \(table) (\(columnList)) FROM STDIN (FORMAT binary)" }
}

extension Wire {
    /// How long a COPY may wait for the server to take or answer anything.
    var copyDeadline: Instant { .now + .seconds(60) }

    /// The columns' types, found by asking for no rows. Leaves the pipeline.
    fileprivate func columnTypes(of target: CopyTarget) throws(PostgresError) -> [SQLType] {
        try leavePipeline()
        let query = "SELECT \(target.columnList) FROM \(target.table) LIMIT 0"
        guard PQsendQuery(connection, query) == 1 else { throw lost() }
        try flush(until: copyDeadline)
        var types: [SQLType] = []
        var failure: ServerFailure?
        while let result = try next(until: copyDeadline) {
            if result.status == PGRES_FATAL_ERROR { failure = ServerFailure(result) }
            types = (0..<PQnfields(result.pointer)).map { SQLType(rawValue: PQftype(result.pointer, $0)) }
        }
        if let failure { throw failure.error(in: target.statement) }
        return types
    }

    fileprivate func beginCopy(into target: CopyTarget) throws(PostgresError) {
        // Both in one message: outside a transaction they are one, and the setting ends with it.
        guard PQsendQuery(connection, "SET LOCAL statement_timeout = 0; \(target.statement)") == 1 else {
            throw lost()
        }
        try flush(until: copyDeadline)
        while let result = try next(until: copyDeadline) {
            if result.status == PGRES_COPY_IN { return }
            if result.status == PGRES_FATAL_ERROR { throw ServerFailure(result).error(in: target.statement) }
        }
        throw .unavailable("COPY was not begun")
    }

    /// Hands a chunk over and waits until it is on its way.
    func sendCopy(_ chunk: UnsafeRawBufferPointer) throws(PostgresError) {
        let start = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
        while true {
            switch PQputCopyData(connection, start, Int32(chunk.count)) {
            case 1: return try flush(until: copyDeadline)
            case 0: try flush(until: copyDeadline)
            default: throw lost()
            }
        }
    }

    /// - Returns: The number of rows.
    func endCopy(into target: CopyTarget) throws(PostgresError) -> Int {
        guard PQputCopyEnd(connection, nil) == 1 else { throw lost() }
        try flush(until: copyDeadline)
        var count = 0
        var failure: ServerFailure?
        while let result = try next(until: copyDeadline) {
            if result.status == PGRES_FATAL_ERROR { failure = failure ?? ServerFailure(result) }
            count = result.affectedRows
        }
        if let failure { throw failure.error(in: target.statement) }
        return count
    }

    fileprivate func cancelCopy() throws(PostgresError) {
        if PQputCopyEnd(connection, "given up") == 1 { try flush(until: copyDeadline) }
        while let result = try next(until: copyDeadline) {
            if result.status == PGRES_COPY_IN { _ = PQputCopyEnd(connection, "given up") }
        }
    }
}
