import FoundationEssentials
import HTML

/// A feed of posts or comments (RFC 4287).
struct AtomFeed: Sendable {
    /// At most this many entries, the newest.
    static let length = 50

    let title: String
    let subtitle: String?
    /// Of the feed itself, and of the page that shows the same.
    let path: String
    let pagePath: String
    /// When what the feed is of began: the feed's own time while it has no entry.
    let began: Date
    let entries: [Entry]

    struct Entry: Sendable {
        let id: UUID
        let title: String
        let path: String
        let author: Person
        let published: Date
        let edited: Date?
        let content: Content
        var tags: [String] = []

        var updated: Date { edited ?? published }
    }

    enum Content: Sendable {
        case whole(SafeHTML)
        /// The beginning of what is too long for a feed, as plain text.
        case excerpt(String)
    }

    var updated: Date { entries.map(\.updated).max() ?? began }
}
