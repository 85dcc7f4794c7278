extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let quote = UInt8(ascii: "\"")

    /// White space as HTML and Swift both understand it.
    var isWhiteSpace: Bool {
        switch self {
        case UInt8(ascii: " "), .lineFeed, UInt8(ascii: "\t"), .carriageReturn, 0x0C: true
        default: false
        }
    }

    var isLetter: Bool {
        switch self | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    /// May stand in a Swift name, the first place aside.
    var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}

extension [UInt8] {
    /// Whether `text` stands at `position`, letter case ignored when `text` is in lower case.
    func has(_ text: StaticString, at position: Int, ignoringCase: Bool = false) -> Bool {
        guard position >= 0, position + text.utf8CodeUnitCount <= count else { return false }
        // A plain loop: in a debug build, which a build tool always is, closures are slow.
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        for index in wanted.indices {
            let byte = self[position + index]
            guard byte == wanted[index] || ignoringCase && byte.isLetter && byte | 0x20 == wanted[index] else {
                return false
            }
        }
        return true
    }

    /// The range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isWhiteSpace { start += 1 }
        while end > start, self[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }
}
