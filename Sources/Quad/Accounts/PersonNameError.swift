/// Why a name cannot be shown.
enum PersonNameError: FieldError, Hashable {
    case empty
    /// `nil`: so long that nobody counted.
    case tooLong(count: Int?)
    case invisible
    case marks
    case noLetters
    case styledLetters
    case mixedAlphabets
    case address

    var message: String {
        switch self {
        case .empty: "Tell us what people call you."
        case .tooLong(let count?): "That’s \(count) characters. 80 are the most we can show."
        case .tooLong: "80 characters are the most we can show."
        case .invisible:
            "There’s something invisible in it: a line break, or a mark that hides or turns text. Type it by hand."
        case .marks: "There are accents without a letter, or more on one than any language has. Leave those out."
        case .noLetters: "A name has at least one letter."
        case .styledLetters: "Those are signs that look like letters. Plain ones can be read aloud and searched for."
        case .mixedAlphabets: "One word mixes two alphabets whose letters look alike. Write each word in one of them."
        case .address: "That looks like a web or email address. Write your name without one."
        }
    }

    var summary: String {
        switch self {
        case .empty: "Tell us your name"
        case .tooLong: "Shorten your name"
        default: "Write your name in plain letters"
        }
    }
}
