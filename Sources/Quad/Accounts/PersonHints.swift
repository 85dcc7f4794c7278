/// What others know of a person, and would try first as a password.
struct PersonHints: Sendable {
    enum Part: Hashable, Sendable {
        case name, username, email, university, site
    }

    /// In lower case, the longest first.
    private let words: [(part: Part, word: String)]

    /// What is still empty or wrong in a form may be given too: it is only compared with.
    ///
    /// - Parameter universities: their names and short names.
    init(name: String = "", username: String = "", email: String = "", universities: [String] = []) {
        let mailbox = email.split(separator: "@").first.map(String.init) ?? ""
        let sources: [(Part, String)] =
            [(.name, name), (.username, username), (.email, mailbox)]
            + universities.map { university in (.university, university) } + [(.site, "quad")]
        words = sources.flatMap { part, text in Self.words(of: text).map { word in (part, word) } }
            .sorted { one, other in one.word.count > other.word.count }
    }

    /// What `password` mostly consists of ("leilafarahani2026"); `nil` when there is enough else in it.
    ///
    /// - Parameter password: in lower case.
    func part(fillingMostOf password: String) -> Part? {
        for text in [password, PasswordShape.withoutSubstitutes(password)] {
            var (rest, found) = (text, Part?.none)
            for (part, word) in words where rest.contains(word) {
                rest = rest.replacing(word, with: "")
                found = found ?? part
            }
            if let found, Self.isLittle(rest) { return found }
        }
        return nil
    }

    /// Whether there are fewer than eight letters to guess, of which two digits or signs are one: behind a name they
    /// are years and birthdays.
    private static func isLittle(_ rest: String) -> Bool {
        let rest = PasswordShape.unit(of: rest)
        let letters = rest.filter(\.isLetter)
        let others = rest.filter { character in !character.isLetter }
        return 2 * KeyRuns.pieces(in: letters) + KeyRuns.pieces(in: others) < 16
    }

    /// The words of a text, all of it as one word, and each in ASCII as well.
    private static func words(of text: String) -> Set<String> {
        // Not that many characters, of which one could have a million marks.
        let text = TypedText.composed(String(text.unicodeScalars.prefix(200))).lowercased()
        let parts = text.split { character in !character.isLetter }.map(String.init)
        let whole = text.filter { character in character.isLetter || character.isNumber }
        let words = parts + [parts.joined(), whole]
        let plain = words.map { word in String(decoding: word.unicodeScalars.flatMap(ASCIILetters.of), as: UTF8.self) }
        return Set((words + plain).filter(isLongEnough))
    }

    /// Four letters; two where one letter is a syllable or a word.
    private static func isLongEnough(_ word: String) -> Bool {
        word.count >= (word.unicodeScalars.contains { scalar in scalar.value >= 0x2E80 } ? 2 : 4)
    }
}
