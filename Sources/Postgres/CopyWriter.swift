internal import Glibc

/// Takes the rows of one `Connection.copy` and sends them on in large chunks.
public struct CopyWriter: ~Copyable {
    private let wire: Wire
    private let target: CopyTarget
    private let types: [SQLType]
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk + chunk / 8, alignment: 16)
    private var used = 0
    private var column = 0
    private var invalid: PostgresError?
    /// The number of rows so far.
    public private(set) var count = 0

    private static var chunk: Int { 256 * 1024 }

    init(_ wire: Wire, target: CopyTarget, types: [SQLType]) {
        self.wire = wire
        self.target = target
        self.types = types
        // Signature, flags and length of the header's extension.
        // Source: "Binary Format" in the documentation of COPY.
        append(bytes: "PGCOPY\n".utf8.map { $0 } + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8))
    }

    deinit { buffer.deallocate() }

    /// Writes one row: `body` calls `write` once for each column, in order.
    ///
    /// - Throws: What `body` throws; `PostgresError.columnCount` when it writes another number of values;
    ///   `.invalidParameter` when one does not fit its column; any error the server has come to so far.
    public mutating func row(_ body: (inout CopyWriter) throws -> Void) throws {
        append(Int16(truncatingIfNeeded: types.count))
        column = 0
        try body(&self)
        if let invalid { throw invalid }
        guard column == types.count else {
            throw PostgresError.columnCount(expected: types.count, found: column, statement: target.statement)
        }
        count += 1
        if used >= Self.chunk { try send() }
    }

    /// The next column's value. Integers and floats are converted to the column's width, text and JSON to its kind.
    public mutating func write(_ value: some SQLBindable) { append(value.sqlValue) }

    mutating func finish() throws(PostgresError) -> Int {
        append(Int16(-1))
        try send()
        return try wire.endCopy(into: target)
    }

    private mutating func send() throws(PostgresError) {
        try wire.sendCopy(UnsafeRawBufferPointer(rebasing: buffer[..<used]))
        used = 0
    }
}

extension CopyWriter {
    private mutating func append(_ value: SQLValue) {
        column += 1
        guard column <= types.count else { return }
        guard let fitted = value.fitted(to: types[column - 1]) else {
            return refuse("\(value.type), which does not fit a column of \(types[column - 1])")
        }
        let length = fitted.byteCount
        reserve(4 + max(length ?? 0, 16))
        append(Int32(length ?? -1))
        if let base = buffer.baseAddress, let reason = fitted.write(to: base + used) { refuse(reason) }
        used += length ?? 0
    }

    private mutating func refuse(_ reason: String) {
        invalid = invalid ?? .invalidParameter(number: column, reason: reason, statement: target.statement)
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        reserve(8)
        withUnsafeBytes(of: number.bigEndian) { buffer[used...].copyBytes(from: $0) }
        used += number.bitWidth / 8
    }

    private mutating func append(bytes: [UInt8]) {
        reserve(bytes.count)
        buffer[used...].copyBytes(from: bytes)
        used += bytes.count
    }

    private mutating func reserve(_ count: Int) {
        guard used + count > buffer.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(used + count, buffer.count * 2), alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<used]))
        buffer.deallocate()
        buffer = larger
    }
}

extension SQLValue {
    /// The same value for a column of another type, or `nil` where it does not fit. A parameter's type is converted
    /// by the server; what COPY takes must have the column's own.
    fileprivate func fitted(to column: SQLType) -> SQLValue? {
        if type == column || type == .unspecified { return self }
        switch payload {
        case .null, .invalid: return self
        case .fixed(let high, _, let count): return number(from: high, count: count, for: column)
        case .text: return Self.isTextual(column) ? SQLValue(type: column, payload: payload) : nil
        case .bytes(let bytes): return document(from: bytes, for: column)
        }
    }

    private func number(from high: UInt64, count: UInt8, for column: SQLType) -> SQLValue? {
        let whole = Int64(bitPattern: high) >> (64 - Int64(count) * 8)
        switch (type, column) {
        case (.int2, .int4), (.int2, .int8), (.int4, .int8), (.int4, .int2), (.int8, .int4), (.int8, .int2):
            let width: UInt8 = column == .int8 ? 8 : column == .int4 ? 4 : 2
            let shift = 64 - Int64(width) * 8
            guard (whole << shift) >> shift == whole else { return nil }
            return .number(column, bits: UInt64(bitPattern: whole), count: width)
        case (.float8, .float4):
            return .number(column, bits: UInt64(Float(Double(bitPattern: high)).bitPattern), count: 4)
        default: return nil
        }
    }

    private func document(from bytes: [UInt8], for column: SQLType) -> SQLValue? {
        switch (type, column) {
        case (.bit, .varbit), (.varbit, .bit): SQLValue(type: column, payload: payload)
        // json's binary format is jsonb's without the version byte.
        case (.jsonb, .json): SQLValue(type: column, bytes: Array(bytes.dropFirst()))
        default: nil
        }
    }

    private static func isTextual(_ type: SQLType) -> Bool {
        [.text, .varchar, .bpchar, .name].contains(type) || type.isUserDefined
    }
}
