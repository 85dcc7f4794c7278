/// What is wrong with a field of a form about a community.
struct CommunityFault: FieldError, Equatable {
    let message: String
    let summary: String
}

extension CommunityFault {
    /// - Parameter what: "name", "description", as the sentence says it.
    init(_ error: OneLineError, of what: String, limit: Int) {
        switch error {
        case .empty: self.init(message: "Nothing of it can be seen. Give it a \(what).", summary: "Give it a \(what)")
        case .tooLong(let count):
            self.init(
                message: "That’s \(Wording.count(count)) characters, and \(limit) is the most. Say it in fewer words.",
                summary: "Shorten the \(what)")
        case .misleading:
            self.init(
                message: "There are invisible characters in the \(what). Type it, or paste it as plain text.",
                summary: "Mend the \(what)")
        }
    }
}

/// Words on one line that members read: names, descriptions, reasons.
enum CommunityLine {
    /// - Parameter what: as a sentence names it.
    static func needed(_ typed: String, _ what: String, limit: Int) throws(CommunityFault) -> String {
        do { return try OneLine(typed, limit: limit).text } catch {
            throw CommunityFault(error, of: what, limit: limit)
        }
    }

    /// The same where nothing may stand as well.
    static func optional(_ typed: String, _ what: String, limit: Int) throws(CommunityFault) -> String {
        guard typed.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return "" }
        return try needed(typed, what, limit: limit)
    }
}
