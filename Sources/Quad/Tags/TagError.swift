/// Why a tag cannot be merged into another, in a moderator's words.
enum TagMergeRefusal: Equatable {
    case notATag(String)
    case itself
    case unknown(String)
    case leadsHere(String)

    /// Beside the field.
    var message: String {
        switch self {
        case .notATag(let typed):
            typed.isEmpty ? "Say which tag posts shall carry instead." : "“\(typed.prefix(60))” isn’t a tag."
        case .itself: "That’s this tag itself. Name another."
        case .unknown(let tag): "No post that anyone can read carries #\(tag). Check how it’s spelled."
        case .leadsHere(let tag): "#\(tag) is merged into this tag already. Undo that first."
        }
    }
}
