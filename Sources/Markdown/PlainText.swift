/// The words of a text without its marks: for an excerpt, and counted.
struct PlainText {
    private(set) var wordCount = 0
    private var beginning: [UInt8] = []
    private var firstCodeBlock: [UInt8] = []
    private var isBetweenWords = true

    /// In characters (Unicode scalars).
    static let longestExcerpt = 200

    /// More than enough bytes of text for an excerpt.
    private static let enough = longestExcerpt * 4 + 4

    mutating func append(_ text: Span<UInt8>) {
        for index in text.indices {
            let byte = text[index]
            if byte.isWhitespace {
                isBetweenWords = true
                continue
            }
            // From U+3000 to U+9FFF, of which all that matters is written without spaces.
            if isBetweenWords || (0xE3...0xE9).contains(byte) { wordCount += 1 }
            if beginning.count < Self.enough {
                if isBetweenWords, !beginning.isEmpty { beginning.append(0x20) }
                beginning.append(byte)
            }
            isBetweenWords = false
        }
    }

    /// Keeps the first code block, for a text that is nothing else.
    mutating func appendCodeBlock(_ code: Span<UInt8>) {
        if firstCodeBlock.isEmpty { firstCodeBlock.append(code.extracting(..<min(code.count, Self.enough))) }
        space()
    }

    /// Ends the word, as every block and line end does.
    mutating func space() { isBetweenWords = true }

    var excerpt: String {
        if beginning.isEmpty, !firstCodeBlock.isEmpty {
            var code = PlainText()
            code.append(firstCodeBlock.span)
            return code.excerpt
        }
        let text = String(decoding: CleanSource.withoutEscapeMarks(beginning), as: UTF8.self)
        var scalars = text.unicodeScalars[...]
        guard scalars.count > Self.longestExcerpt else { return text }
        scalars = scalars.prefix(Self.longestExcerpt - 1)
        // Within reach of the end, or not at all: some scripts have few spaces.
        if let cut = scalars.suffix(40).lastIndex(of: " ") { scalars = scalars[..<cut] }
        return String(scalars) + "…"
    }
}
