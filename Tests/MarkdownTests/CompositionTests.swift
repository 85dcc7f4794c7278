@_spi(_Unicode) import Swift

import Markdown
import Testing

@Suite("Composing text")
struct CompositionTests {
    @Test("what is called inert stands alone in form C and ends no composition")
    func inert() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let decomposed = Array(String(scalar)._nfd)
            #expect(!decomposed.dropFirst().contains(where: Composition.isInert), "\(value)")
            guard Composition.isInert(scalar) else { continue }
            #expect(scalar.properties.canonicalCombiningClass == .notReordered, "\(value)")
            #expect(Array(String(scalar)._nfc) == [scalar], "\(value)")
        }
    }

    @Test("composing piece by piece gives what composing the whole gives")
    func pieces() {
        var random = SplitMix64(seed: 7)
        let alphabet: [Unicode.Scalar] = [
            "a", "e", "\u{301}", "\u{327}", "\u{323}", "é", "\u{1112}", "\u{1161}", "\u{11AB}", "한", "क", "\u{93C}",
            "\u{654}", "ه", "\u{340}",
            "中", "\u{F900}", "\u{1D160}", "\u{2126}", "\u{3099}", "か", " ", "\u{1E9B}", "\u{9C7}", "\u{9BE}", "ก",
            "\u{E48}",
        ]
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                if let scalar = alphabet.randomElement(using: &random) { text.append(scalar) }
            }
            var whole = String.UnicodeScalarView()
            for scalar in String(text)._nfc { whole.append(scalar) }
            #expect(Composition.composed(Array(String(text).utf8)) == Array(String(whole).utf8))
        }
    }
}
