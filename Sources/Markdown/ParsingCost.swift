/// Refuses sources on which cmark 0.30.2 would take quadratic time, before it sees them.
///
/// Two of its loops are not bounded by the length of a source. For each line it visits all open quotes and lists, and
/// for each emphasis all that stand around it. For each link it visits all `![` still open before it in the paragraph.
/// Both products are bounded here from above, in one pass that knows nothing of Markdown but its marks, with some
/// twenty times what ordinary texts of full length need.
/// (CVE-2023-22486, GHSA-66g8-4hjf-77xh.)
enum ParsingCost {
    /// Visits of open containers: a line counts its depth once, and once more for each eight bytes. Some 15 ns each.
    static let mostContainerVisits = 500_000

    /// Pairs of `![` and `[` in a paragraph. Some 3 ns each.
    static let mostBracketPairs = 2_000_000

    /// - Parameter source: with `\n` as line end.
    /// - Throws: `.tooDeeplyNested` or `.tooManyBrackets` with the line where a limit is passed.
    /// - Complexity: O(*n*)
    static func check(_ source: [UInt8]) throws(MarkdownError) {
        let source = source.span
        var depth = NestingBound()
        var visits = 0, pairs = 0, images = 0, brackets = 0, line = 0, start = 0
        while start < source.count {
            line += 1
            var end = start
            while end < source.count, source[end] != UInt8(ascii: "\n") {
                if source[end] == UInt8(ascii: "[") {
                    brackets += 1
                    if end > start, source[end - 1] == UInt8(ascii: "!") { images += 1 }
                }
                end += 1
            }
            let prefix = LinePrefix(of: source, in: start..<end)
            if prefix.isWholeLine, prefix.marks == 0 {  // No paragraph goes on behind a blank line.
                pairs += images * brackets
                (images, brackets) = (0, 0)
            }
            visits += depth.after(prefix) * (1 + (end - start) / 8)
            guard visits <= mostContainerVisits else { throw .tooDeeplyNested(line: line) }
            guard pairs + images * brackets <= mostBracketPairs else { throw .tooManyBrackets(line: line) }
            start = end + 1
        }
    }
}

/// What of a line could be marks of quotes and lists.
private struct LinePrefix {
    /// Marks that continue or open a quote or open a list item, if they are such at all.
    private(set) var marks = 0

    /// Columns of white space before and between them.
    private(set) var whitespace = 0

    /// Whether nothing stands behind the marks.
    let isWholeLine: Bool

    init(of source: borrowing Span<UInt8>, in line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = source[index]
            if byte.isSpaceOrTab {
                whitespace += byte == 0x09 ? 4 : 1
                index += 1
            } else if byte == UInt8(ascii: ">") {
                marks += 1
                index += 1
            } else {
                var end = index
                while end < line.upperBound, end - index < 9, source[end].isASCIIDigit { end += 1 }
                let isMark =
                    switch end < line.upperBound ? source[end] : 0 {
                    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end == index
                    case UInt8(ascii: "."), UInt8(ascii: ")"): end > index
                    default: false
                    }
                guard isMark, end + 1 == line.upperBound || source[end + 1].isSpaceOrTab else { break }
                marks += 1
                index = end + 1
            }
        }
        isWholeLine = index >= line.upperBound
    }
}

/// How many quotes and list items can be open at most.
private struct NestingBound {
    private var depth = 0
    private var paragraphMayGoOn = false

    /// - Returns: the greater of the bounds before and after the line.
    mutating func after(_ line: LinePrefix) -> Int {
        let before = depth
        // Each container that a line continues or opens takes one mark or two columns of it …
        let named = min(depth + line.marks, line.marks + line.whitespace / 2)
        // … but where nothing more follows, list items stay open, and a paragraph may go on without its marks.
        depth = line.isWholeLine || paragraphMayGoOn ? max(depth, named) : named
        paragraphMayGoOn = !(line.isWholeLine && line.marks == 0)
        return max(before, depth)
    }
}
