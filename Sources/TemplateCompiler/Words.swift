/// The words of a directive: the first says which it is, the rest is read as that directive wants it.
struct Words {
    let source: TemplateSource
    let first: String
    let rest: Code
    private let range: Range<Int>
    private let restRange: Range<Int>

    init(source: TemplateSource, range: Range<Int>) {
        self.source = source
        self.range = range
        let end = source.bytes[range].firstIndex(where: \.isWhiteSpace) ?? range.upperBound
        first = source.text(range.lowerBound..<end)
        restRange = source.bytes.trimmed(end..<range.upperBound)
        rest = Code(text: source.text(restRange), offset: restRange.lowerBound)
    }

    /// Refuses words after a directive that takes none.
    func alone(_ directive: Directive) throws(DirectiveError) -> Directive {
        guard restRange.isEmpty else { throw wrong("Nothing may follow “\(first)”: write {% \(first) %}.") }
        return directive
    }

    func name() throws(DirectiveError) -> String {
        guard isName(restRange) else { throw wrong("“\(first)” takes one name, as in {% \(first) side %}.") }
        return rest.text
    }

    /// `Page` or `Namespace.Page`.
    func typeName() throws(DirectiveError) -> String {
        let parts = source.bytes[restRange].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ isName($0.startIndex..<$0.endIndex) }) else {
            throw wrong("“page” takes the name of the page's type, as in {% page CommunityPage %}.")
        }
        return rest.text
    }

    func elseDirective() throws(DirectiveError) -> Directive {
        if restRange.isEmpty { return .else }
        let words = Words(source: source, range: restRange)
        guard words.first == "if" else { throw wrong("Only “if” may follow “else”: write {% else if condition %}.") }
        return .elseIf(try words.condition(words.rest))
    }

    func condition(_ code: Code) throws(DirectiveError) -> Node.Condition {
        guard !code.text.isEmpty else { throw wrong("“if” needs a condition, as in {% if posts.isEmpty %}.") }
        let words = Words(source: source, range: restRange)
        guard words.first == "slot", isName(words.restRange) else { return .swift(code) }
        return .slotIsFilled(name: words.rest.text, offset: code.offset)
    }

    func loopHeader() throws(DirectiveError) -> Code {
        guard splitsAtWord("in") else { throw wrong("“for” needs a sequence, as in {% for post in posts %}.") }
        return rest
    }

    func binding() throws(DirectiveError) -> Code {
        let bytes = source.bytes[restRange]
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
            !source.bytes.trimmed(restRange.lowerBound..<equals).isEmpty, equals + 1 < restRange.upperBound
        else { throw wrong("“let” needs a name and a value, as in {% let count = posts.count %}.") }
        return rest
    }

    /// A template's name, then `name=expression` pairs.
    func reference(example: String) throws(DirectiveError) -> Reference {
        let words = Words(source: source, range: restRange)
        guard !words.first.isEmpty else {
            throw wrong("“\(first)” takes a template's path under Templates/, as in {% \(first) \(example) %}.")
        }
        if words.first.hasSuffix(".html") {
            throw wrong("Leave “.html” out: write {% \(first) \(words.first.dropLast(5)) %}.")
        }
        return Reference(name: words.first, arguments: try words.arguments(), offset: restRange.lowerBound)
    }

    /// An expression ends where white space, a name and `=` follow outside brackets and strings.
    private func arguments() throws(DirectiveError) -> [Reference.Argument] {
        var arguments: [Reference.Argument] = []
        var position = restRange.lowerBound
        while position < restRange.upperBound {
            guard let equals = endOfArgumentName(at: position) else {
                throw DirectiveError(
                    offset: position,
                    message: "Values are given by name: write name=expression, without spaces around “=”.")
            }
            let end = endOfValue(from: equals + 1)
            let value = source.bytes.trimmed((equals + 1)..<end)
            guard !value.isEmpty else {
                throw DirectiveError(offset: position, message: "A value is missing after “=”: write name=expression.")
            }
            let code = Code(text: source.text(value), offset: value.lowerBound)
            arguments.append(.init(name: source.text(position..<equals), value: code))
            position = source.bytes.trimmed(end..<restRange.upperBound).lowerBound
        }
        return arguments
    }

    /// Where the `=` of `name=` stands when such a thing begins at `position`.
    private func endOfArgumentName(at position: Int) -> Int? {
        let bytes = source.bytes
        let end = bytes[position..<restRange.upperBound].firstIndex { !$0.isNameByte } ?? restRange.upperBound
        guard isName(position..<end), end < restRange.upperBound, bytes[end] == UInt8(ascii: "=") else { return nil }
        return end + 1 < restRange.upperBound && bytes[end + 1] == UInt8(ascii: "=") ? nil : end
    }

    private func endOfValue(from start: Int) -> Int {
        var scanner = SwiftScanner(source.bytes, in: start..<restRange.upperBound)
        while scanner.position < scanner.end {
            let isGap = scanner.isOutsideBrackets && source.bytes[scanner.position].isWhiteSpace
            scanner.advance()
            if isGap, endOfArgumentName(at: scanner.position) != nil { return scanner.position }
        }
        return restRange.upperBound
    }

    private func isName(_ range: Range<Int>) -> Bool {
        !range.isEmpty && !source.bytes[range.lowerBound].isDigit && source.bytes[range].allSatisfy(\.isNameByte)
    }

    /// Whether `word` stands between two others.
    private func splitsAtWord(_ word: String) -> Bool {
        let parts = source.bytes[restRange].split(whereSeparator: \.isWhiteSpace)
        return parts.dropFirst().dropLast().contains { $0.elementsEqual(word.utf8) }
    }

    private func wrong(_ message: String) -> DirectiveError {
        DirectiveError(offset: range.lowerBound, message: message)
    }
}
