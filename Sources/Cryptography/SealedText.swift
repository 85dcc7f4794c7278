internal import CSodium

/// Small values that go to the browser and come back (cursors, cookies), readable and changeable only here.
///
/// Authenticated encryption (XSalsa20-Poly1305, libsodium's secretbox) with a random nonce, so two seals of the
/// same value look different. The key is derived from the site's secret and the `context`; what was sealed for one
/// context opens in no other. A seal can be used again until it expires: what may happen only once needs a
/// ``Token``.
public struct SealedText: Sendable {
    private let key: [UInt8]

    /// - Parameters:
    ///   - secret: the site's `SECRET_KEY`, at least 32 bytes.
    ///   - context: what the values are for ("search cursor"): not secret.
    public init(secret: String, context: String) throws(SealedTextError) {
        guard secret.utf8.count >= 32 else { throw .secretTooShort(minimum: 32) }
        let root = Hash.blake2b(Array(secret.utf8), length: 64)
        key = Hash.blake2b(Array("Quad sealed text: \(context)".utf8), length: 32, key: root)
    }

    /// - Parameter expiry: in whole seconds since 1970; `nil` for never.
    /// - Returns: text that needs no escaping in addresses and cookies, 4/3 of the length of `value` and 64
    ///   characters.
    public func seal(_ value: [UInt8], until expiry: Int64? = nil) -> String {
        Sodium.ensureReady()
        let plain = Self.bytes(of: expiry ?? .max) + value
        let nonce = RandomBytes.make(Self.nonceSize)
        var box = [UInt8](repeating: 0, count: plain.count + Self.tagSize)
        crypto_secretbox_easy(&box, plain, UInt64(plain.count), nonce, key)
        return Base64URL.encode(nonce + box)
    }

    /// - Parameter now: in whole seconds since 1970.
    /// - Throws: ``SealedTextError/forged`` when the text is not of this secret and context, or was changed;
    ///   ``SealedTextError/expired`` when it is but `now` is not before its expiry.
    public func open(_ text: String, at now: Int64) throws(SealedTextError) -> [UInt8] {
        Sodium.ensureReady()
        guard let sealed = Base64URL.decode(text), sealed.count >= Self.nonceSize + Self.tagSize + 8 else {
            throw .forged
        }
        let nonce = Array(sealed[..<Self.nonceSize])
        let box = Array(sealed[Self.nonceSize...])
        var plain = [UInt8](repeating: 0, count: box.count - Self.tagSize)
        guard crypto_secretbox_open_easy(&plain, box, UInt64(box.count), nonce, key) == 0 else { throw .forged }
        guard now < Self.number(plain[..<8]) else { throw .expired }
        return Array(plain[8...])
    }

    private static let nonceSize = Int(crypto_secretbox_NONCEBYTES)
    private static let tagSize = Int(crypto_secretbox_MACBYTES)

    private static func bytes(of number: Int64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { bytes in Array(bytes) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { number, byte in number << 8 | Int64(byte) }
    }
}

public enum SealedTextError: Error, Hashable, Sendable {
    case secretTooShort(minimum: Int)
    case forged
    case expired
}

extension SealedText: CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
