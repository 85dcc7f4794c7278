internal import HTML

/// Writes a parsed document as HTML and keeps what it finds on the way.
///
/// Everything written is a tag from this file's siblings or text escaped there. Elements are closed in the order they
/// were opened because the tree is walked in it.
struct DocumentWriter {
    let source: CleanSource
    let kind: MarkdownRenderer.Kind
    let site: Site
    let uploads: [String: Upload]

    var html: [UInt8] = []
    var text = PlainText()
    var findings = Findings()
    var outline: HeadingOutline

    /// Quotes and list items open.
    var nesting = 0

    /// Whether anything written can be seen: a letter, code or a picture.
    var isVisible = false

    /// The heading being written: where its tag ends but for the anchor, and its words.
    var heading: (tagEnd: Int, level: Int, words: [UInt8])?

    /// Emphasis open, whether shown or not.
    var emphasis = 0

    /// Links and pictures open, and how each was begun.
    var openLinks: [OpenLink] = []

    /// Whether one of `openLinks` is an `a`, in which no other may be.
    var isInAnchor = false

    /// How many of `openLinks` are pictures, whose text is being written into an attribute.
    var pictures = 0

    /// One entry for each element open that holds text, when the source has `~~`.
    var strikes: [Strikethrough] = []

    /// Whether the next text goes on from a word.
    var isInsideWord = false

    private let mayHoldEntities: Bool
    private let mayHoldStrikes: Bool

    /// Quotes and list items within each other.
    static let deepestNesting = 16

    /// Emphasis within emphasis that is shown; what is deeper is only read.
    static let deepestEmphasis = 8

    init(of source: CleanSource, as kind: MarkdownRenderer.Kind, on site: Site, uploads: [String: Upload]) {
        self.source = source
        self.kind = kind
        self.site = site
        self.uploads = uploads
        outline = HeadingOutline(top: kind.topHeadingLevel)
        mayHoldEntities = source.bytes.span.contains(UInt8(ascii: "&"))
        mayHoldStrikes = source.bytes.span.contains(UInt8(ascii: "~"))
        html.reserveCapacity(source.bytes.count + source.bytes.count / 2 + 64)
    }

    /// - Throws: `.tooDeeplyNested` or `.tooMuchOutput`.
    mutating func write(_ tree: borrowing MarkdownTree) throws(MarkdownError) {
        let most = source.bytes.count * 10 + 4_096
        try tree.walk { (node, isEntering) throws(MarkdownError) in
            if isEntering { try enter(node) } else { leave(node) }
            guard html.count <= most else { throw .tooMuchOutput }
        }
    }

    /// - Throws: `.empty` when nothing can be seen.
    consuming func finish() throws(MarkdownError) -> RenderedMarkdown {
        guard isVisible else { throw .empty }
        if html.last == UInt8(ascii: "\n") { html.removeLast() }
        if source.hasEscapeMarks { html = CleanSource.withoutEscapeMarks(html) }
        return RenderedMarkdown(
            html: SafeHTML(rendered: html), excerpt: text.excerpt(hasEscapeMarks: source.hasEscapeMarks),
            mentions: findings.mentions.values,
            tags: findings.tags.values, references: findings.references.values,
            links: findings.links.values.map { String(decoding: $0, as: UTF8.self) },
            files: findings.files.values, imageCount: findings.imageCount, unnamedImages: findings.unnamedImages,
            headings: findings.headings, wordCount: text.wordCount)
    }

    private mutating func enter(_ node: MarkdownTree.Node) throws(MarkdownError) {
        switch node.kind {
        case .text: node.withLiteral { write(text: $0) }
        case .softBreak: writeBreak("\n")
        case .lineBreak: writeBreak("<br>\n")
        case .code: node.withLiteral { write(code: $0) }
        case .htmlInline: node.withLiteral { write(literally: $0) }
        case .emphasis: beginEmphasis("<em>", of: node)
        case .strong: beginEmphasis("<strong>", of: node)
        case .link: beginLink(node)
        case .image: beginImage(node)
        case .quote, .item, .list: try beginContainer(node)
        case .paragraph: beginParagraph(node)
        case .heading: beginHeading(node)
        case .codeBlock: node.withLiteral { write(codeBlock: $0) }
        case .htmlBlock: node.withLiteral { write(htmlBlock: $0) }
        case .thematicBreak: writeBlock("<hr>")
        case .document, .other: break
        }
    }

    private mutating func leave(_ node: MarkdownTree.Node) {
        switch node.kind {
        case .emphasis: endEmphasis("</em>")
        case .strong: endEmphasis("</strong>")
        case .link, .image: endLink()
        case .quote, .item, .list: endContainer(node)
        case .paragraph: endParagraph(node)
        case .heading: endHeading()
        default: break
        }
    }

    /// Entities can bring back what `CleanSource` took out.
    ///
    /// - Returns: `text` without it; `nil` when there was nothing of the kind.
    func cleaned(_ text: Span<UInt8>) -> [UInt8]? {
        guard mayHoldEntities else { return nil }
        for index in text.indices where text[index] >= 0x7F || text[index] < 0x20 {
            var clean = VisibleText(capacity: text.count)
            clean.append(text, keepingEscapeMarks: source.hasEscapeMarks)
            return clean.bytes
        }
        return nil
    }

    mutating func beginText(of node: MarkdownTree.Node) {
        if mayHoldStrikes { strikes.append(Strikethrough(among: node)) }
    }

    mutating func endText() {
        if strikes.popLast()?.isOpen == true { html.append("</del>") }
    }
}
