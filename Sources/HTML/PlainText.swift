extension SafeHTML {
    /// What a reader sees of it, as one line: tags are left out, those between blocks read as a space.
    ///
    /// - Parameter limit: in characters (Unicode scalars); a longer text is cut after a word and ended by "…".
    /// - Complexity: O(*n*) in the bytes up to the limit, whatever follows.
    public func plainText(limit: Int) -> String {
        withPlainText(limit: limit) { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as UTF-8, for who writes it on.
    func withPlainText<Value>(limit: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = PlainTextReader(bytes: bytes, limit: limit)
            return reader.read().withUnsafeBufferPointer(read)
        }
    }
}

/// Reads what our own renderer wrote: every `<` begins a tag, every `"` in one bounds a value.
private struct PlainTextReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let limit: Int
    private var text: [UInt8] = []
    private var count = 0
    /// Where the last word ended.
    private var wordEnd = 0
    private var isBetweenWords = true
    private var next = 0

    init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
        text.reserveCapacity(min(bytes.count, limit + 8))
    }

    mutating func read() -> [UInt8] {
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "<"): skipTag()
            case UInt8(ascii: "&"): if !appendReference() { return cut() }
            case 0x20, 0x0A, 0x09, 0x0D:
                isBetweenWords = true
                next += 1
            default: if !appendRun() { return cut() }
            }
        }
        return text
    }

    /// Appends what stands before the next tag, reference or space.
    ///
    /// - Returns: whether there was room.
    private mutating func appendRun() -> Bool {
        let start = next
        var characters = 0
        while next < bytes.count, !Self.endsRun(bytes[next]) {
            if bytes[next] & 0xC0 != 0x80 { characters += 1 }
            next += 1
        }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<next])
        guard count + characters < limit else { return run.allSatisfy { append($0) } }
        beginWord()
        text += run
        count += characters
        return true
    }

    private static func endsRun(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "&"), 0x20, 0x0A, 0x09, 0x0D: true
        default: false
        }
    }

    private mutating func beginWord() {
        if isBetweenWords, !text.isEmpty {
            wordEnd = text.count
            text.append(0x20)
            count += 1
        }
        isBetweenWords = false
    }

    /// - Returns: whether there was room.
    private mutating func append(_ byte: UInt8) -> Bool {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
            isBetweenWords = true
            return true
        }
        beginWord()
        if byte & 0xC0 != 0x80 {
            guard count < limit else { return false }
            count += 1
        }
        text.append(byte)
        return true
    }

    private mutating func cut() -> [UInt8] {
        // A text without spaces, as in Chinese, is cut where it is.
        if wordEnd > text.count / 2 { text.removeSubrange(wordEnd...) }
        text += "…".utf8
        return text
    }

    /// The names of elements that stand within words.
    private static let inline = [
        "a", "abbr", "b", "bdi", "code", "del", "em", "i", "mark", "s", "span", "strong", "sub", "sup",
    ].map { packed($0.utf8) }

    /// Names of up to eight bytes as numbers, which compare at once; longer ones are none of those above.
    private static func packed(_ name: some Collection<UInt8>) -> UInt64 {
        name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func skipTag() {
        next += 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "/") { next += 1 }
        let start = next
        while next < bytes.count, bytes[next] | 0x20 >= UInt8(ascii: "a"), bytes[next] | 0x20 <= UInt8(ascii: "z") {
            next += 1
        }
        // "h2" ends before its digit, which makes it no name of something inline.
        if !Self.inline.contains(Self.packed(bytes[start..<next])) { isBetweenWords = true }
        var isQuoted = false
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ">"), !isQuoted { return }
        }
    }

    /// - Returns: whether there was room.
    private mutating func appendReference() -> Bool {
        let end = bytes[next...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        guard let end, let scalar = Self.scalar(of: bytes[(next + 1)..<end]) else {
            next += 1
            return append(UInt8(ascii: "&"))
        }
        next = end + 1
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter where !append(byte) { return false }
        return true
    }

    private static func scalar(of name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case let text where text.hasPrefix("#x"): UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case let text where text.hasPrefix("#"): UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init)
        default: nil
        }
    }
}
