import Cryptography
import Testing

@Suite("Sealed text")
struct SealedTextTests {
    let sealer: SealedText

    init() throws {
        sealer = try SealedText(secret: String(repeating: "s", count: 32), context: "cursor")
    }

    @Test("what was sealed opens again, empty values included", arguments: [[], [0], Array("hot:42".utf8)])
    func roundTrip(value: [UInt8]) throws {
        #expect(try sealer.open(sealer.seal(value), at: .max - 1) == value)
    }

    @Test("two seals of one value look different and need no escaping")
    func different() {
        let (first, second) = (sealer.seal([1, 2, 3]), sealer.seal([1, 2, 3]))
        #expect(first != second)
        #expect(
            first.utf8.allSatisfy { byte in
                "-_".utf8.contains(byte) || Character(UnicodeScalar(byte)).isLetter
                    || Character(UnicodeScalar(byte)).isNumber
            })
    }

    @Test("a change of any one bit is noticed")
    func tampering() throws {
        let bytes = try #require(Base64URL.decode(sealer.seal(Array("value".utf8))))
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealedTextError.forged) { try sealer.open(Base64URL.encode(changed), at: 0) }
        }
    }

    @Test("a text cut short or made longer is forged")
    func length() throws {
        let text = sealer.seal([1, 2, 3])
        for count in 0..<text.utf8.count {
            #expect(throws: SealedTextError.forged) { try sealer.open(String(text.prefix(count)), at: 0) }
        }
        #expect(throws: SealedTextError.forged) { try sealer.open(text + "AAAA", at: 0) }
        #expect(throws: SealedTextError.forged) { try sealer.open("not base 64 at all!", at: 0) }
    }

    @Test("it opens before its expiry and not from then on")
    func expiry() throws {
        let text = sealer.seal([7], until: 1000)
        #expect(try sealer.open(text, at: 999) == [7])
        #expect(throws: SealedTextError.expired) { try sealer.open(text, at: 1000) }
    }

    @Test("another context and another secret do not open it")
    func separation() throws {
        let text = sealer.seal([7])
        let context = try SealedText(secret: String(repeating: "s", count: 32), context: "cookie")
        let secret = try SealedText(secret: String(repeating: "t", count: 32), context: "cursor")
        #expect(throws: SealedTextError.forged) { try context.open(text, at: 0) }
        #expect(throws: SealedTextError.forged) { try secret.open(text, at: 0) }
    }

    @Test("a short secret is refused")
    func shortSecret() {
        #expect(throws: SealedTextError.secretTooShort(minimum: 32)) { try SealedText(secret: "short", context: "") }
    }
}
