/// What a comparison of texts is made of; joined, the tokens are the text.
enum TextTokens {
    /// Words, runs of white space, and any other character for itself. An ideograph is a word.
    static func words(of text: String) -> [Substring] {
        var tokens: [Substring] = []
        var start = text.startIndex
        var index = start
        var current = Kind.single
        while index < text.endIndex {
            let kind = Kind(text[index])
            if index > start, kind == .single || kind != current {
                tokens.append(text[start..<index])
                start = index
            }
            current = kind
            text.formIndex(after: &index)
        }
        if start < text.endIndex { tokens.append(text[start...]) }
        return tokens
    }

    /// Lines with their ends.
    static func lines(of text: String) -> [Substring] {
        var tokens: [Substring] = []
        var rest = text[...]
        while let end = rest.firstIndex(of: "\n") {
            let next = rest.index(after: end)
            tokens.append(rest[..<next])
            rest = rest[next...]
        }
        if !rest.isEmpty { tokens.append(rest) }
        return tokens
    }

    private enum Kind {
        case word, space, single

        init(_ character: Character) {
            let isIdeograph = character.unicodeScalars.first?.properties.isIdeographic == true
            if character.isNewline {
                self = .single
            } else if character.isWhitespace {
                self = .space
            } else {
                self = (character.isLetter || character.isNumber) && !isIdeograph ? .word : .single
            }
        }
    }
}
