/// A source without what could not be seen or would mislead: line ends are `\n`, text is in Unicode's form C, and
/// what `VisibleText` drops is gone.
struct CleanSource: Sendable {
    /// Valid UTF-8 without NUL.
    let bytes: [UInt8]

    /// Whether a backslash stood before `@`, `#` or `:`, so that bytes holds `escapeMark`s.
    let hasEscapeMarks: Bool

    /// Stands after an escaped `@`, `#` or `:`, which the parser makes look like any other, and is taken out of all
    /// that is written. U+FDD0 is a character that no text may hold, so a source cannot bring its own.
    static let escapeMark: [UInt8] = [0xEF, 0xB7, 0x90]

    /// - Parameter limit: the most characters, counted as Unicode scalars that are kept.
    /// - Throws: `.containsNUL` or `.tooLong`.
    init(_ source: String, limit: Int) throws(MarkdownError) {
        // What is dropped does not count, but must not be without end either.
        guard source.utf8.count <= 1 << 20 else {
            throw .tooLong(limit: limit, count: source.unicodeScalars.count)
        }
        var source = source
        var text = VisibleText(capacity: source.utf8.count + 16)
        let holdsNUL = source.withUTF8 { utf8 in
            text.append(utf8.span, markingEscapes: true)
            return utf8.span.contains(0)
        }
        guard !holdsNUL else { throw .containsNUL }
        guard text.count <= limit else { throw .tooLong(limit: limit, count: text.count) }
        bytes = text.needsComposing ? Composition.composed(text.bytes) : text.bytes
        hasEscapeMarks = text.hasEscapeMarks
    }

    /// Takes the escape marks out of text to be shown.
    static func withoutEscapeMarks(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xB7, bytes[index + 2] == 0x90 {
                index += 3
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return kept
    }
}
