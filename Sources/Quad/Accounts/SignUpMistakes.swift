/// What is not ticked or chosen.
enum SignUpMistake: FieldError, Hashable {
    case noType, rulesNotRead

    var message: String {
        switch self {
        case .noType: "Choose which of these you are. You can change it later."
        case .rulesNotRead: "Read the house rules and tick the box. They fit on one page."
        }
    }

    var summary: String {
        switch self {
        case .noType: "Choose what you are"
        case .rulesNotRead: "Read the house rules"
        }
    }
}

/// The address is at no university's domain.
struct UnknownDomain: FieldError, Hashable {
    let domain: String
    let known: [SignUpDomain]

    var message: String {
        let campuses = Set(known.map(\.campus))
        guard campuses.count == 1, let campus = campuses.first else {
            return "\(domain) isn’t a university’s address that we know. Use the one your university gave you."
        }
        let article = campus.lowercased().first.map { "aeiou".contains($0) } == true ? "an" : "a"
        return "\(domain) isn’t \(article) \(campus) address. " + endings
    }

    /// "Yours ends in alderbay.example or students.alderbay.example."
    private var endings: String {
        let names = known.map(\.domain)
        guard names.count <= 4, let last = names.last else { return "Use the one your university gave you." }
        let others = names.dropLast().joined(separator: ", ")
        return "Yours ends in \(others.isEmpty ? last : "\(others) or \(last)")."
    }

    var summary: String { "Use your university address" }
}

/// Somebody else has the username, or has just asked for it.
struct TakenUsername: FieldError, Hashable {
    let username: Username
    let free: Username?

    var message: String {
        "@\(username.text) is taken. " + (free.map { "@\($0.text) is free." } ?? "Try another.")
    }

    var summary: String { "Pick another username" }
}
