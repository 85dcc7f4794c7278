/// A password that somebody chose and that is hard enough to guess.
struct NewPassword: Sendable {
    /// In Unicode's form C.
    let text: String

    static let length = 12...128
    static let mostBytes = 1024

    /// - Throws: the first rule it breaks.
    /// - Complexity: at most some milliseconds, whatever `input` is.
    init(_ input: String, about person: PersonHints) throws(NewPasswordError) {
        // Other forms than C take up to three times the bytes; what is longer still is not even looked at.
        guard input.utf8.count <= 4 * Self.mostBytes else { throw .tooManyBytes }
        text = TypedText.composed(input)
        try Self.checkSize(of: text)
        guard !text.unicodeScalars.contains(where: Self.isControl) else { throw .control }
        try Self.checkGuessing(of: text.lowercased(), about: person)
    }

    private static func checkSize(of text: String) throws(NewPasswordError) {
        let count = text.count
        guard count >= length.lowerBound else { throw .tooShort(count: count) }
        guard count <= length.upperBound else { throw .tooLong(count: count) }
        guard text.utf8.count <= mostBytes else { throw .tooManyBytes }
    }

    /// Unassigned characters too: a later Unicode may compose them otherwise, and then the password were lost.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .unassigned: true
        default: false
        }
    }

    private static func checkGuessing(of lowered: String, about person: PersonHints) throws(NewPasswordError) {
        guard !CommonPasswords.contains(lowered) else { throw .common }
        guard Set(lowered).count > 3 else { throw .fewCharacters }
        guard PasswordShape.unit(of: lowered).count > 4 else { throw .repetition }
        guard !PasswordShape.isDressedUp(lowered) else { throw .dressedUp }
        guard KeyRuns.pieces(in: lowered) > 4 else { throw .run }
        if let part = person.part(fillingMostOf: lowered) { throw .personal(part) }
    }
}

extension NewPassword {
    /// What is refused and why, one sentence a rule, for the page beside the form.
    static let rules = [
        "It has 12 to 128 characters of any script, spaces too: length is what makes guessing slow.",
        "It isn’t one of the 10,000 passwords people choose most, because those are tried first.",
        "It isn’t one of those written twice or with digits and signs around it or in it: that’s tried next.",
        "It isn’t a few characters over and over, because there’s little to guess.",
        "It isn’t a run along the alphabet or the keyboard, because everybody’s fingers know those.",
        "It isn’t mostly your name, username, email, university or the word Quad, because anyone can look those up.",
    ]
}

/// For logs: never the secret.
extension NewPassword: CustomStringConvertible, CustomReflectable {
    var description: String { "NewPassword(…)" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
