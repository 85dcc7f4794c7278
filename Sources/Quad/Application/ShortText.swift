/// Digits and words put together in the text's own storage: one allocation, where joining strings makes several.
struct ShortText: ~Copyable {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    fileprivate private(set) var count = 0

    /// - Parameter bytes: outlives this value; room for all that is appended.
    fileprivate init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func append(_ word: String) {
        for byte in word.utf8 { append(byte: byte) }
    }

    /// A number from 0 on.
    mutating func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        append(byte: 48 + UInt8(truncatingIfNeeded: number % 10))
    }

    /// A number from 0 to 99 in two digits.
    mutating func append(pair number: Int) {
        append(byte: 48 + UInt8(truncatingIfNeeded: number / 10))
        append(byte: 48 + UInt8(truncatingIfNeeded: number % 10))
    }

    private mutating func append(byte: UInt8) {
        // The subscript checks bounds in debug builds alone, so this does in all.
        precondition(count < bytes.count, "a short text outgrew its room")
        bytes[count] = byte
        count += 1
    }
}

extension String {
    /// - Parameters:
    ///   - shortText: the most UTF-8 bytes that `write` appends.
    init(shortText room: Int, _ write: (inout ShortText) -> Void) {
        self.init(unsafeUninitializedCapacity: room) { bytes in
            var text = ShortText(bytes)
            write(&text)
            return text.count
        }
    }
}
