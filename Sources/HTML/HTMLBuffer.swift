/// Where templates write: UTF-8 bytes, appended, each value escaped for where it stands.
///
/// The compiler of templates picks the call: `literal` for markup of the template, `text` between tags,
/// `attribute` inside quotes, `url` where an address begins, `urlComponent` further inside an address.
public struct HTMLBuffer: ~Copyable {
    // Safe because the buffer cannot be copied: one owner writes, grows and frees these bytes, and the
    // first `count` of them are always initialised.
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var count: Int
    @usableFromInline var capacity: Int

    /// - Parameter capacity: bytes to set aside at once. The buffer doubles when they do not suffice.
    public init(capacity: Int = 32_768) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
        count = 0
    }

    deinit {
        start.deallocate()
    }

    /// All that was written, as UTF-8.
    public consuming func finish() -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Markup as its template has it: not escaped, and never run-time text.
    @inlinable
    public mutating func literal(_ markup: StaticString) {
        guard markup.hasPointerRepresentation else { return append(markup.unicodeScalar) }
        append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    @inlinable
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).initialize(from: source, count: bytes.count)
        count += bytes.count
    }

    @inlinable
    mutating func append(_ byte: UInt8) {
        reserve(1)
        (start + count).initialize(to: byte)
        count += 1
    }

    @usableFromInline
    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    /// Makes room for `more` bytes after `count`.
    @inlinable
    mutating func reserve(_ more: Int) {
        if more > capacity - count { grow(by: more) }
    }

    @usableFromInline @inline(never)
    mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }
}
