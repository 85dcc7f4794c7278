/// Plain text, cut where addresses of this site stand in it. Others stay text: a demonstration leads nobody away.
struct LinkedText: Sendable {
    struct Piece: Hashable, Sendable {
        let text: String
        /// Whether `text` is an address.
        let isAddress: Bool
    }

    private(set) var pieces: [Piece] = []

    /// - Parameter origin: scheme and host with which this site's addresses begin.
    init(_ text: String, origin: String) {
        var rest = text[...]
        while let found = rest.firstRange(of: origin) {
            let end = Self.end(of: rest[found.upperBound...])
            let isAddress = end == found.upperBound || "/?#".contains(rest[found.upperBound])
            append(rest[..<found.lowerBound], isAddress: false)
            append(rest[found.lowerBound..<end], isAddress: isAddress)
            rest = rest[end...]
        }
        append(rest, isAddress: false)
    }

    private mutating func append(_ text: Substring, isAddress: Bool) {
        if !text.isEmpty { pieces.append(Piece(text: String(text), isAddress: isAddress)) }
    }

    /// Where an address ends: before white space, and before what ends the sentence it stands in.
    private static func end(of text: Substring) -> Substring.Index {
        var address = text.prefix { !$0.isWhitespace && !"<>\"".contains($0) }
        while let last = address.last, ".,;:!?)’”".contains(last) { address.removeLast() }
        return address.endIndex
    }
}
