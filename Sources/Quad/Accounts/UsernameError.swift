/// Why a username cannot be taken; that another has it is for the database to say.
enum UsernameError: FieldError, Hashable {
    case empty
    case tooShort
    case tooLong
    case otherCharacters(suggestion: Username?)
    case signs
    case reserved

    var message: String {
        switch self {
        case .empty: "Choose a username."
        case .tooShort: "That’s a little short: at least 3 characters."
        case .tooLong: "That’s too long: at most 30 characters."
        case .otherCharacters(let suggestion):
            "Usernames have letters from a to z, digits, dots, hyphens and underscores."
                + (suggestion.map { suggestion in " How about @\(suggestion.text)?" } ?? "")
        case .signs: "It begins and ends with a letter or digit, and has no two dots, hyphens or underscores in a row."
        case .reserved: "That name is kept for the site itself. Choose another."
        }
    }

    var summary: String {
        switch self {
        case .empty: "Choose a username"
        case .tooShort: "Choose a longer username"
        case .tooLong: "Choose a shorter username"
        case .otherCharacters, .signs, .reserved: "Pick another username"
        }
    }
}
