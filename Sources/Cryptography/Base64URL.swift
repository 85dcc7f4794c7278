internal import CSodium

/// Base 64 with the alphabet for addresses and without padding, by libsodium, whose time does not depend on the
/// content.
///
/// - Source: RFC 4648, section 5.
public enum Base64URL {
    public static func encode(_ bytes: [UInt8]) -> String {
        Sodium.ensureReady()
        // The last character is the NUL that ends a C string.
        var text = [CChar](repeating: 0, count: (bytes.count * 4 + 2) / 3 + 1)
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// `nil` when a character is not of the alphabet, there is padding, or unused bits are not 0: each byte string
    /// has exactly one spelling.
    public static func decode(_ text: String) -> [UInt8]? {
        Sodium.ensureReady()
        let characters = text.utf8.map { CChar(bitPattern: $0) }
        var bytes = [UInt8](repeating: 0, count: characters.count / 4 * 3 + 3)
        var count = 0
        // The null end pointer makes an error of whatever follows the text.
        let result = sodium_base642bin(
            &bytes, bytes.count, characters, characters.count, nil, &count, nil, variant)
        return result == 0 ? Array(bytes.prefix(count)) : nil
    }

    private static let variant = Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)
}
