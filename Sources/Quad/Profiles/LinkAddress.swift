/// A web or mail address that a profile may lead to.
struct LinkAddress: Equatable, Sendable {
    let text: String
    let host: String

    /// - Parameter typed: without a scheme it is taken for a web address, or with an @ for a mail address.
    init(_ typed: String) throws(ProfileFault) {
        var text = typed.trimmed
        guard !text.isEmpty else {
            throw ProfileFault(message: "Paste the address it leads to.", summary: "Give the link an address")
        }
        guard text.utf8.count <= 500 else {
            throw ProfileFault(message: "That’s longer than 500 characters.", summary: "Shorten the address")
        }
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\\<>\"'`".utf8.contains($0) }
        guard isPlain else { throw Self.wrong }
        let lowered = text.lowercased()
        if lowered.hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
        if !lowered.contains("://"), text.contains("@"), !text.contains("/") {
            do {
                let address = try EmailAddress(text)
                (self.text, host) = ("mailto:" + address.text, address.text)
                return
            } catch {
                throw Self.wrong
            }
        }
        if !lowered.contains("://") { text = "https://" + text }
        guard text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://") else {
            throw Self.wrong
        }
        let rest = text[(text.firstRange(of: "://")?.upperBound ?? text.startIndex)...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.prefix { $0 != ":" }.split(separator: ".", omittingEmptySubsequences: false)
        let isHost =
            labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty
                    && label.utf8.allSatisfy { byte in
                        byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
                    }
            }
        guard isHost, !host.contains("@") else { throw Self.wrong }
        (self.text, self.host) = (text, String(host))
    }

    private static let wrong = ProfileFault(
        message: "That’s no address we can link to. It looks like https://example.org/me, or like a mail address.",
        summary: "Mend the address")
}
