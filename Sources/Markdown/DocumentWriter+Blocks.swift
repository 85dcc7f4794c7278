extension DocumentWriter {
    mutating func beginContainer(_ node: MarkdownTree.Node) throws(MarkdownError) {
        startLine()
        switch node.kind {
        case .quote:
            html.append("<blockquote")
            writeDirection()
            html.append(">\n")
        case .item: html.append("<li>")
        default:
            html.append(node.isNumberedList ? "<ol" : "<ul")
            if node.isNumberedList, node.firstNumber != 1 {
                html.append(" start=\"")
                html.append(decimal: node.firstNumber)
                html.append("\"")
            }
            writeDirection()
            html.append(">\n")
        }
        guard node.kind != .list else { return }
        nesting += 1
        guard nesting <= Self.deepestNesting else { throw .tooDeeplyNested(line: node.line) }
    }

    mutating func endContainer(_ node: MarkdownTree.Node) {
        switch node.kind {
        case .quote:
            startLine()
            html.append("</blockquote>\n")
        case .item: html.append("</li>\n")
        default:
            startLine()
            html.append(node.isNumberedList ? "</ol>\n" : "</ul>\n")
        }
        if node.kind != .list { nesting -= 1 }
    }

    mutating func beginParagraph(_ node: MarkdownTree.Node) {
        if !node.isInTightItem {
            startLine()
            html.append("<p")
            writeDirection()
            html.append(">")
        }
        beginText(of: node)
        isInsideWord = false
    }

    mutating func endParagraph(_ node: MarkdownTree.Node) {
        endText()
        if !node.isInTightItem { html.append("</p>\n") }
        text.space()
    }

    mutating func beginHeading(_ node: MarkdownTree.Node) {
        let level = outline.shownLevel(for: node.headingLevel)
        startLine()
        html.append("<h")
        html.append(decimal: level)
        heading = (tagEnd: html.count, level: level, words: [])
        writeDirection()
        html.append(">")
        beginText(of: node)
        isInsideWord = false
    }

    mutating func endHeading() {
        endText()
        text.space()
        guard let heading else { return }
        html.append("</h")
        html.append(decimal: heading.level)
        html.append(">\n")
        if kind.hasAnchors, findings.headings.count < Findings.mostHeadings { addAnchor(to: heading) }
        self.heading = nil
    }

    private mutating func addAnchor(to heading: (tagEnd: Int, level: Int, words: [UInt8])) {
        var words = PlainText()
        words.append(heading.words.span)
        let name = words.excerpt(hasEscapeMarks: source.hasEscapeMarks)
        let anchor = outline.anchor(for: name)
        html.insert(contentsOf: " id=\"\(anchor)\"".utf8, at: heading.tagEnd)
        findings.headings.append(Heading(level: heading.level, anchor: anchor, text: name))
    }

    /// A box that scrolls is reached by keyboard, and named for those who do not see it.
    mutating func write(codeBlock code: Span<UInt8>) {
        startLine()
        html.append("<pre dir=\"ltr\" tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>")
        html.append(escaping: code)
        html.append("</code></pre>\n")
        text.appendCodeBlock(code)
        isVisible = isVisible || code.isVisible
    }

    /// HTML is shown as it was written, line for line.
    mutating func write(htmlBlock block: Span<UInt8>) {
        startLine()
        html.append("<p")
        writeDirection()
        html.append(">")
        var start = 0, end = block.count
        while end > 0, block[end - 1].isWhitespace { end -= 1 }
        for index in 0..<end where block[index] == UInt8(ascii: "\n") {
            write(literally: block.extracting(start..<index))
            html.append("<br>\n")
            start = index + 1
        }
        write(literally: block.extracting(start..<end))
        html.append("</p>\n")
        text.space()
    }

    mutating func writeBlock(_ tag: StaticString) {
        startLine()
        html.append(tag)
        html.append("\n")
    }

    /// The outermost block finds its direction in its own first letter. Blocks inside share it, so that list marks and
    /// the rails of quotes stand on one side.
    private mutating func writeDirection() {
        if nesting == 0 { html.append(" dir=\"auto\"") }
    }

    private mutating func startLine() {
        if let last = html.last, last != UInt8(ascii: "\n") { html.append("\n") }
    }
}
