import HTML

/// A page of this site to go to next, as an address or a form names it. Never another site.
struct ReturnPath: Equatable, Sendable {
    /// Percent-encoded, beginning with one slash.
    let text: String

    static let home = ReturnPath(unchecked: "/home")

    /// - Returns: `nil` unless the text is a path of this site: one slash first, no backslash (browsers read it as a
    ///   slash), nothing that would need encoding, at most 2,000 bytes.
    init?(_ text: String?) {
        guard let text, text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard isClean else { return nil }
        self.text = text
    }

    private init(unchecked text: String) {
        self.text = text
    }
}
