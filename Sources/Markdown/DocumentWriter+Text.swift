extension DocumentWriter {
    /// Writes running text, in which marks become links.
    mutating func write(text: Span<UInt8>) {
        if let clean = cleaned(text) { write(clean: clean.span) } else { write(clean: text) }
    }

    private mutating func write(clean text: Span<UInt8>) {
        guard pictures == 0 else { return html.append(escapingAttribute: text) }
        note(text)
        var start = 0, index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                html.append(text.extracting(start..<index))
                html.append(escaping: text[index])
                index += 1
                start = index
            case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: ":"):
                guard openLinks.isEmpty, findings.marks < Findings.mostMarks,
                    let found = TextMark.find(at: index, in: text, from: start, isInsideWord: isInsideWord)
                else {
                    index += 1
                    continue
                }
                html.append(text.extracting(start..<found.range.lowerBound))
                write(found, in: text)
                index = found.range.upperBound
                start = index
            case UInt8(ascii: "~"):
                let run = text.tildes(at: index)
                let tag = run == 2 ? strike() : nil
                if let tag {
                    html.append(text.extracting(start..<index))
                    html.append(tag)
                    start = index + run
                }
                index += run
            default: index += 1
            }
        }
        html.append(text.extracting(start..<index))
        isInsideWord = text.scalar(before: index)?.isWordCharacter ?? isInsideWord
    }

    private mutating func write(_ found: TextMark.Found, in text: Span<UInt8>) {
        let words = text.extracting(found.range)
        findings.marks += 1
        switch found.mark {
        case .address:
            guard let target = LinkTarget(words, on: site), admit(target) else { return html.append(escaping: words) }
            beginAnchor(to: target)
            html.append(" dir=\"ltr\">")
        case .mention(let name):
            guard findings.mentions.admit(name) else { return html.append(words) }
            html.append("<a href=\"/u/")
            html.append(contentsOf: name.utf8)
            // A reply that begins with a name takes its direction from what follows.
            html.append("\" dir=\"ltr\">")
        case .tag(let slug):
            guard findings.tags.admit(slug) else { return html.append(words) }
            html.append("<a href=\"/tags/")
            html.append(percentEncoding: Array(slug.utf8).span)
            html.append("\" rel=\"tag\">")
        case .reference(let post):
            guard findings.references.admit(post) else { return html.append(words) }
            html.append("<a href=\"/c/")
            html.append(contentsOf: post.community.utf8)
            html.append("/")
            html.append(decimal: post.number)
            html.append("\">")
        }
        html.append(escaping: words)
        html.append("</a>")
    }

    mutating func write(code: Span<UInt8>) {
        guard pictures == 0 else { return html.append(escapingAttribute: code) }
        note(code)
        html.append("<code dir=\"ltr\">")
        html.append(escaping: code)
        html.append("</code>")
        isInsideWord = true
    }

    /// Writes HTML that a member wrote, as text.
    mutating func write(literally markup: Span<UInt8>) {
        guard pictures == 0 else { return html.append(escapingAttribute: markup) }
        note(markup)
        html.append(escaping: markup)
        isInsideWord = false
    }

    mutating func writeBreak(_ tag: StaticString) {
        guard pictures == 0 else { return html.append(" ") }
        html.append(tag)
        text.space()
        heading?.words.append(0x20)
        isInsideWord = false
    }

    mutating func beginEmphasis(_ tag: StaticString, of node: MarkdownTree.Node) {
        guard pictures == 0 else { return }
        emphasis += 1
        if emphasis <= Self.deepestEmphasis { html.append(tag) }
        beginText(of: node)
    }

    mutating func endEmphasis(_ tag: StaticString) {
        guard pictures == 0 else { return }
        endText()
        if emphasis <= Self.deepestEmphasis { html.append(tag) }
        emphasis -= 1
    }

    private mutating func note(_ words: Span<UInt8>) {
        text.append(words)
        heading?.words.append(words)
        isVisible = isVisible || words.isVisible
    }

    private mutating func strike() -> StaticString? {
        guard !strikes.isEmpty else { return nil }
        return strikes[strikes.count - 1].next()
    }
}
