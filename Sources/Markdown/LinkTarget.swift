/// Where a member's link may lead. Everything that is not found good here is shown as text.
struct LinkTarget: Equatable {
    /// Percent-encoded ASCII, not yet escaped for HTML.
    let address: [UInt8]

    /// Whether it leads to another site or a mail program.
    let isElsewhere: Bool

    /// Longer ones are no links. Browsers stop at about 2,000 too.
    static let longest = 2_000

    /// - Parameters:
    ///   - raw: as the parser gives it, entities and escapes resolved.
    ///   - fragments: whether `#anchor` leads to a heading of the same text.
    /// - Returns: `nil` unless `raw` is http or https to a proper host, mailto, a path of this site or a fragment.
    init?(_ raw: Span<UInt8>, on site: Site, fragments: Bool = false) {
        // Browsers drop tabs and line ends from addresses and read `\` as `/`: neither gets that far.
        guard (1...Self.longest).contains(raw.count),
            !raw.holds({ $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
        else { return nil }
        if raw.hasPrefix("https://") || raw.hasPrefix("http://") {
            if let end = site.endOfOrigin(in: raw), Self.isPath(raw.extracting(end...)) {
                self.init(encoding: raw.extracting(end...), prefix: raw.hasPrefix("/", at: end) ? "" : "/")
            } else {
                guard Self.hasProperHost(raw) else { return nil }
                self.init(encoding: raw, isElsewhere: true)
            }
        } else if raw.hasPrefix("mailto:") {
            guard Self.isMail(raw.extracting(7...)) else { return nil }
            self.init(encoding: raw, isElsewhere: true)
        } else if raw[0] == UInt8(ascii: "/"), Self.isPath(raw) {
            self.init(encoding: raw)
        } else if fragments, raw[0] == UInt8(ascii: "#"), raw.count > 1 {
            self.init(encoding: raw.extracting(1...), prefix: raw.hasPrefix("#h-") ? "#" : "#h-")
        } else {
            return nil
        }
    }

    private init(encoding raw: Span<UInt8>, prefix: StaticString = "", isElsewhere: Bool = false) {
        var address: [UInt8] = []
        address.reserveCapacity(raw.count)
        address.append(prefix)
        address.append(percentEncoding: raw)
        self.address = address
        self.isElsewhere = isElsewhere
    }

    /// Whether `raw`, what follows this site's origin or stands alone, stays on this site: `//host` does not.
    private static func isPath(_ raw: Span<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for index in raw.indices {
            if raw[index] == UInt8(ascii: "?") || raw[index] == UInt8(ascii: "#") { return true }
            if raw[index] == UInt8(ascii: "/"), previous == UInt8(ascii: "/") { return false }
            previous = raw[index]
        }
        return true
    }

    /// A host and perhaps a port. What stands before an `@` looks like the host to a reader, so it is refused.
    private static func hasProperHost(_ raw: Span<UInt8>) -> Bool {
        var start = raw.hasPrefix("https://") ? 8 : 7
        guard start < raw.count,
            raw[start] >= 0x80 || raw[start].isASCIILetterOrDigit || raw[start] == UInt8(ascii: "[")
        else {
            return false
        }
        while start < raw.count {
            switch raw[start] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
            case 0x80..., UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["),
                UInt8(ascii: "]"):
                break
            case let byte: guard byte.isASCIILetterOrDigit else { return false }
            }
            start += 1
        }
        return true
    }

    private static func isMail(_ raw: Span<UInt8>) -> Bool {
        var at = 0
        while at < raw.count, raw[at] != UInt8(ascii: "@") { at += 1 }
        return at > 0 && at + 1 < raw.count && !raw.holds { $0 == 0x20 || $0 == UInt8(ascii: "/") }
    }
}

extension [UInt8] {
    /// Appends `raw` with what cannot stand in an address percent-encoded. `%` stays: it may already encode something.
    mutating func append(percentEncoding raw: Span<UInt8>) {
        let escapeMark = CleanSource.escapeMark
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            if byte == escapeMark[0], index + 2 < raw.count, raw[index + 1] == escapeMark[1],
                raw[index + 2] == escapeMark[2]
            {
                index += 3
                continue
            }
            if byte.standsInAddress {
                append(byte)
            } else {
                append(UInt8(ascii: "%"))
                append(hexDigit: byte >> 4)
                append(hexDigit: byte & 0x0F)
            }
            index += 1
        }
    }

    private mutating func append(hexDigit value: UInt8) {
        append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
    }
}

extension UInt8 {
    /// Whether this means itself in an address.
    fileprivate var standsInAddress: Bool {
        switch self {
        case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }
}

extension Span<UInt8> {
    fileprivate func holds(_ isBad: (UInt8) -> Bool) -> Bool {
        for index in indices where isBad(self[index]) { return true }
        return false
    }
}
