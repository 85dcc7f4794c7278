/// Which rule a chosen password breaks.
enum NewPasswordError: FieldError, Hashable {
    case tooShort(count: Int)
    case tooLong(count: Int)
    /// Over 1,024 bytes of UTF-8, though perhaps not over 128 characters.
    case tooManyBytes
    case control
    case common
    case dressedUp
    case fewCharacters
    case repetition
    case run
    case personal(PersonHints.Part)

    var message: String {
        switch self {
        case .tooShort(count: 0): "Choose a password of at least 12 characters."
        case .tooShort(let count): Self.missing(count)
        case .tooLong(let count): "That’s \(count) characters. 128 are the most we take."
        case .tooManyBytes:
            "That takes more room than a password has. 128 plain characters fit; emoji take the room of several."
        case .control: "There’s a tab, a line break or something else invisible in it. Leave that out."
        case .common: "That’s one of the 10,000 passwords people choose most, so it’s tried first. Choose another."
        case .dressedUp:
            "At its heart that’s one of the passwords people choose most, and what’s added or changed is tried next. "
                + "Start from something else."
        case .fewCharacters: "That’s two or three characters over and over. Use more different ones."
        case .repetition: "That’s a few characters repeated, so there’s little to guess. Make it more varied."
        case .run: "That runs along the alphabet or the keyboard, which is tried early. Choose something less regular."
        case .personal(let part): "That’s mostly \(part.words). Add more, or choose something else."
        }
    }

    var summary: String {
        switch self {
        case .tooShort(count: 0): "Choose a password"
        case .tooShort: "Choose a longer password"
        case .tooLong, .tooManyBytes: "Choose a shorter password"
        case .control: "Take the invisible character out of the password"
        default: "Choose a password that’s harder to guess"
        }
    }

    /// "That’s 9 characters. Three more and we’re there."
    private static func missing(_ count: Int) -> String {
        let more = words[max(0, min(NewPassword.length.lowerBound - count, words.count) - 1)]
        return "That’s \(Wording.counted(count, "character", "characters")). \(more) more and we’re there."
    }

    private static let words = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    ]
}

extension PersonHints.Part {
    fileprivate var words: String {
        switch self {
        case .name: "your name, which is no secret"
        case .username: "your username, which everyone sees"
        case .email: "your email address, which others know"
        case .university: "your university’s name, which everyone here knows"
        case .site: "the word Quad, which everyone here would try"
        }
    }
}
