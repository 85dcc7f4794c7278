package import Markdown

/// A line of an article's contents, which leads to its heading.
struct ContentsEntry: Equatable, Sendable {
    /// Fewer headings are seen at a glance.
    static let fewest = 3

    /// 2 to 6, as the heading is shown.
    let level: Int
    let anchor: String
    let words: String

    /// For the stylesheet, which sets deeper ones in.
    var depthClass: String { "level-\(level)" }

    /// What is worth showing of an outline.
    ///
    /// - Parameter outline: a column of posts.
    static func all(_ outline: [String]) -> [ContentsEntry] {
        guard outline.count >= fewest else { return [] }
        let entries = outline.compactMap(ContentsEntry.init(stored:))
        return entries.count >= fewest ? entries : []
    }

    /// - Returns: `nil` for a heading without words.
    private init?(stored: String) {
        let parts = stored.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let level = Int(parts[0]), (2...6).contains(level) else { return nil }
        self.level = level
        anchor = String(parts[1])
        words = String(parts[2])
    }
}

extension WrittenBody {
    /// The headings as a column keeps them.
    func outline(of kind: Post.Kind) -> [String] {
        guard kind == .article else { return [] }
        return rendered.outline
    }
}

extension RenderedMarkdown {
    /// The headings as a column of posts keeps them: level, anchor and words.
    package var outline: [String] { headings.map { "\($0.level) \($0.anchor) \($0.text)" } }
}
