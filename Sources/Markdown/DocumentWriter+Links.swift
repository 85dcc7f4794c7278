extension DocumentWriter {
    /// How an open link or picture was begun, and so how it ends.
    enum OpenLink {
        /// An `a` whose words begin at `start`.
        case anchor(target: LinkTarget, start: Int)
        /// An `img` whose alternative text begins at `start`, what comes behind it, and whether it stands in a link
        /// of its own.
        case picture(title: [UInt8], isLinked: Bool, start: Int)
        /// A picture within the alternative text of another: only its words are written.
        case pictureInPicture
        /// Nothing, as the link is refused or within another: only its words are written.
        case words(ending: StaticString)
    }

    mutating func beginLink(_ node: MarkdownTree.Node) {
        guard pictures == 0 else { return openLinks.append(.words(ending: "")) }
        let isAutolink = node.isAutolink
        if !isInAnchor, let target = target(of: node), admit(target) {
            beginAnchor(to: target)
            writeTitle(of: node)
            html.append(isAutolink ? " dir=\"ltr\">" : ">")
            openLinks.append(.anchor(target: target, start: html.count))
            isInAnchor = true
        } else {
            // `<std::string>` and others look like addresses in angle brackets, and are words in them.
            if isAutolink { html.append("&lt;") }
            openLinks.append(.words(ending: isAutolink ? "&gt;" : ""))
        }
        beginText(of: node)
    }

    mutating func beginImage(_ node: MarkdownTree.Node) {
        guard pictures == 0 else {
            pictures += 1
            return openLinks.append(.pictureInPicture)
        }
        guard let target = target(of: node), !target.isElsewhere, let id = site.file(at: target.address),
            findings.imageCount < Findings.mostImages
        else { return beginLink(node) }
        guard let upload = uploads[id] else {
            // Of a picture that is gone, or that its writer may not show, the words stay.
            openLinks.append(.words(ending: ""))
            return beginText(of: node)
        }
        guard let picture = upload.picture, findings.files.admit(id) else { return beginLink(node) }
        begin(
            picture, at: upload.path, title: title(of: node), isLinked: !isInAnchor && node.firstChild != nil)
    }

    mutating func endLink() {
        switch openLinks.popLast() {
        case .anchor(let target, let start):
            endText()
            if html.count == start { writeAddress(of: target) }
            html.append("</a>")
            isInAnchor = false
        case .picture(let title, let isLinked, let start):
            pictures = 0
            if !html[start...].contains(where: { !$0.isWhitespace }) { findings.unnamedImages += 1 }
            html.append("\"")
            write(title: title)
            html.append(">")
            if isLinked {
                html.append("</a>")
                isInAnchor = false
            }
        case .pictureInPicture: pictures -= 1
        case .words(let ending):
            if pictures == 0 { endText() }
            html.append(ending)
        case nil: break
        }
    }

    /// Writes an `a` up to its `rel`. Other sites get nothing from being linked to, and no hold of the window.
    mutating func beginAnchor(to target: LinkTarget) {
        if !target.isElsewhere, let id = site.file(at: target.address) { _ = findings.files.admit(id) }
        html.append("<a href=\"")
        html.append(escapingAttribute: target.address.span)
        html.append(target.isElsewhere ? "\" rel=\"ugc nofollow noopener\"" : "\"")
    }

    mutating func admit(_ target: LinkTarget) -> Bool {
        !target.isElsewhere || findings.links.admit(target.address)
    }

    /// A link without words could be neither seen nor read aloud.
    private mutating func writeAddress(of target: LinkTarget) {
        html.append(escaping: target.address.span)
        text.append(target.address.span)
        isVisible = true
    }

    private func target(of node: MarkdownTree.Node) -> LinkTarget? {
        node.withAddress { raw in
            if let clean = cleaned(raw) { return LinkTarget(clean.span, on: site, fragments: kind.hasAnchors) }
            return LinkTarget(raw, on: site, fragments: kind.hasAnchors)
        }
    }

    private func title(of node: MarkdownTree.Node) -> [UInt8] {
        node.withTitle { raw in
            if let clean = cleaned(raw) { return clean }
            var title: [UInt8] = []
            title.append(raw)
            return title
        }
    }

    private mutating func writeTitle(of node: MarkdownTree.Node) { write(title: title(of: node)) }

    private mutating func write(title: [UInt8]) {
        guard !title.isEmpty else { return }
        html.append(" title=\"")
        html.append(escapingAttribute: title.span)
        html.append("\"")
    }
}

extension MarkdownTree.Node {
    /// Whether this is an address in angle brackets: its words are its address.
    fileprivate var isAutolink: Bool {
        guard kind == .link, let only = firstChild, only.kind == .text, only.next == nil else { return false }
        return only.withLiteral { words in
            withAddress { address in
                let skipped = address.hasPrefix("mailto:") && !words.hasPrefix("mailto:") ? 7 : 0
                return words.count == address.count - skipped && address.ends(with: words)
            }
        }
    }
}

extension Span<UInt8> {
    fileprivate func ends(with other: Span<UInt8>) -> Bool {
        for index in other.indices where self[count - other.count + index] != other[index] { return false }
        return true
    }
}
