/// A place in a literal part of a template, and what of it goes into the page.
struct MarkupReader {
    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int
    private(set) var output: [UInt8] = []
    /// Nothing but a line break, which is in the page already, stands before `position`.
    var beginsLine = false

    init(bytes: [UInt8], position: Int, end: Int) {
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    var isAtEnd: Bool { position >= end }

    /// The byte `distance` further on, 0 after the end.
    func peek(_ distance: Int) -> UInt8 {
        position + distance < end ? bytes[position + distance] : 0
    }

    func has(_ text: StaticString) -> Bool {
        position + text.utf8CodeUnitCount <= end && bytes.has(text, at: position, ignoringCase: true)
    }

    mutating func copy(_ count: Int) {
        let next = min(position + count, end)
        output += bytes[position..<next]
        position = next
    }

    mutating func skip(_ count: Int) {
        position = min(position + count, end)
    }

    /// - Returns: whether there was anything to skip.
    @discardableResult
    mutating func skipUntilSpaceOrTagEnd() -> Bool {
        let start = position
        while !isAtEnd, !peek(0).isWhiteSpace, peek(0) != UInt8(ascii: ">") { position += 1 }
        return position > start
    }

    /// Puts a byte into the page that the template does not have.
    mutating func insert(_ byte: UInt8) {
        output.append(byte)
    }

    /// - Returns: whether `text` was found; without it everything is copied.
    mutating func copy(through text: StaticString) -> Bool {
        while !isAtEnd {
            if has(text) {
                copy(text.utf8CodeUnitCount)
                return true
            }
            copy(1)
        }
        return false
    }

    /// Up to the next `<`. White space with a line break in it becomes that line break, which a
    /// browser shows the same way, unless `keepingSpace`.
    mutating func copyText(keepingSpace: Bool) {
        while !isAtEnd, peek(0) != UInt8(ascii: "<") {
            if keepingSpace || !peek(0).isWhiteSpace { copy(1) } else { copySpace(lineBreak: .lineFeed) }
            beginsLine = false
        }
    }

    /// Up to the `</name` that ends a `<title>`, `<script>` and the like.
    mutating func copyText(of name: String) {
        while !isAtEnd, !isAtEndTag(of: name) { copy(1) }
    }

    private func isAtEndTag(of name: String) -> Bool {
        guard peek(0) == UInt8(ascii: "<"), peek(1) == UInt8(ascii: "/") else { return false }
        let after = peek(2 + name.utf8.count)
        let letters = (0..<name.utf8.count).map { peek(2 + $0) | 0x20 }
        return letters.elementsEqual(name.utf8) && (after.isWhiteSpace || after == UInt8(ascii: ">") || after == 0)
    }

    /// All white space here; as one byte when there is a line break in it.
    mutating func copySpace(lineBreak: UInt8) {
        let start = position
        skipSpace()
        if beginsLine { return }
        let space = bytes[start..<position]
        if space.contains(.lineFeed) { output.append(lineBreak) } else { output += space }
    }

    mutating func skipSpace() {
        while !isAtEnd, peek(0).isWhiteSpace { position += 1 }
    }

    /// A tag's or attribute's name as it stands.
    /// - Returns: the name in lower case.
    mutating func copyName() -> String {
        let start = position
        while !isAtEnd, !peek(0).endsName { copy(1) }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }
}

extension UInt8 {
    fileprivate var endsName: Bool {
        isWhiteSpace || "/>=\"'<".utf8.contains(self)
    }
}
