import FoundationEssentials
import Markdown

/// What narrows a search down, besides its words.
struct SearchFilters: Equatable, Sendable {
    /// A community's address, as in `/c/{slug}`.
    var community: String?
    /// A username.
    var author: String?
    /// All of these; as `TagSlug` spells them.
    var tags: [String] = []
    var kind: Post.Kind?
    /// Of questions: whether an answer was chosen.
    var isAnswered: Bool?
    /// The first day that counts, and the first that no longer does.
    var after: SearchDay?
    var before: SearchDay?

    static let mostTags = 5

    var isEmpty: Bool { self == SearchFilters() }
    /// Whether any of them is one that comments have none of.
    var isOfPosts: Bool { !tags.isEmpty || kind != nil || isAnswered != nil }

    /// Their names, as a search box and a form spell them.
    enum Name: String, CaseIterable {
        case `in`, by, tag, kind, `is`, before, after
    }

    /// Sets a filter as it was typed.
    ///
    /// - Throws: why it cannot be one; then nothing was changed.
    mutating func set(_ name: Name, to typed: String) throws(SearchFilterError) {
        let value = typed.lowercased()
        switch name {
        case .in:
            let slug = value.hasPrefix("c/") ? String(value.dropFirst(2)) : value
            guard slug.isPlainName(upTo: 40) else { throw .notAPlace(typed) }
            community = slug
        case .by:
            let username = value.hasPrefix("@") ? String(value.dropFirst()) : value
            guard username.isPlainName(upTo: 30) else { throw .notAPerson(typed) }
            author = username
        case .tag:
            let name = value.hasPrefix("#") ? String(value.dropFirst()) : value
            guard let slug = TagSlug.from(name) else { throw .notATag(typed) }
            guard !tags.contains(slug) else { return }
            guard tags.count < Self.mostTags else { throw .tooManyTags }
            tags.append(slug)
        case .kind:
            guard let known = Post.Kind(rawValue: value) else { throw .notAKind(typed) }
            kind = known
        case .is:
            switch value {
            case "answered": isAnswered = true
            case "unanswered": isAnswered = false
            default: throw .notAState(typed)
            }
        case .before:
            guard let day = SearchDay(value) else { throw .notADay(name, typed) }
            before = day
        case .after:
            guard let day = SearchDay(value) else { throw .notADay(name, typed) }
            after = day
        }
    }

    /// As names and values, in a fixed order.
    var pairs: [(name: Name, value: String)] {
        var pairs: [(name: Name, value: String)] = []
        if let community { pairs.append((.in, community)) }
        if let author { pairs.append((.by, author)) }
        for tag in tags { pairs.append((.tag, tag)) }
        if let kind { pairs.append((.kind, kind.rawValue)) }
        if let isAnswered { pairs.append((.is, isAnswered ? "answered" : "unanswered")) }
        if let after { pairs.append((.after, after.text)) }
        if let before { pairs.append((.before, before.text)) }
        return pairs
    }

    /// Without one of them.
    func without(_ name: Name, _ value: String) -> SearchFilters {
        var rest = self
        switch name {
        case .in: rest.community = nil
        case .by: rest.author = nil
        case .tag: rest.tags.removeAll { $0 == value }
        case .kind: rest.kind = nil
        case .is: rest.isAnswered = nil
        case .before: rest.before = nil
        case .after: rest.after = nil
        }
        return rest
    }
}

/// Why something typed is no filter, in the visitor's words.
enum SearchFilterError: Error, Equatable {
    case unknown(String)
    case notAPlace(String)
    case notAPerson(String)
    case notATag(String)
    case tooManyTags
    case notAKind(String)
    case notAState(String)
    case notADay(SearchFilters.Name, String)

    var message: String {
        switch self {
        case .unknown(let name): "There is no filter “\(name):”, so it was looked for as a word."
        case .notAPlace(let typed):
            "“in:\(typed)” names no community. Write what stands in its address: in:algorithms."
        case .notAPerson(let typed): "“by:\(typed)” names nobody. Write a username: by:bo.li."
        case .notATag(let typed): "“tag:\(typed)” can’t be a tag. Tags have letters, digits and hyphens: tag:graphs."
        case .tooManyTags: "More than \(SearchFilters.mostTags) tags at once aren’t looked for."
        case .notAKind(let typed):
            "“kind:\(typed)” isn’t one. There are discussion, question, article, announcement and poll."
        case .notAState(let typed): "“is:\(typed)” isn’t one. There are is:answered and is:unanswered."
        case .notADay(let name, let typed):
            "“\(name.rawValue):\(typed)” is no day. Write \(name.rawValue):2026-10-31, or a month or a year."
        }
    }
}

extension String {
    /// Whether it could be a slug or a username; whether there is one of that name is another question.
    fileprivate func isPlainName(upTo limit: Int) -> Bool {
        !isEmpty && utf8.count <= limit
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._".utf8.contains(byte)
            }
    }
}
