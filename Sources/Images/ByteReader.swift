/// Numbers out of bytes that somebody else wrote: whatever lies outside of them is `nil`.
struct ByteReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func byte(at offset: Int) -> Int? {
        bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
    }

    /// A number of one to four bytes, the most significant first.
    func big(_ length: Int, at offset: Int) -> Int? {
        number(length, at: offset) { $0 }
    }

    /// The same, the least significant first.
    func little(_ length: Int, at offset: Int) -> Int? {
        number(length, at: offset) { length - 1 - $0 }
    }

    private func number(_ length: Int, at offset: Int, place: (Int) -> Int) -> Int? {
        guard offset >= 0, offset <= count - length else { return nil }
        return (0..<length).reduce(0) { $0 << 8 | Int(bytes[offset + place($1)]) }
    }

    func has(_ expected: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset <= count - expected.count else { return false }
        return bytes[offset..<(offset + expected.count)].elementsEqual(expected)
    }

    func has(_ expected: StaticString, at offset: Int) -> Bool {
        expected.withUTF8Buffer { has(Array($0), at: offset) }
    }

    /// The next `byte` from `offset` on.
    func next(_ byte: UInt8, from offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return bytes[offset...].firstIndex(of: byte)
    }
}
