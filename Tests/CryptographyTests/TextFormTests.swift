import Cryptography
import Testing

@Suite("Bytes as text")
struct TextFormTests {
    /// - Source: RFC 4648, section 10, and its two characters that differ from plain base 64.
    @Test(
        "base 64 for addresses gives the RFC's examples",
        arguments: [
            ("", ""), ("66", "Zg"), ("666f", "Zm8"), ("666f6f", "Zm9v"), ("666f6f62", "Zm9vYg"),
            ("666f6f6261", "Zm9vYmE"), ("666f6f626172", "Zm9vYmFy"), ("fbff", "-_8"),
        ])
    func base64(hexadecimal: String, text: String) throws {
        let bytes = try #require(Hexadecimal.decode(hexadecimal))
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(
        "what is no base 64 for addresses is refused, second spellings included",
        arguments: ["Zg==", "Zh", "Z", "Zm9+", "Zm9/", "Zm 9v", "Zm9v\n", "Zm9v\0", "ä"])
    func badBase64(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("every length comes back from both forms")
    func roundTrips() {
        for length in 0..<200 {
            let bytes = RandomBytes.make(length)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
        }
    }

    @Test("hexadecimal text reads both cases and nothing else")
    func hexadecimal() {
        #expect(Hexadecimal.encode([0, 0x9F, 0xFF]) == "009fff")
        #expect(Hexadecimal.decode("009FfF") == [0, 0x9F, 0xFF])
        #expect(Hexadecimal.decode("0") == nil)
        #expect(Hexadecimal.decode("0g") == nil)
        #expect(Hexadecimal.decode("é") == nil)
    }
}
