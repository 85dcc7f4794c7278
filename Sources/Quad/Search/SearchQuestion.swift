import Markdown

/// What somebody looks for: words, and what narrows them down.
///
/// Reading never fails: what cannot be a filter is looked for as a word, and `remarks` says so.
struct SearchQuestion: Equatable, Sendable {
    /// The words as they were typed, without the filters among them.
    private(set) var text = ""
    var filters = SearchFilters()
    /// What `websearch_to_tsquery` reads: words, "phrases" and `or`.
    private(set) var wanted = ""
    /// The same for what must not be there: alternatives.
    private(set) var unwanted = ""
    /// The wanted words one by one, for marking them where they are found.
    private(set) var terms: [String] = []
    private(set) var remarks: [String] = []

    /// Characters of the longest question.
    static let limit = 200

    var hasWords: Bool { !terms.isEmpty }
    var isEmpty: Bool { !hasWords && filters.isEmpty }

    init(_ typed: String) {
        let clean = Self.cleaned(typed)
        let scalars = clean.unicodeScalars
        if scalars.count > Self.limit {
            remarks.append("Only the first \(Self.limit) characters were looked for.")
        }
        var reader = SearchWords(scalars.prefix(Self.limit))
        var words: [String] = []
        while let word = reader.next() {
            if !word.isQuoted, !word.isNegated, takesAsFilter(word.text) { continue }
            words.append(word.typed)
            take(word)
        }
        text = words.joined(separator: " ")
    }

    /// What is looked for in names; `nil` without words.
    var name: String? {
        let name = terms.joined(separator: " ")
        return name.isEmpty ? nil : String(name.prefix(80))
    }

    /// The words as a tag would begin; `nil` when none could.
    var beginningOfTag: String? { TagSlug.from(terms.joined(separator: "-")) }

    /// Takes away what comments have not, and says so.
    mutating func dropFiltersOfPosts() {
        guard filters.isOfPosts else { return }
        filters.tags = []
        filters.kind = nil
        filters.isAnswered = nil
        remarks.append("Comments have no tags and no kind, so those filters were left out.")
    }

    /// One line in Unicode's form C, without what nobody sees but the joiners that Persian needs.
    private static func cleaned(_ typed: String) -> String {
        // Far above any question, far below what would take long to look through.
        let start = String(decoding: typed.utf8.prefix(8_192), as: UTF8.self)
        var kept = String.UnicodeScalarView()
        for scalar in start.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: kept.append(" ")
            case .format where scalar.value != 0x200C && scalar.value != 0x200D: continue
            case .privateUse, .surrogate, .unassigned: continue
            default: kept.append(scalar.value == 0xFFFD ? " " : scalar)
            }
        }
        return String(decoding: Composition.composed(Array(String(kept).utf8)), as: UTF8.self)
    }

    /// - Returns: whether the word was a filter, well spelled or not.
    private mutating func takesAsFilter(_ word: String) -> Bool {
        guard let colon = word.firstIndex(of: ":") else { return false }
        let (name, value) = (word[..<colon].lowercased(), String(word[word.index(after: colon)...]))
        guard (2...12).contains(name.utf8.count), !value.isEmpty, !value.hasPrefix("/"),
            name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return false }
        guard let filter = SearchFilters.Name(rawValue: name) else {
            remark(.unknown(name))
            return false
        }
        set(filter, to: value.trimmed(of: "\""))
        return true
    }

    /// Takes a filter from a field of its own.
    mutating func set(_ name: SearchFilters.Name, to typed: String) {
        let value = String(decoding: Self.cleaned(typed).utf8.prefix(100), as: UTF8.self).trimmed(of: " ")
        guard !value.isEmpty else { return }
        do { try filters.set(name, to: value) } catch { remark(error) }
    }

    private mutating func remark(_ error: SearchFilterError) {
        if !remarks.contains(error.message), remarks.count < 5 { remarks.append(error.message) }
    }

    private mutating func take(_ word: SearchWords.Word) {
        guard word.text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        // Signs part words in the index: what they part belongs together here.
        let isOne =
            !word.isQuoted && word.text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && !$0.isIdeograph }
        let asked = isOne ? word.text : "\"" + word.text + "\""
        if word.isNegated {
            unwanted += (unwanted.isEmpty ? "" : " or ") + asked
        } else {
            wanted += (wanted.isEmpty ? "" : " ") + asked
            if !word.isQuoted, word.text.lowercased() == "or" { return }
            terms += word.text.split { !($0.isLetter || $0.isNumber || $0.isJoiner || $0 == "+" || $0 == "#") }
                .map(String.init)
        }
    }
}

/// Words of a question, parted by blanks; a quoted part is one.
struct SearchWords {
    struct Word {
        let text: String
        let isQuoted: Bool
        let isNegated: Bool

        /// As it is written into the box again.
        var typed: String { (isNegated ? "-" : "") + (isQuoted ? "\"\(text)\"" : text) }
    }

    private var rest: Substring.UnicodeScalarView.SubSequence

    init(_ scalars: String.UnicodeScalarView.SubSequence) {
        rest = scalars
    }

    mutating func next() -> Word? {
        rest = rest.drop { $0.properties.isWhitespace }
        guard let first = rest.first else { return nil }
        var isNegated = false
        if first == "-" || first == "−", let second = rest.dropFirst().first, !second.properties.isWhitespace {
            isNegated = true
            rest = rest.dropFirst()
        }
        if let mark = rest.first, mark.isQuote {
            rest = rest.dropFirst()
            let inside = rest.prefix { !$0.isQuote }
            rest = rest.dropFirst(inside.count + 1)
            return Word(text: String(inside), isQuoted: true, isNegated: isNegated)
        }
        let word = rest.prefix { !$0.properties.isWhitespace }
        rest = rest.dropFirst(word.count)
        // A quote within a word is no phrase.
        return Word(
            text: String(String.UnicodeScalarView(word.filter { !$0.isQuote })), isQuoted: false, isNegated: isNegated)
    }
}

extension Unicode.Scalar {
    fileprivate var isQuote: Bool { ["\"", "“", "”", "„", "«", "»"].contains(self) }

    /// A sign that is a word of its own in Chinese and Japanese.
    var isIdeograph: Bool { (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) }
}

extension Character {
    /// The invisible sign within Persian words.
    fileprivate var isJoiner: Bool { self == "\u{200C}" }
}

extension String {
    fileprivate func trimmed(of character: Character) -> String {
        String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
    }
}
