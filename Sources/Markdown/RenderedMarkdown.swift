public import HTML

/// A rendered text and what was found in it on the way.
public struct RenderedMarkdown: Hashable, Sendable {
    public let html: SafeHTML

    /// The beginning as plain text, at most 200 characters, cut after a word and then ended by "…".
    /// For descriptions and lists. Code blocks are left out unless there is nothing else.
    public let excerpt: String

    /// Whom `@name` links to, in lower case, each once, in the order of the text; at most 50. Whether there is such
    /// a user is for the caller to find out.
    public let mentions: [String]

    /// Slugs of `#tags`: lower case, words joined by `-`, each once, in the order of the text; at most 30.
    public let tags: [String]

    /// Posts named as `community#12`, each once, in the order of the text; at most 50.
    public let references: [PostReference]

    /// Addresses elsewhere that the text links to, each once, in the order of the text; at most 200.
    public let links: [String]

    /// Uploaded files that the text shows or links to, each once, in the order of the text; at most 100. Whether there
    /// is such a file is for the caller to find out.
    public let files: [String]

    /// Pictures shown. A picture from elsewhere is a link and not counted.
    public let imageCount: Int

    /// Those of them that have no alternative text.
    public let unnamedImages: Int

    /// Headings of a post in the order of the text, at most 100: later ones have no anchor. Empty for other
    /// kinds, of which a page shows several.
    public let headings: [Heading]

    /// Words to read: what white space parts, and each ideograph or kana for itself. Code blocks do not count.
    public let wordCount: Int
}

/// A post named as `community#12`. Whether it exists is for the caller to find out.
public struct PostReference: Hashable, Sendable {
    public let community: String
    public let number: Int

    public init(community: String, number: Int) {
        self.community = community
        self.number = number
    }
}

/// A heading that can be linked to.
public struct Heading: Hashable, Sendable {
    /// As shown: 2...6, and never more than one deeper than the heading before.
    public let level: Int

    /// The element's `id`, beginning with `h-` so that it cannot clash with the page's own.
    public let anchor: String

    public let text: String

    public init(level: Int, anchor: String, text: String) {
        self.level = level
        self.anchor = anchor
        self.text = text
    }
}
