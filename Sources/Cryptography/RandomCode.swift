/// A secret of 60 random bits, short enough to be read from one screen and typed into another: "K7QM-2XWD-9RTP".
///
/// Enough against guessing at a form that counts attempts, not against one who reads what is stored and has years:
/// what has to hold then needs a ``Token``.
public struct RandomCode: Hashable, Sendable {
    /// Twelve of the alphabet's characters.
    private let characters: [UInt8]

    /// A new one.
    public init() {
        // 32 divides 256, so every character is as likely as every other.
        characters = RandomBytes.make(Self.length).map { byte in Self.alphabet[Int(byte) % Self.alphabet.count] }
    }

    /// A code as somebody typed it, in either case and grouped in any way; `nil` when it is none.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 64 else { return nil }
        let characters = typed.uppercased().utf8.filter { byte in byte != 0x20 && byte != UInt8(ascii: "-") }
        guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.characters = characters
    }

    /// What is shown: three groups of four characters.
    public var text: String {
        stride(from: 0, to: Self.length, by: 4).map { start in
            String(decoding: characters[start..<start + 4], as: UTF8.self)
        }
        .joined(separator: "-")
    }

    /// What is stored: 32 bytes.
    public var storedForm: [UInt8] { Hash.sha256(characters) }

    private static let length = 12

    /// Without 0 and O, 1 and I.
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
}

/// For logs: never the secret.
extension RandomCode: CustomStringConvertible, CustomReflectable {
    public var description: String { "RandomCode(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
