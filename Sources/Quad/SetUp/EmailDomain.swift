/// What stands behind the @ of a university's addresses: "students.alderbay.example".
struct EmailDomain: Hashable, Sendable {
    /// In lower case.
    let text: String

    /// - Parameter input: may begin with an @.
    /// - Returns: `nil` when it is no domain.
    init?(_ input: some StringProtocol) {
        let bare = input.hasPrefix("@") ? String(input.dropFirst()) : String(input)
        do throws(EmailAddressError) { text = try EmailAddress("someone@" + bare).domain } catch { return nil }
        let top = text.split(separator: ".").last ?? ""
        guard top.count >= 2, top.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    }

    /// One a line, or separated by spaces or commas; each once, in their order.
    static func list(_ input: String) throws(EmailDomainError) -> [EmailDomain] {
        var domains: [EmailDomain] = []
        let words = input.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
        for (place, word) in words.enumerated() {
            guard let domain = EmailDomain(word) else { throw .notADomain(place: place + 1, of: words.count) }
            if !domains.contains(domain) { domains.append(domain) }
            guard domains.count <= 50 else { throw .tooMany }
        }
        guard !domains.isEmpty else { throw .none }
        return domains
    }
}

enum EmailDomainError: FieldError, Hashable {
    case none, tooMany
    case notADomain(place: Int, of: Int)

    var message: String {
        switch self {
        case .none: "Name at least one domain: whoever has an address there may sign up."
        case .tooMany: "50 domains are the most that fit here."
        case .notADomain(let place, let count):
            (count == 1 ? "That isn’t a domain." : "Number \(place) of these isn’t a domain.")
                + " One looks like students.university.example."
        }
    }

    var summary: String {
        switch self {
        case .none: "Name the university’s domains"
        case .tooMany: "Name fewer domains"
        case .notADomain: "Check the domains"
        }
    }
}
