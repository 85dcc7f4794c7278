/// Numbers that are the same every time. S. Vigna's splitmix64.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Sources of the kind that break parsers, up to a length.
struct GeneratedSource {
    private var random: SplitMix64
    let length: Int

    init(seed: UInt64, length: Int) {
        random = SplitMix64(seed: seed)
        self.length = length
    }

    mutating func next() -> String {
        let source =
            switch Int.random(in: 0..<6, using: &random) {
            case 0: soup()
            case 1: repetitions(of: 1...3, parts: 1)
            case 2: repetitions(of: 1...6, parts: 2)
            case 3: repetitions(of: 1...4, parts: 4)
            case 4: nest()
            default: lines()
            }
        return String(String.UnicodeScalarView(source.unicodeScalars.prefix(length)))
    }

    /// Pieces in any order.
    private mutating func soup() -> String {
        var text = ""
        let end = Int.random(in: 1...length, using: &random)
        while text.utf8.count < end { text += piece() }
        return text
    }

    /// Some pieces many times, then others many times.
    private mutating func repetitions(of pieces: ClosedRange<Int>, parts: Int) -> String {
        var text = ""
        for _ in 0..<parts {
            let part = (0..<Int.random(in: pieces, using: &random)).map { _ in piece() }.joined()
            let room = Int.random(in: 0...length * 2 / parts, using: &random)
            text += String(repeating: part, count: room / max(1, part.unicodeScalars.count))
        }
        return text
    }

    /// Something opened many times and closed many times, after a mark of a block.
    private mutating func nest() -> String {
        let pairs = [
            ("[", "](/b)"), ("![", "](/b)"), ("*a ", " b*"), ("**a ", " b**"), ("> ", ""), ("- ", "\n"), ("(", ")"),
            ("<a b=\"", "\">"), ("![[", "](c)](d)"),
        ]
        var opening = piece(), closing = ""
        var text = ""
        while text.utf8.count < length / 2 {
            let pair = pairs.randomElement(using: &random) ?? ("[", "]")
            let count = Int.random(in: 1...length / 4, using: &random)
            opening = String(repeating: pair.0, count: count)
            closing = String(repeating: pair.1, count: count)
            text += opening + piece() + closing + piece()
        }
        return text
    }

    /// Lines with marks of blocks and a tail of short lines.
    private mutating func lines() -> String {
        let marks = ["> ", "- ", "1. ", "  ", "\t", "* ", ">", "   ", "+ ", "# ", "12) "]
        var text = ""
        let end = Int.random(in: 1...length, using: &random)
        while text.utf8.count < end {
            for _ in 0..<Int.random(in: 0...18, using: &random) { text += marks.randomElement(using: &random) ?? "" }
            text += piece() + "\n"
            if Int.random(in: 0..<20, using: &random) == 0 {
                text += String(
                    repeating: ["\n", ">\n", "a\n", " \n"].randomElement(using: &random) ?? "\n",
                    count: Int.random(in: 1...length, using: &random))
            }
        }
        return text
    }

    private mutating func piece() -> String {
        if Int.random(in: 0..<12, using: &random) == 0 {
            return String(UnicodeScalar(UInt8.random(in: 0x20..<0x7F, using: &random)))
        }
        return Self.pieces.randomElement(using: &random) ?? ""
    }

    private static let pieces = [
        "a", "b ", " ", "  ", "\n", "\n\n", "\t", "    ", "*", "**", "***", "_", "__", "`", "``", "```\n", "~~",
        "~~~\n", "[", "]", "(", ")", "![", "](", "[]()",
        "[a]: /b\n", "[a]", "[a](/b)", "![p](/attachments/a/a.png)", "<", ">", "<b>", "</b>", "<!--", "-->",
        "<![CDATA[", "<?",
        "<!A", "<div>\n", "<a b='", "\"", "'",
        "&", "&amp;", "&#0;", "&#x202e;", "&#10;", "&#x301;", "&lt;script&gt;", "\\", "\\\\", "\\@", "\\#", "# ", "#",
        "===\n", "---\n", "- ", "+ ", "* ", "> ", ">",
        "1. ", "2) ", "@leila", "@", "#tag", "#12", "algo#12", "https://a.example/x", "https://quad.example/c",
        "http://", "://", "javascript:alert(1)",
        "<https://a.example>", "<std::x>", "<me@a.example>", "//evil", "%2f", "\u{301}", "\u{327}\u{301}", "é", "中",
        "😀", "\u{202E}", "\u{200D}", "\u{2066}",
        "\u{E0067}", "\u{1F3F4}", "한", "\u{11AB}", "\r", "\r\n", "|", ".", ",", "!", ":", "x*y", "a**b", "_a", "b_",
        "$", "{", "}", "\u{A0}", "\u{2028}",
    ]
}
