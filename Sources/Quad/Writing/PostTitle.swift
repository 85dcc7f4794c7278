/// What a post is called: 1 to 200 characters on one line, in Unicode's form C, nothing in it that is not seen.
struct PostTitle: Hashable, Sendable {
    /// In Unicode scalars, as the database counts.
    static let limit = 200

    let text: String

    /// - Parameter typed: white space at its ends is dropped, any other becomes one blank.
    init(_ typed: String) throws(PostTitleError) {
        do {
            text = try OneLine(typed, limit: Self.limit).text
        } catch {
            switch error {
            case .empty: throw .empty
            case .tooLong(let count): throw .tooLong(count: count)
            case .misleading: throw .misleading
            }
        }
    }
}

/// Why a title cannot be taken.
enum PostTitleError: Error, Equatable {
    case empty
    case tooLong(count: Int)
    case misleading

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .empty: "A post needs a title. Say in a few words what it’s about."
        case .tooLong(let count):
            "That’s \(count) characters, and \(PostTitle.limit) is the most. Move the rest into the text."
        case .misleading: "There are invisible characters in the title. Type it, or paste it as plain text."
        }
    }
}
