import HTML

/// Marks what was looked for in a text, and cuts a piece out around it.
///
/// The text is plain and escaped here; only the marks are markup.
struct Highlighter: Sendable {
    /// The words as they were typed, folded.
    private let typed: Set<String>
    /// Their stems, as the index has them: "delet" for "deleting".
    private let stems: [String]

    init(terms: [String], lexemes: [String]) {
        typed = Set(terms.map(Self.folded))
        stems = lexemes.map(Self.folded).filter { !$0.isEmpty }
    }

    /// The whole text, marked.
    func marked(_ text: String) -> SafeHTML {
        marked(text[...], hits: hits(in: text))
    }

    /// About `length` characters of a text: where the first hits are closest, or its beginning.
    func snippet(of text: String, length: Int = 220) -> SafeHTML {
        let found = hits(in: text)
        let start = self.start(of: found, in: text, length: length)
        let end = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        let cut = end < text.endIndex ? text[start..<end].lastIndex(of: " ") ?? end : end
        var buffer = HTMLBuffer(capacity: length * 4)
        if start > text.startIndex { buffer.text("… ") }
        write(text[start..<cut], hits: found, to: &buffer)
        if cut < text.endIndex { buffer.text(" …") }
        return SafeHTML(rendered: buffer.finish())
    }

    private func marked(_ text: Substring, hits: [Range<String.Index>]) -> SafeHTML {
        var buffer = HTMLBuffer(capacity: text.utf8.count + 64)
        write(text, hits: hits, to: &buffer)
        return SafeHTML(rendered: buffer.finish())
    }

    private func write(_ text: Substring, hits: [Range<String.Index>], to buffer: inout HTMLBuffer) {
        var place = text.startIndex
        for hit in hits where hit.lowerBound >= text.startIndex && hit.upperBound <= text.endIndex {
            buffer.text(String(text[place..<hit.lowerBound]))
            buffer.literal("<mark>")
            buffer.text(String(text[hit]))
            buffer.literal("</mark>")
            place = hit.upperBound
        }
        buffer.text(String(text[place...]))
    }

    /// Where a piece begins: a little before the hit that has the most others behind it.
    private func start(of hits: [Range<String.Index>], in text: String, length: Int) -> String.Index {
        guard !hits.isEmpty else { return text.startIndex }
        let offsets = hits.prefix(200).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
        var (best, most, last) = (0, 0, 0)
        for first in offsets.indices {
            while last < offsets.count, offsets[last] - offsets[first] < length - 40 { last += 1 }
            if last - first > most { (best, most) = (first, last - first) }
        }
        let hit = hits[best].lowerBound
        guard text.distance(from: text.startIndex, to: hit) > 60 else { return text.startIndex }
        let near = text.index(hit, offsetBy: -40)
        return text[near..<hit].firstIndex(of: " ").map { text.index(after: $0) } ?? hit
    }

    private func hits(in text: String) -> [Range<String.Index>] {
        var hits: [Range<String.Index>] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isWordly else {
                index = text.index(after: index)
                continue
            }
            let end = text[index...].firstIndex { !$0.isWordly } ?? text.endIndex
            if isHit(text[index..<end]) { hits.append(index..<end) }
            index = end
        }
        return hits
    }

    private func isHit(_ word: Substring) -> Bool {
        let folded = Self.folded(String(word))
        if typed.contains(folded) { return true }
        return stems.contains { stem in
            // An "i" at a stem's end was a "y": "happi".
            let root = stem.count > 3 && stem.hasSuffix("i") ? String(stem.dropLast()) : stem
            return root.count >= 3 && folded.hasPrefix(root) && Self.endings.contains(folded.dropFirst(root.count))
        }
    }

    /// What the index's stems have lost: "delet" was "deleting", "happi" was "happily".
    private static let endings: Set<Substring> = [
        "", "s", "es", "ed", "ing", "ings", "er", "ers", "e", "y", "ies", "ied", "ier", "ily", "iness", "ly", "al",
        "ally",
        "ion", "ions", "ment", "ments", "ness", "able", "ance", "ence", "ive", "ful", "ist", "ists", "ity", "ize",
        "ise",
        "ation", "ations", "or", "ors", "ical", "ics",
    ]

    /// Small letters without marks, Arabic ones as Persian keyboards write them: near enough to what the index does.
    static func folded(_ word: String) -> String {
        var folded = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "ي", "ى", "ئ": folded.unicodeScalars.append("ی")
            case "ك": folded.unicodeScalars.append("ک")
            case "ة", "ۀ": folded.unicodeScalars.append("ه")
            case "أ", "إ", "آ": folded.unicodeScalars.append("ا")
            case "ؤ": folded.unicodeScalars.append("و")
            case "\u{64B}"..."\u{655}", "\u{640}", "\u{670}": continue
            default:
                let plain = ASCIILetters.of(scalar)
                if plain.isEmpty {
                    folded.unicodeScalars.append(scalar)
                } else {
                    folded += String(decoding: plain, as: UTF8.self)
                }
            }
        }
        return folded
    }
}

extension Character {
    /// Part of a word: "C++" and "C#" are words.
    fileprivate var isWordly: Bool { isLetter || isNumber || self == "+" || self == "#" }
}

/// The words of stored HTML, which a renderer of ours wrote.
enum HTMLText {
    /// Without tags, its five entities read; what a cut left of a tag at the end is dropped.
    static func of(_ html: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(html.utf8.count)
        let bytes = Array(html.utf8)
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { index = bytes.count; continue }
                // What a block ends is a word's end; emphasis within a word is not.
                if isBlock(bytes[index + 1..<end]), text.last != 0x20, !text.isEmpty { text.append(0x20) }
                index = end + 1
            case UInt8(ascii: "&"):
                let rest = bytes[index...].prefix(6)
                if let (name, meaning) = entities.first(where: { rest.starts(with: $0.0.utf8) }) {
                    text += meaning.utf8
                    index += name.utf8.count
                } else {
                    text.append(bytes[index])
                    index += 1
                }
            case 0x0A, 0x0D, 0x09, 0x20:
                if text.last != 0x20, !text.isEmpty { text.append(0x20) }
                index += 1
            default:
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let entities = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    private static func isBlock(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix {
            $0 | 0x20 >= UInt8(ascii: "a") || (0x30...0x39).contains($0)
        }
        return !inline.contains(String(decoding: name, as: UTF8.self))
    }

    private static let inline: Set<String> = ["a", "b", "i", "em", "strong", "code", "del", "bdi", "span"]
}
