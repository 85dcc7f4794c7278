/// An email address as universities give them out: `local@domain` in ASCII, without quotes or comments.
///
/// Two are equal when they differ in case alone.
///
/// - Source: a part of RFC 5321's `Mailbox`: its `Dot-string` and a domain of at least two labels.
struct EmailAddress: Sendable, CustomStringConvertible {
    /// As typed.
    let local: String
    /// In lower case.
    let domain: String

    static let limit = 254

    var text: String { "\(local)@\(domain)" }
    var description: String { text }

    /// What it is found by: all in lower case.
    var canonical: String { text.lowercased() }

    init(_ input: String) throws(EmailAddressError) {
        guard input.utf8.count <= 4 * Self.limit else { throw .tooLong }
        let text = TypedText.trimmed(input)
        guard !text.isEmpty else { throw .empty }
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { throw .noAt }
        guard parts.count == 2 else { throw .severalAts }
        guard parts[1].utf8.allSatisfy(Self.isASCII) else { throw .foreignDomain }
        guard parts[0].utf8.allSatisfy(Self.isASCII) else { throw .foreignLetters }
        guard text.utf8.count <= Self.limit, parts[0].utf8.count <= 64 else { throw .tooLong }
        guard Self.isLocal(parts[0]) else { throw .badLocal }
        guard Self.isDomain(parts[1]) else { throw .badDomain }
        (local, domain) = (parts[0], parts[1].lowercased())
    }

    private static func isASCII(_ byte: UInt8) -> Bool { byte < 0x80 }

    private static func isLocal(_ text: String) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.allSatisfy { byte in isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }
        }
    }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A last label of digits is the end of an IPv4 address.
        guard labels.count >= 2, let top = labels.last, !top.allSatisfy({ byte in byte < 0x3A }) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { byte in isLetterOrDigit(byte) || byte == UInt8(ascii: "-") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension EmailAddress: Hashable {
    static func == (one: EmailAddress, other: EmailAddress) -> Bool { one.canonical == other.canonical }
    func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
