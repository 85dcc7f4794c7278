/// Why a moderator takes something down, as everybody reads it: a rule of the community, or a sentence of their own.
struct RemovalReason: Hashable, Sendable {
    static let limit = 300
    /// What stands there when the author withdrew it.
    static let byAuthor = "its author deleted it"

    let text: String

    /// - Parameters:
    ///   - rule: the number of one of the rules as a form sends it; any other text means `own` words.
    init(rule: String, own: String, rules: [String]) throws(RemovalReasonError) {
        if let number = Int(rule), rules.indices.contains(number - 1) {
            text = Self.shortened("Rule \(number): \(rules[number - 1])")
            return
        }
        do {
            text = try OneLine(own, limit: Self.limit).text
        } catch {
            switch error {
            case .empty: throw .empty
            case .tooLong(let count): throw .tooLong(count: count)
            case .misleading: throw .misleading
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var short = ""
        for character in text {
            guard short.unicodeScalars.count + character.unicodeScalars.count < limit else { break }
            short.append(character)
        }
        return short + "…"
    }
}

/// Why a reason cannot be taken.
enum RemovalReasonError: Error, Equatable {
    case empty
    case tooLong(count: Int)
    case misleading

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .empty: "Choose a rule, or say in a sentence why. Everybody who comes here reads it."
        case .tooLong(let count): "That’s \(count) characters, and \(RemovalReason.limit) is the most."
        case .misleading: "There are invisible characters in the reason. Type it, or paste it as plain text."
        }
    }
}
