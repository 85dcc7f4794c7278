/// Rules of the site and of HTML about single tags.
extension ContextChecker {
    /// When an attribute's name has been read.
    mutating func check(_ attribute: Attribute, of tag: Tag) {
        let (name, offset) = (attribute.name, attribute.offset)
        if tag.has(name) { report.error(at: offset, "The attribute “\(name)” stands in this tag twice.") }
        if name.hasPrefix("on") {
            report.error(
                at: offset,
                "Inline scripts such as “\(name)” are refused by the site's content security policy: listen in a module under Public/js."
            )
        }
        if name == "style", !source.isOfMail {
            report.error(at: offset, "Inline styles are refused by the site's content security policy: use a class.")
        }
    }

    /// When an attribute's value has been read.
    mutating func checkFinished(_ attribute: Attribute, of tag: Tag) {
        if attribute.isLiteral { checkScheme(of: attribute, at: attribute.offset) }
        guard attribute.name == "id", attribute.isLiteral else { return }
        let id = String(decoding: attribute.literal, as: UTF8.self)
        if loops > 0 {
            report.error(
                at: attribute.offset,
                "The id “\(id)” would come again with each turn of “for”: interpolate something of the item.")
        }
        if !state.ids.insert(id).inserted {
            report.error(at: attribute.offset, "The id “\(id)” stands in this template twice.")
        }
    }

    /// Refuses a literal scheme that runs script or carries a page.
    mutating func checkScheme(of attribute: Attribute, at offset: Int) {
        guard HTMLVocabulary.address.contains(attribute.name), attribute.addressPlace != .afterWhole,
            let end = attribute.literal.firstIndex(where: { ":/?#".utf8.contains($0) }),
            attribute.literal[end] == UInt8(ascii: ":")
        else { return }
        let scheme = String(decoding: attribute.literal[..<end].drop(while: \.isWhiteSpace), as: UTF8.self).lowercased()
        if !HTMLVocabulary.schemes.contains(scheme) {
            report.error(
                at: attribute.offset,
                "Addresses with “\(scheme):” are refused: use http, https, mailto, tel or a path of this site.")
        }
    }

    /// When a whole start tag has been read.
    mutating func checkFinished(_ tag: Tag) {
        let (name, offset) = (tag.name, tag.offset)
        if name == "img", tag.alternatives.contains(where: { $0["alt"] == nil }) {
            report.error(at: offset, "<img> needs alt: a description, or alt=\"\" when the picture only decorates.")
        }
        if tag.alternatives.contains(where: { $0.value("target") == "_blank" && $0["rel"] == nil }) {
            report.error(at: offset, "target=\"_blank\" needs rel: write rel=\"noopener\".")
        }
        if name == "script", tag.alternatives.contains(where: \.isInlineScript) {
            report.error(
                at: offset,
                "Inline scripts are refused by the site's content security policy: write <script type=\"module\" src=\"…\"></script>."
            )
        }
        if name == "meta", tag.alternatives.contains(where: \.isRefreshWithValue) {
            report.error(at: offset, "A refresh to an interpolated address is refused: answer with a redirect.")
        }
    }

    /// When a start tag of HTML has been read, before its element opens.
    func nestingMessage(of tag: Tag) -> String? {
        guard let outer = NestingRules.conflict(of: tag.name, in: state.open) else { return nil }
        let line = source.position(of: outer.offset).line
        return outer.name == tag.name && outer.name != "p"
            ? "<\(tag.name)> cannot stand in the <\(outer.name)> of line \(line): close that first."
            : "<\(tag.name)> cannot stand in the <\(outer.name)> of line \(line), which a browser would close here."
    }
}

extension [String: String?] {
    /// The attribute's value when it is literal and there.
    fileprivate func value(_ name: String) -> String? {
        self[name].flatMap { $0?.lowercased() }
    }

    fileprivate var isInlineScript: Bool {
        guard self["src"] == nil else { return false }
        guard let type = self["type"] else { return true }
        return type.map { HTMLVocabulary.scriptTypes.contains($0.lowercased()) } ?? true
    }

    fileprivate var isRefreshWithValue: Bool {
        guard value("http-equiv") == "refresh", let content = self["content"] else { return false }
        return content == nil
    }
}
