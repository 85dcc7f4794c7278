/// Takes away the white space that only served to lay out the template's directives.
enum WhiteSpace {
    /// - Lines that hold only directives and comments disappear with their line break. (Includes,
    ///   contents and slots stand for markup, so their lines stay.)
    /// - `-` inside braces takes all white space on its side away.
    /// - The line break that ends the file disappears.
    static func arrange(_ tokens: [Token], of source: TemplateSource) -> [Token] {
        let silent = silentLines(tokens, of: source)
        var result = tokens
        for index in tokens.indices where tokens[index].kind == .text {
            dropSilentLines(silent, from: &result[index], of: source)
            trimBeside(index, in: tokens, &result[index], source.bytes)
        }
        return result.filter { $0.kind != .comment && !($0.kind == .text && $0.range.isEmpty) }
    }

    /// The lines with a directive or comment on them and nothing else.
    private static func silentLines(_ tokens: [Token], of source: TemplateSource) -> Set<Int> {
        var silent: Set<Int> = []
        var speaking: Set<Int> = []
        for token in tokens {
            switch token.kind {
            case .text: speaking.formUnion(visibleLines(of: token, in: source))
            case .directive where !standsForMarkup(token, in: source), .comment:
                silent.formUnion(lines(of: token, in: source))
            case .directive, .interpolation: speaking.formUnion(lines(of: token, in: source))
            }
        }
        spread(&speaking, over: tokens, of: source)
        return silent.subtracting(speaking)
    }

    /// The first and the last line of a text that are not blank in it. (Lines between have no directive.)
    private static func visibleLines(of text: Token, in source: TemplateSource) -> [Int] {
        let visible = source.bytes.trimmed(text.range)
        return visible.isEmpty ? [] : [visible.lowerBound, visible.upperBound - 1].map(source.lineIndex(of:))
    }

    /// A directive over several lines disappears with all of them or with none.
    private static func spread(_ speaking: inout Set<Int>, over tokens: [Token], of source: TemplateSource) {
        for token in tokens + tokens.reversed() where token.kind == .directive || token.kind == .comment {
            let lines = lines(of: token, in: source)
            if lines.count > 1, !speaking.isDisjoint(with: lines) { speaking.formUnion(lines) }
        }
    }

    private static func lines(of token: Token, in source: TemplateSource) -> ClosedRange<Int> {
        source.lineIndex(of: token.whole.lowerBound)...source.lineIndex(of: token.whole.upperBound - 1)
    }

    private static func standsForMarkup(_ token: Token, in source: TemplateSource) -> Bool {
        let word = source.bytes[token.range].prefix { !$0.isWhiteSpace }
        return ["include", "content", "slot"].contains { word.elementsEqual($0.utf8) }
    }

    /// All of a silent line's own bytes are white space at an end of this token, so its range shrinks.
    private static func dropSilentLines(_ silent: Set<Int>, from token: inout Token, of source: TemplateSource) {
        var (start, end) = (token.range.lowerBound, token.range.upperBound)
        if silent.contains(source.lineIndex(of: start)) { start = min(source.lineEnd(after: start), end) }
        if start < end, silent.contains(source.lineIndex(of: end - 1)) {
            end = max(source.lineStart(before: end - 1), start)
        }
        token.beginsLine = start > token.range.lowerBound || start == 0
        token.range = start..<end
    }

    private static func trimBeside(_ index: Int, in tokens: [Token], _ token: inout Token, _ bytes: [UInt8]) {
        var (start, end) = (token.range.lowerBound, token.range.upperBound)
        if index > 0, tokens[index - 1].trimsAfter {
            while start < end, bytes[start].isWhiteSpace { start += 1 }
        }
        if index + 1 < tokens.count, tokens[index + 1].trimsBefore {
            while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        }
        if index + 1 == tokens.count, end > start, bytes[end - 1] == .lineFeed { end -= 1 }
        token.range = start..<end
    }
}
