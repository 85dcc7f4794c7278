extension HTMLBuffer {
    /// Text between tags, or inside `<title>` and `<textarea>`. Control characters that HTML does not
    /// allow, NUL among them, become U+FFFD.
    @inlinable
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, quotes: false) }
    }

    @inlinable
    public mutating func text(_ text: Substring) {
        var text = text
        text.withUTF8 { escape($0, quotes: false) }
    }

    /// HTML that is safe already, as it is.
    @inlinable
    public mutating func text(_ html: SafeHTML) {
        html.bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Text inside the quotes, double or single, of an attribute that is neither address nor script.
    @inlinable
    public mutating func attribute(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, quotes: true) }
    }

    @inlinable
    public mutating func attribute(_ text: Substring) {
        var text = text
        text.withUTF8 { escape($0, quotes: true) }
    }

    /// - Complexity: O(*n*); what needs no escaping is found eight bytes at a time and copied in runs.
    @usableFromInline
    mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, quotes: Bool) {
        // Rarely more than this, so that most values are copied after a single check for room.
        reserve(bytes.count + 16)
        var copied = 0
        var next = 0
        while true {
            next = bytes.firstToEscape(from: next, quotes: quotes)
            append(UnsafeBufferPointer(rebasing: bytes[copied..<next]))
            guard next < bytes.count else { return }
            literal(replacement(for: bytes[next]))
            next += 1
            copied = next
        }
    }

    private func replacement(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "\r"): "&#13;"
        default: "\u{FFFD}"
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place at or after `position` that cannot be written as it is, or `count`.
    fileprivate func firstToEscape(from position: Int, quotes: Bool) -> Int {
        guard let start = UnsafeRawPointer(baseAddress) else { return 0 }
        var position = position
        while position + 8 <= count {
            let word = start.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if word.mayNeedEscaping(quotes: quotes) {
                let end = position + 8
                while position < end {
                    if self[position].needsEscaping(quotes: quotes) { return position }
                    position += 1
                }
            } else {
                position += 8
            }
        }
        while position < count, !self[position].needsEscaping(quotes: quotes) { position += 1 }
        return position
    }
}

extension UInt64 {
    /// Whether one of the eight bytes may be special. Errs only towards `true`: line breaks and tabs.
    /// Source: H. S. Warren, "Hacker's Delight", section 6-1 (finding a zero byte in a word).
    fileprivate func mayNeedEscaping(quotes: Bool) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let controls = (self &- ones &* 0x20) & ~self
        // 0x3C and 0x3E, and below 0x26 and 0x27, differ in one bit.
        let angles = (self | ones &* 0x02) ^ (ones &* 0x3E)
        let ampersands = quotes ? (self | ones) ^ (ones &* 0x27) : self ^ (ones &* 0x26)
        let deletions = self ^ (ones &* 0x7F)
        var found = controls | (angles &- ones) & ~angles | (ampersands &- ones) & ~ampersands
        found |= (deletions &- ones) & ~deletions
        if quotes {
            let doubles = self ^ (ones &* 0x22)
            found |= (doubles &- ones) & ~doubles
        }
        return found & (ones &* 0x80) != 0
    }
}

extension UInt8 {
    fileprivate func needsEscaping(quotes: Bool) -> Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quotes
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): false
        case 0..<0x20, 0x7F: true
        default: false
        }
    }
}
