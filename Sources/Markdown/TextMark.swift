/// Something in running text that becomes a link without being written as one.
enum TextMark: Equatable {
    /// An http or https address.
    case address
    /// In lower case.
    case mention(String)
    /// As a slug.
    case tag(String)
    case reference(PostReference)

    struct Found: Equatable {
        let mark: TextMark
        let range: Range<Int>
    }

    /// Looks for a mark at one of the characters that give one away.
    ///
    /// - Parameters:
    ///   - index: of an `@`, `#` or `:`.
    ///   - text: of one text node.
    ///   - start: before which no mark may begin.
    ///   - isInsideWord: whether the text goes on from a word before it.
    /// - Complexity: O(*n*) in the length of the mark; a mark not found costs a bounded time, or an address's length.
    static func find(at index: Int, in text: Span<UInt8>, from start: Int, isInsideWord: Bool) -> Found? {
        func mayBegin(at index: Int) -> Bool {
            guard let before = text.scalar(before: index) else { return !isInsideWord }
            return !before.goesOnIntoMark
        }
        switch text[index] {
        case UInt8(ascii: "@"): return mayBegin(at: index) ? mention(at: index, in: text) : nil
        case UInt8(ascii: "#"):
            if let found = reference(at: index, in: text, from: start), mayBegin(at: found.range.lowerBound) {
                return found
            }
            return mayBegin(at: index) ? tag(at: index, in: text) : nil
        default: return address(at: index, in: text, from: start, isInsideWord: isInsideWord)
        }
    }

    private static func mention(at index: Int, in text: Span<UInt8>) -> Found? {
        var end = index + 1
        while end < text.count, text[end].isASCIILetterOrDigit || text[end].isNameJoint {
            end += 1
            if end - index > 40 { return nil }
        }
        // `@name@other.site` is someone elsewhere.
        if end < text.count, text[end] == UInt8(ascii: "@") { return nil }
        while end > index + 1, text[end - 1].isNameJoint { end -= 1 }
        guard (3...30).contains(end - index - 1), text[index + 1].isASCIILetterOrDigit else { return nil }
        return Found(mark: .mention(text.extracting(index + 1..<end).string.lowercased()), range: index..<end)
    }

    /// `community#12`: a slug of at least two characters with a letter, and a number of at most nine digits.
    private static func reference(at index: Int, in text: Span<UInt8>, from start: Int) -> Found? {
        var end = index + 1, number = 0
        while end < text.count, text[end].isASCIIDigit {
            number = number * 10 + Int(text[end] - UInt8(ascii: "0"))
            end += 1
            if end - index > 10 { return nil }
        }
        guard end > index + 1, text[index + 1] != UInt8(ascii: "0"), !text.wordGoesOn(at: end) else { return nil }
        var first = index, hasLetter = false
        while first > start,
            text[first - 1].isASCIIDigit || text[first - 1].isLowerCaseLetter || text[first - 1] == UInt8(ascii: "-")
        {
            first -= 1
            hasLetter = hasLetter || text[first].isLowerCaseLetter
            if index - first > 40 { return nil }
        }
        guard index - first >= 2, hasLetter, text[first] != UInt8(ascii: "-"), text[index - 1] != UInt8(ascii: "-")
        else { return nil }
        let community = text.extracting(first..<index).string
        return Found(mark: .reference(PostReference(community: community, number: number)), range: first..<end)
    }

    private static func tag(at index: Int, in text: Span<UInt8>) -> Found? {
        var slug = "", end = index + 1, afterLastLetter = index
        var count = 0, hasLetter = false, isBetweenWords = false
        while end < text.count {
            let (scalar, length) = text.scalar(at: end)
            end += length
            count += 1
            guard count <= longestTag else { return nil }
            if scalar.isWordCharacter, !(slug.isEmpty && scalar.properties.isGraphemeExtend) {
                if isBetweenWords { slug += "-" }
                isBetweenWords = false
                slug += scalar.properties.lowercaseMapping
                hasLetter = hasLetter || !scalar.isNumber
                afterLastLetter = end
            } else if scalar == "-" || scalar == "_" {
                guard !slug.isEmpty else { return nil }
                isBetweenWords = true
            } else if !scalar.joinsLetters || scalar.value == 0xFDD0 {
                break
            }
        }
        return hasLetter ? Found(mark: .tag(slug), range: index..<afterLastLetter) : nil
    }

    /// In characters.
    private static let longestTag = 50
}

extension UInt8 {
    /// What may stand within a user name, between letters and digits.
    fileprivate var isNameJoint: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }

    fileprivate var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Unicode.Scalar {
    /// Whether a mark directly behind this is part of something else, such as an e-mail address or a path.
    fileprivate var goesOnIntoMark: Bool {
        switch self {
        case "_", "-", ".", "+", "/", "@", "#", "&", "=", "%": true
        default: isWordCharacter && !isIdeographic
        }
    }

    fileprivate var isNumber: Bool { properties.numericType != nil }
}

extension Span<UInt8> {
    fileprivate func wordGoesOn(at index: Int) -> Bool {
        index < count
            && (scalar(at: index).scalar.isWordCharacter && !scalar(at: index).scalar.isIdeographic
                || self[index] == UInt8(ascii: "_"))
    }
}
