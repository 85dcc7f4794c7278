import Cryptography

/// Names a page's content for conditional requests: the same content has the same name on every instance.
enum EntityTag {
    static func of(_ bytes: [UInt8]) -> String {
        "\"" + Hexadecimal.encode(Hash.blake2b(bytes, length: 16)) + "\""
    }
}
