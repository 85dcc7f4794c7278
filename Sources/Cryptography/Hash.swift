internal import CSodium

/// Fingerprints of bytes. For passwords none of these will do: they are fast.
public enum Hash {
    /// 32 bytes.
    ///
    /// - Source: FIPS 180-4.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        Sodium.ensureReady()
        return digest(32) { output in
            crypto_hash_sha256(output, bytes, UInt64(bytes.count))
        }
    }

    public static func sha256(_ text: String) -> [UInt8] {
        sha256(Array(text.utf8))
    }

    /// - Parameters:
    ///   - length: of the result, 16 to 64 bytes; not a prefix of a longer one.
    ///   - key: 16 to 64 bytes: only who has it can make, or check, the result. None by default.
    /// - Source: RFC 7693.
    public static func blake2b(_ bytes: [UInt8], length: Int = 32, key: [UInt8]? = nil) -> [UInt8] {
        precondition((16...64).contains(length), "A BLAKE2b hash has 16 to 64 bytes.")
        precondition(key.map { key in (16...64).contains(key.count) } ?? true, "A BLAKE2b key has 16 to 64 bytes.")
        Sodium.ensureReady()
        return digest(length) { output in
            crypto_generichash(output, length, bytes, UInt64(bytes.count), key ?? [], key?.count ?? 0)
        }
    }

    /// 32 bytes, which only who has the key can make or check. For others' protocols; our own use keyed
    /// ``blake2b(_:length:key:)``.
    ///
    /// - Source: RFC 2104 with SHA-256.
    public static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        Sodium.ensureReady()
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        return digest(32) { output in
            crypto_auth_hmacsha256_final(&state, output)
        }
    }

    private static func digest(_ length: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            guard let start = buffer.baseAddress, fill(start) == 0 else {
                preconditionFailure("libsodium hashes whatever it is given.")
            }
            filled = length
        }
    }
}

/// Whether two byte strings are equal, in a time that depends only on their lengths: for secrets.
public func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    Sodium.ensureReady()
    return sodium_memcmp(a, b, a.count) == 0
}
