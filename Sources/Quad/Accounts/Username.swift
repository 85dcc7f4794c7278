/// What a member is called in addresses and mentions: `@leila.farahani`.
///
/// 3 to 30 of a–z, 0–9, `.`, `_` and `-`, beginning and ending with a letter or digit, no two signs in a row.
struct Username: Hashable, Sendable, CustomStringConvertible {
    let text: String

    static let length = 3...30

    var description: String { text }

    /// - Parameter input: may be in capitals, and may begin with an @.
    init(_ input: String) throws(UsernameError) {
        // Only so much is worth a suggestion.
        guard input.utf8.count <= 400 else { throw .tooLong }
        var text = TypedText.trimmed(input)
        if text.unicodeScalars.first == "@" { text = String(text.unicodeScalars.dropFirst()) }
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.allSatisfy(Self.isAllowed) else { throw .otherCharacters(suggestion: Self.closest(to: text)) }
        text = String(decoding: text.utf8.map { byte in byte | (Self.isCapital(byte) ? 0x20 : 0) }, as: UTF8.self)
        guard text.utf8.count >= Self.length.lowerBound else { throw .tooShort }
        guard text.utf8.count <= Self.length.upperBound else { throw .tooLong }
        try Self.checkSigns(in: text)
        guard !ReservedUsernames.contains(text) else { throw .reserved }
        self.text = text
    }

    private static func checkSigns(in text: String) throws(UsernameError) {
        var isAfterSign = true
        for byte in text.utf8 {
            guard !(isAfterSign && isSign(byte)) else { throw .signs }
            isAfterSign = isSign(byte)
        }
        guard !isAfterSign else { throw .signs }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isSign(byte) || isCapital(byte) || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2D || byte == 0x5F }

    private static func closest(to text: String) -> Username? {
        let words = words(of: text)
        return made(words.joined(separator: ".")) ?? made(words.joined())
    }

    /// `nil` for what breaks a rule: a suggestion is made without knowing which.
    private static func made(_ text: String) -> Username? {
        do { return try Username(text) } catch { return nil }
    }

    /// The words of `text` in ASCII letters and digits: "Łukasz Wójcik" is "lukasz" and "wojcik".
    private static func words(of text: String) -> [String] {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let letters = ASCIILetters.of(scalar)
            switch scalar {
            case "'", "’", "\u{300}"..."\u{36F}": continue
            case _ where letters.isEmpty: words.append([])
            default: words[words.count - 1] += letters
            }
        }
        return words.filter { word in !word.isEmpty }.map { word in String(decoding: word, as: UTF8.self) }
    }
}

extension Username {
    /// Usernames for somebody whose wish was taken, the best first: "leila.farahani", "leilafarahani", "lfarahani",
    /// "leila.f", then with a number behind.
    ///
    /// - Parameters:
    ///   - name: as its owner writes it; one without Latin letters suggests nothing.
    ///   - wish: what was taken: not among the result, but with a number behind it.
    /// - Returns: at most ten that keep the rules; whether one is free is for the database to say.
    static func suggestions(for name: String, besides wish: Username? = nil) -> [Username] {
        let words = words(of: String(name.unicodeScalars.prefix(200)))
        var plain: [String] = []
        if let first = words.first, let last = words.dropFirst().last {
            plain = ["\(first).\(last)", first + last, "\(first.prefix(1))\(last)", "\(first).\(last.prefix(1))"]
        } else {
            plain = words
        }
        let numbered = (plain.prefix(1) + (wish.map { wish in [wish.text] } ?? []))
            .flatMap { base in (2...5).map { number in base + String(number) } }
        var seen = Set([wish].compactMap(\.self))
        return Array((plain + numbered).compactMap(made).filter { seen.insert($0).inserted }.prefix(10))
    }
}
