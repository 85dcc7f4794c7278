/// A piece of a template: literal text, or something in braces.
struct Token {
    enum Kind { case text, interpolation, directive, comment }

    let kind: Kind
    /// The text itself, or what stands between the braces.
    var range: Range<Int>
    /// With its braces.
    let whole: Range<Int>
    /// `{{-` takes the white space before it away, `-}}` the white space after.
    var trimsBefore = false
    var trimsAfter = false
    /// A text that begins a line, because the line before it held only directives and has disappeared.
    var beginsLine = false
}

/// Cuts a template into tokens. Whatever the bytes are, it ends, and every byte is looked at once.
struct Lexer {
    private let bytes: [UInt8]
    private var report: Report
    private var tokens: [Token] = []
    private var position = 0

    static func tokens(of source: TemplateSource, _ report: inout Report) -> [Token] {
        if let offset = source.firstInvalidByte {
            report.error(
                at: offset, "This is no text in UTF-8: save the template in that encoding, without NUL characters.")
            return []
        }
        var lexer = Lexer(bytes: source.bytes, report: report)
        lexer.run()
        report = lexer.report
        return WhiteSpace.arrange(lexer.tokens, of: source)
    }

    private init(bytes: [UInt8], report: Report) {
        self.bytes = bytes
        self.report = report
    }

    private mutating func run() {
        var textStart = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "{"), let kind = openingKind else {
                position += 1
                continue
            }
            if textStart < position { append(.text, textStart..<position, textStart..<position) }
            lexBraces(kind)
            textStart = position
        }
        if textStart < position { append(.text, textStart..<position, textStart..<position) }
    }

    private var openingKind: Token.Kind? {
        if bytes.has("{{", at: position) { return .interpolation }
        if bytes.has("{%", at: position) { return .directive }
        if bytes.has("{#", at: position) { return .comment }
        return nil
    }

    /// From opening braces to after the closing ones. Without those what follows is given up as far as the
    /// next tag or line, so that the rest is still looked at.
    private mutating func lexBraces(_ kind: Token.Kind) {
        let opening = position
        let start = opening + 2
        guard let closing = closing(of: kind, from: start) else {
            report.error(at: opening, kind.unclosedMessage)
            position = bytes[start...].firstIndex { $0 == .lineFeed || $0 == UInt8(ascii: "<") } ?? bytes.count
            return
        }
        position = closing + 2
        var inner = start..<closing
        let trimsBefore = kind != .comment && inner.count > 0 && bytes[inner.lowerBound] == UInt8(ascii: "-")
        if trimsBefore { inner = (inner.lowerBound + 1)..<inner.upperBound }
        let trimsAfter = kind != .comment && inner.count > 0 && bytes[inner.upperBound - 1] == UInt8(ascii: "-")
        if trimsAfter { inner = inner.lowerBound..<(inner.upperBound - 1) }
        append(kind, bytes.trimmed(inner), opening..<position, trimsBefore, trimsAfter)
    }

    private func closing(of kind: Token.Kind, from start: Int) -> Int? {
        var scanner = SwiftScanner(bytes, in: start..<bytes.count)
        switch kind {
        case .interpolation: return scanner.find(closing: "}}")
        case .directive: return scanner.find(closing: "%}")
        case .comment, .text: return (start..<bytes.count).first { bytes.has("#}", at: $0) }
        }
    }

    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, _ whole: Range<Int>, _ trimsBefore: Bool = false,
        _ trimsAfter: Bool = false
    ) {
        tokens.append(Token(kind: kind, range: range, whole: whole, trimsBefore: trimsBefore, trimsAfter: trimsAfter))
    }
}

extension Token.Kind {
    fileprivate var unclosedMessage: String {
        switch self {
        case .interpolation: "“{{” has no “}}”. Close it: {{ expression }}."
        case .directive: "“{%” has no “%}”. Close it: {% directive %}."
        case .comment, .text: "“{#” has no “#}”. Close it: {# comment #}."
        }
    }
}
