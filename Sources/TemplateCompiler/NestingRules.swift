/// Elements that a browser closes by itself when certain others begin, and those that may not stand in
/// their own kind. What the template says and what the browser builds would differ.
/// Source: HTML Living Standard, "Optional tags" and the tree construction's "in body" mode.
enum NestingRules {
    private static let endParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
        "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
    ]

    /// Elements beyond which a `<p>` is not looked for.
    private static let paragraphBounds: Set<String> = [
        "button", "caption", "foreignobject", "marquee", "object", "table", "td", "template", "th",
    ]

    private static let endTheirKind: [String: Set<String>] = [
        "li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"], "option": ["option"], "tr": ["tr", "td", "th"],
        "td": ["td", "th"], "th": ["td", "th"], "optgroup": ["option", "optgroup"],
    ]

    private static let neverInTheirKind: Set<String> = ["a", "button", "form", "label", "nobr", "option", "select"]

    /// The element in `open` that a browser would close, or that forbids it, when `name` begins.
    static func conflict(of name: String, in open: [HTMLState.Element]) -> HTMLState.Element? {
        if endTheirKind[name]?.contains(open.last?.name ?? "") ?? false { return open.last }
        if neverInTheirKind.contains(name), let outer = open.last(where: { $0.name == name }) { return outer }
        guard endParagraph.contains(name) else { return nil }
        let near = open.suffix(while: { !paragraphBounds.contains($0.name) })
        return near.last { $0.name == "p" }
    }
}

extension [HTMLState.Element] {
    /// The innermost elements for which `isInside` holds without a gap.
    fileprivate func suffix(while isInside: (Element) -> Bool) -> ArraySlice<Element> {
        self[((lastIndex { !isInside($0) }).map { $0 + 1 } ?? startIndex)...]
    }
}
