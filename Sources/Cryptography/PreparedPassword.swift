// What the standard library normalises with, under the only name it shows it by.
@_spi(_Unicode) internal import Swift

/// The bytes of a password that are hashed: the same whichever keyboard it was typed on.
///
/// - Source: RFC 8265, section 4.2 ("OpaqueString"), which asks for form C and one kind of space and against changing
///   anything else. Form KC would also make different characters one ("①" and "1"), and leave fewer passwords.
enum PreparedPassword {
    /// A password of 1,024 bytes in form C fits whichever form it comes in.
    static let mostBytes = 4096

    /// - Returns: `nil` for more than ``mostBytes``, because composing takes quadratic time in the length of a run of
    ///   combining marks.
    static func bytes(of password: String) -> [CChar]? {
        guard password.utf8.count <= mostBytes else { return nil }
        var spaced = String.UnicodeScalarView()
        for scalar in password.unicodeScalars {
            // An Option key held too long makes the space a non-breaking one.
            spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        var composed = String.UnicodeScalarView()
        for scalar in String(spaced)._nfc { composed.append(scalar) }
        return String(composed).utf8.map(CChar.init(bitPattern:))
    }
}
