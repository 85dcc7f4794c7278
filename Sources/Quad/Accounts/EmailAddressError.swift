/// Why what was typed is no address we can write to.
enum EmailAddressError: FieldError, Hashable {
    case empty
    case tooLong
    case noAt
    case severalAts
    /// The domain has letters that are not ASCII, perhaps ones that only look so.
    case foreignDomain
    case foreignLetters
    case badLocal
    case badDomain

    var message: String {
        switch self {
        case .empty: "Type your email address."
        case .tooLong: "That’s longer than an email address can be. Is something else in it?"
        case .noAt: "There’s no @ in it. An address looks like name@university.example."
        case .severalAts: "There’s more than one @ in it. One address goes here."
        case .foreignDomain:
            "Behind the @ are letters from outside a to z, some of which only look like them. Type it by hand."
        case .foreignLetters: "We can only write to addresses in plain letters, a to z."
        case .badLocal: "What’s before the @ doesn’t look right. Are there spaces, quotes or two dots in a row?"
        case .badDomain: "What’s behind the @ doesn’t look right. It’s something like university.example."
        }
    }

    var summary: String {
        switch self {
        case .empty: "Type your email address"
        default: "Check your email address"
        }
    }
}
