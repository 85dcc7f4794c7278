/// The words of a text without its marks: for an excerpt, and counted.
struct PlainText {
    private(set) var wordCount = 0
    private var beginning: [UInt8] = []
    private var firstCodeBlock: [UInt8] = []
    private var isBetweenWords = true

    /// In characters (Unicode scalars).
    static let longestExcerpt = 200

    /// More bytes than an excerpt can have, and its escape marks.
    private static let enough = longestExcerpt * 4 + 100

    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, !text[index].isWhitespace {
                // From U+3000 to U+9FFF, of which all that matters is written without spaces.
                if (0xE3...0xE9).contains(text[index]) { wordCount += 1 }
                index += 1
            }
            if index > start { append(word: text.extracting(start..<index)) }
            if index < text.count {
                isBetweenWords = true
                index += 1
            }
        }
    }

    private mutating func append(word: Span<UInt8>) {
        if isBetweenWords, !(0xE3...0xE9).contains(word[0]) { wordCount += 1 }
        if beginning.count < Self.enough {
            if isBetweenWords, !beginning.isEmpty { beginning.append(0x20) }
            beginning.append(word.extracting(..<min(word.count, Self.enough)))
        }
        isBetweenWords = false
    }

    /// Keeps the first code block, for a text that is nothing else.
    mutating func appendCodeBlock(_ code: Span<UInt8>) {
        if firstCodeBlock.isEmpty { firstCodeBlock.append(code.extracting(..<min(code.count, Self.enough))) }
        space()
    }

    /// Ends the word, as every block and line end does.
    mutating func space() { isBetweenWords = true }

    /// The beginning in at most `longestExcerpt` characters; the end of a word is looked for in the last forty of them.
    func excerpt(hasEscapeMarks: Bool) -> String {
        if beginning.isEmpty, !firstCodeBlock.isEmpty {
            var code = PlainText()
            code.append(firstCodeBlock.span)
            return code.excerpt(hasEscapeMarks: hasEscapeMarks)
        }
        let text = hasEscapeMarks ? CleanSource.withoutEscapeMarks(beginning) : beginning
        var count = 0, space: Int?
        for index in text.indices where text[index] & 0xC0 != 0x80 {
            if count == Self.longestExcerpt - 1, text.span.moreThanOneCharacter(at: index) {
                return String(decoding: text[..<(space ?? index)], as: UTF8.self) + "…"
            }
            if text[index] == 0x20, count >= Self.longestExcerpt - 41 { space = index }
            count += 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Span<UInt8> {
    fileprivate func moreThanOneCharacter(at index: Int) -> Bool { index + scalar(at: index).length < count }
}
