internal import Glibc

/// The parameters of a batch's statements as libpq takes them. Memory is kept from one batch to the next.
///
/// Part of a `Connection`, whose remark on exclusive access holds here too.
final class ParameterBuffer {
    @exclusivity(unchecked) private var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
    @exclusivity(unchecked) private var used = 0
    @exclusivity(unchecked) private var offsets: [Int] = []
    @exclusivity(unchecked) private var counts: [Int32] = []
    @exclusivity(unchecked) private var starts: [UnsafePointer<CChar>?] = []
    @exclusivity(unchecked) private var formats: [Int32] = []

    /// The memory that is kept; a large file that was sent once must not be paid for ever.
    private static var kept: Int { 1 << 20 }

    /// The protocol counts a statement's parameters in 16 bits.
    private static var most: Int { 65_535 }

    deinit { bytes.deallocate() }

    /// Where a statement's parameters are among those of its batch.
    var end: Int { counts.count }

    func clear() {
        used = 0
        if bytes.count > Self.kept {
            bytes.deallocate()
            bytes = .allocate(byteCount: 4096, alignment: 16)
        }
        offsets.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }

    /// - Throws: `.invalidParameter` for a value that Postgres cannot hold, or one too many.
    func append(_ values: [SQLValue], for statement: Statement) throws(PostgresError) {
        guard values.count <= Self.most else {
            throw .invalidParameter(number: Self.most + 1, reason: "one too many", statement: statement.text)
        }
        for (index, value) in values.enumerated() {
            let count = value.byteCount
            let start = reserve(max(count ?? 0, 16))
            if let reason = value.write(to: start) {
                throw .invalidParameter(number: index + 1, reason: reason, statement: statement.text)
            }
            offsets.append(count == nil ? -1 : used)
            counts.append(Int32(clamping: count ?? 0))
            used += count ?? 0
        }
    }

    /// Memory for the next `count` bytes. What was written before may move: offsets stay, addresses do not.
    private func reserve(_ count: Int) -> UnsafeMutableRawPointer {
        if used + count > bytes.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(used + count, bytes.count * 2), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<used]))
            bytes.deallocate()
            bytes = larger
        }
        guard let start = bytes.baseAddress else { preconditionFailure("the buffer is never empty") }
        return start + used
    }

    /// Turns offsets into addresses, once all parameters are in.
    func seal() {
        starts.removeAll(keepingCapacity: true)
        let base = UnsafePointer(bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
        for offset in offsets { starts.append(offset < 0 ? nil : base.map { $0 + offset }) }
        while formats.count < counts.count { formats.append(1) }
    }

    /// Calls `body` with the addresses, lengths and formats of the parameters from `first` on.
    func withParameters<Value>(
        from first: Int,
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        starts.withUnsafeBufferPointer { starts in
            counts.withUnsafeBufferPointer { counts in
                formats.withUnsafeBufferPointer { formats in
                    body(
                        starts.baseAddress.map { $0 + first }, counts.baseAddress.map { $0 + first },
                        formats.baseAddress)
                }
            }
        }
    }
}
