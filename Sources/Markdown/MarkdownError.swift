/// Why a text cannot be accepted as it is. Nothing of it is lost: the writer changes it and sends it again.
public enum MarkdownError: Error, Equatable, Sendable {
    /// Nothing would be seen.
    case empty

    /// Both in characters.
    case tooLong(limit: Int, count: Int)

    case containsNUL

    /// More quotes and lists within each other than are shown. Lines count from 1.
    case tooDeeplyNested(line: Int)

    /// More `![` and `[` in one paragraph than can be sorted out in reasonable time.
    case tooManyBrackets(line: Int)

    /// The HTML would be more than ten times as long as its source.
    case tooMuchOutput

    /// What happened and what to do, for the writer.
    public var message: String {
        switch self {
        case .empty:
            "There’s nothing here to read yet. Write a few words."
        case .tooLong(let limit, let count):
            "This is \(count) characters long, and \(limit) is the limit. Shorten it by \(count - limit)."
        case .containsNUL:
            "The text has a character in it that can’t be kept (NUL). Paste it again as plain text."
        case .tooDeeplyNested(let line):
            "Line \(line) is inside too many quotes and lists, or starts with too many of their marks. "
                + "Use at most \(DocumentWriter.deepestNesting) within each other, or a code block."
        case .tooManyBrackets(let line):
            "The paragraph at line \(line) has too many square brackets to be read as text. "
                + "Put it into a code block with blank lines in between, or split it."
        case .tooMuchOutput:
            "This has far more formatting than text. Take some of its marks away."
        }
    }
}
