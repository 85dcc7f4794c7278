import FoundationEssentials
import HTML

/// What a page's head tells programs, besides title, description and address: link previews, feed readers, crawlers.
struct HeadMatter: Sendable {
    /// What the page is, by Open Graph.
    enum Kind: Sendable {
        case website
        case article(published: Date, edited: Date?, section: String, tags: [String])
        case profile(username: String)
    }

    struct Feed: Sendable {
        let title: String
        let path: String
    }

    var kind = Kind.website
    /// Where a feed reader goes on.
    var feeds: [Feed] = []
    /// For visitors' pages that crawlers may keep.
    var data: StructuredData?
    /// Whether those who train machines may take what search engines may keep.
    var isForTraining = true
}

extension Frame {
    /// A property of Open Graph, and what it is.
    struct Property: Sendable {
        let name: String
        let content: String
    }

    /// What link previews show of the page besides title and description.
    var properties: [Property] {
        switch matter.kind {
        case .website: return [Property(name: "og:type", content: "website")]
        case .profile(let username):
            return [
                Property(name: "og:type", content: "profile"), Property(name: "profile:username", content: username),
            ]
        case .article(let published, let edited, let section, let tags):
            return [
                Property(name: "og:type", content: "article"),
                Property(name: "article:published_time", content: published.iso8601),
                Property(name: "article:modified_time", content: (edited ?? published).iso8601),
                Property(name: "article:section", content: section),
            ] + tags.map { Property(name: "article:tag", content: $0) }
        }
    }

    /// Of the site's mark, because links in a head are read without their page.
    var imageAddress: String { site.origin + site.touchIcon }

    /// Whether the page asks not to be trained on.
    var keepsFromTraining: Bool { !site.allowsTraining || !matter.isForTraining }

    /// What `X-Robots-Tag` says of the page: the same as its head, for crawlers that read no HTML.
    var robots: String? {
        let words = (indexable && viewer == nil ? [] : ["noindex"]) + (keepsFromTraining ? [Robots.noTraining] : [])
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}

/// What crawlers are told in a page's head and in its headers.
enum Robots {
    static let header = "X-Robots-Tag"
    /// Understood by those who gather pictures and texts to train on, as far as they listen at all.
    static let noTraining = "noai, noimageai"
}

extension Date {
    /// "2026-10-18T21:31:00Z".
    var iso8601: String { CivilTime(secondsSince1970: Int(timeIntervalSince1970.rounded(.down))).iso8601 }
}

extension String {
    /// On one line and cut after a word, then ended by "…", when it is longer than `limit` characters.
    func shortened(to limit: Int) -> String {
        // What the renderer cut already is most of what comes here.
        if unicodeScalars.count <= limit, !utf8.contains(where: { $0 < 0x20 }) { return self }
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let end = line.index(line.startIndex, offsetBy: limit, limitedBy: line.endIndex), end < line.endIndex
        else { return line }
        let cut = line[..<line.index(before: end)]
        let space = cut.lastIndex(of: " ")
        let isNear = space.map { cut.distance(from: $0, to: cut.endIndex) <= 40 } ?? false
        return (isNear ? cut[..<(space ?? cut.endIndex)] : cut) + "…"
    }
}
