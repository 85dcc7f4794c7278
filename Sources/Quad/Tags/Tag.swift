/// A tag with a page of its own.
struct Tag: Sendable {
    let slug: String
    /// What moderators say it is for; empty where nobody has.
    let description: String
    /// Published posts of public communities that carry it.
    let postCount: Int
    /// The tag that posts carry in its stead.
    let synonymOf: String?

    static let pageSize = 50
}

/// What moderators say a tag is for: one line, at most 300 characters.
struct TagDescription: Equatable, Sendable {
    static let limit = 300

    let text: String

    /// - Parameter typed: blanks around and doubled are left out; nothing at all is fine.
    init(_ typed: String) throws(TagDescriptionError) {
        do {
            text = try OneLine(typed, limit: Self.limit).text
        } catch {
            switch error {
            case .empty: text = ""
            case .tooLong(let count): throw .tooLong(count: count)
            case .misleading: throw .misleading
            }
        }
    }
}

enum TagDescriptionError: Error, Equatable {
    case tooLong(count: Int)
    case misleading

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .tooLong(let count): "That’s \(count) characters, and \(TagDescription.limit) is the most. Say it shorter."
        case .misleading: "There are invisible characters in it. Type it, or paste it as plain text."
        }
    }
}

/// How the list of all tags is ordered.
enum TagOrder: String, CaseIterable, Sendable {
    case posts, name
}

/// A place in the list of all tags: the one that the page before ended with. Written as "posts,slug".
struct TagCursor: Equatable, Sendable, CustomStringConvertible {
    let postCount: Int
    let slug: String

    init(postCount: Int, slug: String) {
        self.postCount = postCount
        self.slug = slug
    }

    /// - Parameter text: as a query gives it, decoded.
    init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[0]), (0...Int(Int32.max)).contains(count),
            (1...400).contains(parts[1].utf8.count)
        else { return nil }
        self.init(postCount: count, slug: String(parts[1]))
        guard description.utf8.elementsEqual(text.utf8) else { return nil }
    }

    var description: String { "\(postCount),\(slug)" }
}
