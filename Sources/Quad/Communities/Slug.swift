/// The part of an address that repeats a title in plain ASCII, as in `/c/algorithms/214/deleting-a-node`.
package enum Slug {
    /// Characters of the longest slug.
    static let limit = 60

    /// `title` as lowercase ASCII words joined by hyphens, at most `limit` characters, cut between words.
    ///
    /// Latin letters lose their marks ("Wójcik" becomes "wojcik"), apostrophes vanish ("don't" becomes
    /// "dont"), everything else separates words. A title with nothing left, in Arabic for example, is "post".
    /// - Complexity: O(*n*) in the length of the title.
    package static func from(_ title: String) -> String {
        var slug: [UInt8] = []
        var word: [UInt8] = []
        for scalar in title.unicodeScalars {
            switch scalar {
            case "'", "’", "\u{300}"..."\u{36F}": continue
            default: break
            }
            let letters = ASCIILetters.of(scalar)
            if !letters.isEmpty {
                word += letters
            } else if !append(&word, to: &slug) {
                break
            }
        }
        _ = append(&word, to: &slug)
        return slug.isEmpty ? "post" : String(decoding: slug, as: UTF8.self)
    }

    /// Moves `word` to the end of `slug`; false when it no longer fits, and then `slug` is complete.
    private static func append(_ word: inout [UInt8], to slug: inout [UInt8]) -> Bool {
        defer { word.removeAll(keepingCapacity: true) }
        guard !word.isEmpty else { return true }
        if slug.isEmpty {
            slug = Array(word.prefix(limit))
            return true
        }
        guard slug.count + 1 + word.count <= limit else { return false }
        slug.append(UInt8(ascii: "-"))
        slug += word
        return true
    }
}

/// What a letter is called in ASCII.
enum ASCIILetters {
    /// `scalar` as lowercase ASCII letters or a digit; empty when it has none ("ł" is "l", "ß" is "ss", "語" is empty).
    ///
    /// Marked letters are found by their Unicode name, "LATIN SMALL LETTER E WITH ACUTE", which covers every
    /// Latin alphabet without a table.
    static func of(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar {
        case "a"..."z", "0"..."9": return [UInt8(truncatingIfNeeded: scalar.value)]
        case "A"..."Z": return [UInt8(truncatingIfNeeded: scalar.value) | 0x20]
        case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": return marked(scalar)
        default: return []
        }
    }

    private static func marked(_ scalar: Unicode.Scalar) -> [UInt8] {
        let words = (scalar.properties.name ?? "").split(separator: " ")
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE" else { return [] }
        switch words[3] {
        case "ETH": return Array("d".utf8)
        case "THORN": return Array("th".utf8)
        case "SHARP": return Array("ss".utf8)
        case "DOTLESS": return Array("i".utf8)
        case let letters where letters.utf8.count <= 2: return letters.utf8.map { $0 | 0x20 }
        default: return []
        }
    }
}
