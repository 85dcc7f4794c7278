/// A secret of 32 random bytes that is handed out once (a session, a link in a mail) and kept only as its hash.
public struct Token: Hashable, Sendable {
    private let bytes: [UInt8]

    /// A new one.
    public init() {
        bytes = RandomBytes.make(32)
    }

    /// A token as it comes back from outside; `nil` when `text` is none.
    public init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// What is handed out: 43 characters that need no escaping in addresses and cookies.
    public var text: String { Base64URL.encode(bytes) }

    /// What is stored: the SHA-256 of the bytes. It needs no salt, because nobody can guess 32 random bytes, and
    /// looking it up in an index tells an attacker nothing about the token.
    public var storedForm: [UInt8] { Hash.sha256(bytes) }
}

/// For logs: never the secret.
extension Token: CustomStringConvertible, CustomReflectable {
    public var description: String { "Token(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
