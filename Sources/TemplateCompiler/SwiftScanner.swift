/// Reads Swift just well enough to know where an expression ends: strings, raw and multi-line ones and
/// those interpolated, and brackets that belong together.
struct SwiftScanner {
    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int
    private var brackets: [UInt8] = []

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Whether `position` is outside all brackets (it never rests inside a string).
    var isOutsideBrackets: Bool { brackets.isEmpty }

    /// Moves to where `closing` (`}}` or `%}`) ends the expression; `nil` when nothing does.
    mutating func find(closing: StaticString) -> Int? {
        let closesBraces = bytes.isEmpty ? false : closing.utf8Start.pointee == UInt8(ascii: "}")
        while position < end {
            let insideBraces = closesBraces && brackets.last == UInt8(ascii: "{")
            if !insideBraces, bytes.has(closing, at: position) { return position }
            if bytes.has("{%", at: position) { return nil }
            advance()
        }
        return nil
    }

    /// Moves over one byte, or over one whole string.
    mutating func advance() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "\""): skipString(hashes: 0)
        case UInt8(ascii: "#"): skipHashes()
        default:
            follow(byte)
            position += 1
        }
    }

    private mutating func follow(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
        case UInt8(ascii: ")"): close(UInt8(ascii: "("))
        case UInt8(ascii: "]"): close(UInt8(ascii: "["))
        case UInt8(ascii: "}"): close(UInt8(ascii: "{"))
        default: break
        }
    }

    private mutating func close(_ opening: UInt8) {
        if brackets.last == opening { brackets.removeLast() }
    }

    private mutating func skipHashes() {
        var hashes = 0
        while position < end, bytes[position] == UInt8(ascii: "#") {
            hashes += 1
            position += 1
        }
        if position < end, bytes[position] == .quote { skipString(hashes: hashes) }
    }

    /// From an opening quote to after the closing one; a single-line string without one ends with its line.
    private mutating func skipString(hashes: Int) {
        let isMultiline = position + 3 <= end && bytes.has("\"\"\"", at: position)
        position += isMultiline ? 3 : 1
        while position < end {
            let byte = bytes[position]
            if byte == .lineFeed, !isMultiline { return }
            if byte == .quote, endsString(isMultiline: isMultiline, hashes: hashes) {
                position += (isMultiline ? 3 : 1) + hashes
                return
            }
            if byte == UInt8(ascii: "\\"), hasHashes(hashes, at: position + 1) {
                position += 1 + hashes
                skipEscape()
            } else {
                position += 1
            }
        }
    }

    private func endsString(isMultiline: Bool, hashes: Int) -> Bool {
        if isMultiline, !bytes.has("\"\"\"", at: position) { return false }
        return hasHashes(hashes, at: position + (isMultiline ? 3 : 1))
    }

    private func hasHashes(_ count: Int, at place: Int) -> Bool {
        place + count <= end && bytes[place..<(place + count)].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// What follows a backslash: one byte, or an interpolation with all that is inside it.
    private mutating func skipEscape() {
        guard position < end else { return }
        guard bytes[position] == UInt8(ascii: "(") else {
            if bytes[position] != .lineFeed { position += 1 }
            return
        }
        var depth = 0
        repeat {
            switch bytes[position] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case .lineFeed: return
            default: break
            }
            if bytes[position] == .quote { skipString(hashes: 0) } else { position += 1 }
        } while depth > 0 && position < end
    }
}
