import Cryptography
import Testing

@Suite("Hashes")
struct HashTests {
    @Test(
        "SHA-256 gives the standard's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(text: String, expected: String) {
        #expect(Hexadecimal.encode(Hash.sha256(text)) == expected)
    }

    /// - Source: RFC 7693, appendix A.
    @Test("BLAKE2b gives the RFC's example")
    func blake2b() {
        #expect(
            Hexadecimal.encode(Hash.blake2b(Array("abc".utf8), length: 64))
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
    }

    /// - Source: the reference implementation's list of known answers, a 64-byte key over no input.
    @Test("keyed BLAKE2b gives the reference implementation's answer")
    func keyedBlake2b() {
        #expect(
            Hexadecimal.encode(Hash.blake2b([], length: 64, key: (0..<64).map { UInt8($0) }))
                == "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786"
                + "b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568")
    }

    @Test("a shorter BLAKE2b hash is no prefix of a longer one")
    func lengths() {
        let short = Hash.blake2b([1, 2, 3], length: 32)
        let long = Hash.blake2b([1, 2, 3], length: 64)
        #expect(short.count == 32 && long.count == 64)
        #expect(short != Array(long.prefix(32)))
    }

    /// - Source: RFC 4231, test cases 2 and 6 (a key longer than a block).
    @Test(
        "HMAC-SHA-256 gives the RFC's examples",
        arguments: [
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func hmac(key: [UInt8], text: String, expected: String) {
        #expect(Hexadecimal.encode(Hash.hmacSHA256(Array(text.utf8), key: key)) == expected)
    }

    @Test("the comparison for secrets knows equal from different")
    func comparison() {
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(constantTimeEqual([], []))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2]))
    }
}
