/// How a password is put together. All texts are in lower case.
enum PasswordShape {
    /// Whether it is one of the commonest passwords written twice, with digits or signs around it, or with signs for
    /// letters: what guessing programs try right after the list itself.
    static func isDressedUp(_ text: String) -> Bool {
        undressed(text).map(unit).flatMap(undressed).contains { core in
            core.count >= 4
                && (CommonPasswords.contains(core) || CommonPasswords.contains(withoutSubstitutes(core)))
        }
    }

    /// What is repeated to fill the text, the last time perhaps in part: "abc" of "abcabcab"; else the text.
    static func unit(of text: String) -> String {
        let characters = Array(text)
        guard characters.count >= 2 else { return text }
        for length in 1...characters.count / 2 {
            let isRepeated = (length..<characters.count).allSatisfy { index in
                characters[index] == characters[index - length]
            }
            if isRepeated { return String(characters[..<length]) }
        }
        return text
    }

    /// With letters for the digits and signs that are often written instead: "password" for "p@55w0rd".
    static func withoutSubstitutes(_ text: String) -> String {
        String(text.map { character in substitutes[character] ?? character })
    }

    /// The text without what is no letter before it, behind it (a sign can also stand for the first letter), both,
    /// and anywhere.
    private static func undressed(_ text: String) -> [String] {
        let behind = text.drop { character in !character.isLetter }
        let end = text.lastIndex { character in character.isLetter }
        guard let end, behind.startIndex <= end else { return [text] }
        return [text, String(behind), String(text[...end]), String(behind[...end]), text.filter(\.isLetter)]
    }

    private static let substitutes: [Character: Character] = [
        "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
    ]
}
