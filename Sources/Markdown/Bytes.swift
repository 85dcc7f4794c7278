internal import Glibc

extension UInt8 {
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
    var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIILetterOrDigit }
    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// ASCII letters in lower case, all else as it is.
    var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension [UInt8] {
    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    mutating func append(_ text: StaticString) {
        // Safe: a static string's bytes live as long as the program.
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(decimal number: Int) {
        append(contentsOf: String(number).utf8)
    }
}

extension Span<UInt8> {
    /// The character that begins at `index`, and how many bytes it takes.
    ///
    /// - Precondition: valid UTF-8 but for bytes FE and FF, and `index` is where a character begins.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(self[index])
        func next(_ offset: Int) -> UInt32 {
            index + offset < count ? UInt32(self[index + offset]) & 0x3F : 0
        }
        let value: UInt32
        let length: Int
        switch first {
        case ..<0x80: (value, length) = (first, 1)
        case ..<0xE0: (value, length) = ((first & 0x1F) << 6 | next(1), 2)
        case ..<0xF0: (value, length) = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        case ..<0xF8: (value, length) = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        // cmark 0.30.2 makes one byte, FE or FF, of `&#xFFFE;` and `&#xFFFF;`.
        default: (value, length) = (0xFFFF, 1)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", Swift.min(length, count - index))
    }

    /// The character that ends before `index`; `nil` at the beginning.
    func scalar(before index: Int) -> Unicode.Scalar? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start).scalar
    }

    /// - Parameter prefix: in lower case. ASCII letters of the span may have either.
    func hasPrefix(_ prefix: StaticString, at start: Int = 0) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where self[start + offset].lowercased != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Found by the C library, which looks at many at once.
    func contains(_ byte: UInt8) -> Bool {
        // Safe: the pointer is read no further than the span, and not kept.
        withUnsafeBytes { $0.baseAddress.map { start in memchr(start, Int32(byte), count) != nil } ?? false }
    }

    var string: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
