import Cryptography

/// A university to set up, with whoever runs the installation first.
struct NewCampus: Sendable {
    let name: CampusLine
    let shortName: CampusLine
    /// At least one: addresses there may sign up.
    let domains: [EmailDomain]
    let timeZone: String
    let term: CampusLine

    /// What addresses call the university: "alder-bay".
    var slug: String {
        let words = Slug.from(shortName.text)
        // A name without Latin letters leaves nothing to spell.
        guard words != Slug.from("") else { return "campus" }
        var slug = words.prefix(40)
        while slug.last == "-" { slug = slug.dropLast() }
        return String(slug)
    }
}

/// Who runs the installation first.
struct FirstAdmin: Sendable {
    let name: PersonName
    let email: EmailAddress
    let username: Username
    let password: PasswordHash
}

/// A line of text about a university: no invisible characters, up to a number of them.
struct CampusLine: Hashable, Sendable {
    let text: String

    enum Kind: Sendable {
        case name, shortName, term

        /// In Unicode scalars, as the database counts.
        var limit: Int { self == .name ? 120 : 40 }
    }

    init(_ input: String, as kind: Kind) throws(CampusLineError) {
        guard input.utf8.count <= 2_000 else { throw .tooLong(kind) }
        let text = TypedText.folded(input)
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { throw .empty(kind) }
        guard !NameLetters.hidesSomething(scalars) else { throw .invisible(kind) }
        guard scalars.count <= kind.limit else { throw .tooLong(kind) }
        self.text = text
    }
}

enum CampusLineError: FieldError, Hashable {
    case empty(CampusLine.Kind)
    case tooLong(CampusLine.Kind)
    case invisible(CampusLine.Kind)

    var message: String {
        switch self {
        case .empty(.name): "Type the university’s whole name."
        case .empty(.shortName): "Type what people call the university for short. The whole name will do, too."
        case .empty(.term): "Say which term it is now. Courses are listed under it."
        case .tooLong(let kind): "\(kind.limit) characters are the most we can show."
        case .invisible: "There’s something invisible in it, a line break perhaps. Type it by hand."
        }
    }

    var summary: String {
        let what =
            switch self {
            case .empty(let kind), .tooLong(let kind), .invisible(let kind): kind.words
            }
        switch self {
        case .empty: return "Fill in \(what)"
        case .tooLong: return "Shorten \(what)"
        case .invisible: return "Type \(what) anew"
        }
    }
}

extension CampusLine.Kind {
    fileprivate var words: String {
        switch self {
        case .name: "the university’s name"
        case .shortName: "the short name"
        case .term: "the current term"
        }
    }
}
