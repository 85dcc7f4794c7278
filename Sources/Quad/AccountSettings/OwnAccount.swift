import HTTPServer

/// An account as its owner's settings show it.
struct OwnAccount: Sendable {
    /// At the university.
    let email: String
    let personalEmail: String?
    let universityName: String
    let universityShortName: String
}

/// Which of an account's addresses something is about.
enum AddressPurpose: String, Codable, Sendable {
    case email
    case personalEmail = "personal_email"
}

/// Why an address cannot be an account's.
enum AddressError: FieldError, Hashable {
    /// Not at one of the university's domains, which are given.
    case elsewhere(university: String, domains: [String])
    case atUniversity
    case already

    var message: String {
        switch self {
        case .elsewhere(let university, let domains):
            "That isn’t \(university)’s. Yours ends in \(Self.worded(domains))."
        case .atUniversity:
            "That’s a university’s address, and it ends when you leave there. Use one that stays yours."
        case .already: "That’s your address already."
        }
    }

    var summary: String {
        switch self {
        case .elsewhere: "Use your university address"
        case .atUniversity: "Use an address of your own"
        case .already: "Use another address"
        }
    }

    /// "a.example, b.example or c.example".
    private static func worded(_ domains: [String]) -> String {
        guard let last = domains.last, domains.count > 1 else { return domains.first ?? "its domain" }
        return domains.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// The password typed to confirm a change.
enum CurrentPasswordError: FieldError, Hashable {
    case empty, wrong

    var message: String {
        switch self {
        case .empty: "Type the password you sign in with."
        case .wrong: "That isn’t your password. If you forgot it, sign out and choose “Forgot your password?”."
        }
    }

    var summary: String { self == .empty ? "Type your password" : "Check your password" }
}

/// Somebody has to run the installation.
struct LastAdmin: ResponseError {
    var status: HTTPStatus { .conflict }
    var message: String? { "You’re the only admin here" }
    var advice: String? {
        "Without one nobody could run this site. Make somebody else an admin first, with quad user promote; then come "
            + "back."
    }
    var remedy: Choice? { Choice("Your account", path: AccountPaths.account) }
}
