/// What a member is called on pages and in mails: 1 to 80 characters in any script, of which none is invisible.
///
/// It has no control character and no web or email address in it, so it can stand in a mail's header or greeting.
struct PersonName: Hashable, Sendable, CustomStringConvertible {
    /// In Unicode's form C, with single spaces.
    let text: String

    /// Counted in Unicode scalars, as the database does.
    static let limit = 80

    var description: String { text }

    init(_ input: String) throws(PersonNameError) {
        guard input.utf8.count <= 2000 else { throw .tooLong(count: nil) }
        let text = TypedText.folded(input)
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { throw .empty }
        guard !NameLetters.hidesSomething(scalars) else { throw .invisible }
        guard scalars.count <= Self.limit else { throw .tooLong(count: scalars.count) }
        guard !NameLetters.hasStrayMarks(scalars) else { throw .marks }
        guard scalars.contains(where: \.properties.isAlphabetic) else { throw .noLetters }
        guard !scalars.contains(where: NameLetters.isStyled) else { throw .styledLetters }
        guard !Alphabet.areMixedInAWord(of: scalars) else { throw .mixedAlphabets }
        guard !Self.looksLikeAddress(text) else { throw .address }
        self.text = text
    }

    /// Mail programs make links of addresses, and a sign-up sends a mail to whoever was named in it.
    private static func looksLikeAddress(_ text: String) -> Bool {
        guard !text.unicodeScalars.contains(where: { scalar in "@<>\\".unicodeScalars.contains(scalar) }) else {
            return true
        }
        let lowered = text.lowercased()
        guard !lowered.contains("://"), !lowered.hasPrefix("www."), !lowered.contains(" www.") else { return true }
        // "evil.example", but not "J.R.R. Tolkien", "St. John" or "Ph.D".
        let labels = lowered.split(separator: ".", omittingEmptySubsequences: false)
        return zip(labels, labels.dropFirst()).contains { before, after in
            before.suffix(2).filter(\.isLetterOrDigit).count == 2 && after.prefix(2).filter(\.isLetter).count == 2
        }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
