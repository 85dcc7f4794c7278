/// Turns what members write into HTML that may be shown as it is.
///
/// CommonMark, and beside it bare links, `@mentions`, `#tags`, `community#12` and `~~struck~~` text.
/// Raw HTML is shown as text, links go only where `LinkTarget` lets them, pictures come only from this site.
/// A text is rendered once, when it is written, and stored beside `version`.
public struct MarkdownRenderer: Sendable {
    /// Goes up whenever the same source would give other HTML, so that stored HTML can be told to be old.
    public static let version = 2

    /// What is being written, which decides its longest length and what its headings stand under.
    public enum Kind: Sendable, CaseIterable {
        case post, comment, biography

        /// The most characters (Unicode scalars, a line end counting as one) a source may have.
        public var limit: Int {
            switch self {
            case .post: 50_000
            case .comment: 10_000
            case .biography: 2_000
            }
        }

        /// The level of the topmost heading: a post stands under the page's `h1`, the others under an `h2` as well.
        var topHeadingLevel: Int { self == .post ? 2 : 3 }

        /// Whether headings can be linked to. A page shows one post but many comments, whose anchors would clash.
        var hasAnchors: Bool { self == .post }
    }

    let site: Site
    let uploads: [String: Upload]

    /// - Parameters:
    ///   - siteOrigin: scheme, host and port of this site, such as `https://quad.example`.
    ///     Links that begin with it become paths.
    ///   - uploads: the files that may be shown, each by what its address has behind `/attachments/`, in lower case.
    ///     Of others' pictures the alternative text is shown; pictures from elsewhere become links.
    public init(siteOrigin: String, uploads: [String: Upload] = [:]) {
        site = Site(origin: siteOrigin)
        self.uploads = uploads
    }

    /// Renders one text.
    ///
    /// - Throws: a `MarkdownError` whose `message` is meant for the writer.
    /// - Complexity: O(*n*) in the length of the source. A hostile source is refused before it is parsed
    ///   or costs some milliseconds at most (`ParsingCost`).
    public func render(_ source: String, as kind: Kind) throws(MarkdownError) -> RenderedMarkdown {
        let clean = try CleanSource(source, limit: kind.limit)
        try ParsingCost.check(clean.bytes)
        let tree = MarkdownTree(parsing: clean.bytes)
        var writer = DocumentWriter(of: clean, as: kind, on: site, uploads: uploads)
        try writer.write(tree)
        return try writer.finish()
    }
}
