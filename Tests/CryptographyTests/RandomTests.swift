import Cryptography
import Testing

@Suite("Random bytes and tokens")
struct RandomTests {
    @Test("as many bytes come as were asked, different ones each time")
    func bytes() {
        ensureReady()
        #expect(RandomBytes.make(0).isEmpty)
        #expect(RandomBytes.make(32).count == 32)
        #expect(RandomBytes.make(32) != RandomBytes.make(32))
        var filled = [UInt8](repeating: 0, count: 64)
        RandomBytes.fill(&filled)
        #expect(filled.contains { byte in byte != 0 })
    }

    @Test("every bit of the generator is set about half the time")
    func generator() {
        let generator = SecureGenerator()
        var counts = [Int](repeating: 0, count: 64)
        for _ in 0..<4096 {
            let number = generator.next()
            for bit in 0..<64 where number >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
        }
        // 2,048 ± 32 expected; ten standard deviations away is a broken generator.
        #expect(counts.allSatisfy { count in (1728...2368).contains(count) })
    }

    @Test("a token comes back from its text, and what is stored is another thing")
    func token() throws {
        let token = Token()
        let back = try #require(Token(token.text))
        #expect(back == token)
        #expect(back.storedForm == token.storedForm)
        #expect(token.text.utf8.count == 43)
        #expect(Base64URL.encode(token.storedForm) != token.text)
        #expect(Token() != token)
    }

    @Test("what is no token makes none", arguments: ["", "abc", String(repeating: "A", count: 44), "é"])
    func noToken(text: String) {
        #expect(Token(text) == nil)
    }

    @Test("a token in a log line does not show its secret")
    func discretion() {
        let token = Token()
        #expect(!"\(token)".contains(token.text))
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!dumped.contains("["))
    }
}
