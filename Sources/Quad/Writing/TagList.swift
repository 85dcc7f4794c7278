import Markdown

/// The tags typed into a post's field: words parted by blanks or commas, each once, with or without `#`.
struct TagList: Hashable, Sendable {
    static let limit = 10

    /// As `TagSlug` spells them, in the order typed.
    let slugs: [String]

    init(_ typed: String) throws(TagListError) {
        var slugs: [String] = []
        for word in typed.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "،" || $0 == "、" }) {
            let name = String(word.drop { $0 == "#" })
            guard let slug = TagSlug.from(name) else { throw .notATag(String(word.prefix(40))) }
            if !slugs.contains(slug) { slugs.append(slug) }
            // Counting on would cost, and say nothing that helps more.
            guard slugs.count <= Self.limit * 10 else { break }
        }
        guard slugs.count <= Self.limit else { throw .tooMany(slugs.count) }
        self.slugs = slugs
    }

    /// These, and then those found in the text as far as there is room.
    func joined(with found: [String]) -> [String] {
        Array((slugs + found.filter { !slugs.contains($0) }).prefix(Self.limit))
    }
}

/// Why a tag field cannot be taken.
enum TagListError: Error, Equatable {
    case notATag(String)
    case tooMany(Int)

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .notATag(let word):
            "“\(word)” can’t be a tag. Use letters, digits and hyphens, with a letter among them, 50 at most."
        case .tooMany(let count):
            "That’s \(count) tags, and \(TagList.limit) is the most. Keep the ones people would look for."
        }
    }
}
