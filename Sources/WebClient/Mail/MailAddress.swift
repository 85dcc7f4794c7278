/// An address in the plain form every mail server takes: `local@domain` in ASCII, without quotes or comments.
///
/// Nothing in it ends a command or a header line, so it can stand in either as it is.
public struct MailAddress: Hashable, Sendable {
    public let text: String
    public let domain: String

    /// - Returns: `nil` for anything else, one with spaces, controls, angle brackets or a domain of foreign letters
    ///   among it; `name@localhost` is fine.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else {
            return nil
        }
        self.text = text
        domain = String(parts[1]) ?? ""
    }

    private static func isLocal(_ text: Substring.UTF8View) -> Bool {
        (1...64).contains(text.count)
            && text.allSatisfy { byte in byte > 0x20 && byte < 0x7F && !"<>()[]\\,;:\"".utf8.contains(byte) }
    }

    private static func isDomain(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count)
                && label.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }
}

extension MailAddress: CustomStringConvertible {
    public var description: String { text }
}
