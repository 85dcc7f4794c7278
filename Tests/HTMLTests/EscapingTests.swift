import HTML
import Testing

/// What `write` puts into a buffer.
func written(_ write: (inout HTMLBuffer) -> Void) -> String {
    var out = HTMLBuffer(capacity: 0)
    write(&out)
    return String(decoding: out.finish(), as: UTF8.self)
}

/// Values that try to become markup, in places where each of them once worked somewhere.
let hostileValues = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)",
    "</title></textarea><b>",
    "&lt;b&gt; &amp;quot;", "a\u{0}b", "\u{1}\u{1F}\u{7F}", "a\r\nb\tc", "\u{202E}nimda", "\u{2066}x\u{2069}",
    "\u{FEFF}\u{FFFE}",
    String(repeating: "<", count: 100_000), String(repeating: "é", count: 100_001), "👩‍👩‍👧‍👦<", "`onclick=alert(1)`",
    "{{ 7*7 }}", "-->", "",
]

@Suite("Escaping")
struct EscapingTests {
    @Test("text escapes what could begin a tag or a character reference")
    func text() {
        #expect(written { $0.text("a < b & c > d \"e\" 'f'") } == "a &lt; b &amp; c &gt; d \"e\" 'f'")
        #expect(written { $0.text("a<b"[...]) } == "a&lt;b")
    }

    @Test("an attribute escapes quotes too")
    func attribute() {
        #expect(
            written { $0.attribute("<a href=\"x\" b='y' & c>") } == "&lt;a href=&quot;x&quot; b=&#39;y&#39; &amp; c&gt;"
        )
        #expect(written { $0.attribute("a\"b"[...]) } == "a&quot;b")
    }

    @Test("characters that HTML does not allow become U+FFFD, and a carriage return survives")
    func controlCharacters() {
        #expect(written { $0.text("a\u{0}b\u{1B}c\u{7F}") } == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        #expect(written { $0.attribute("a\r\n\tb") } == "a&#13;\n\tb")
    }

    @Test("other text is not touched", arguments: ["plain", "Größe · 한국어 · עברית", "\u{202E}turned", "👩‍👩‍👧‍👦"])
    func otherText(_ text: String) {
        #expect(written { $0.text(text) } == text)
        #expect(written { $0.attribute(text) } == text)
    }

    @Test("hostile text holds no character that ends text or attribute", arguments: hostileValues)
    func hostileText(_ value: String) {
        let text = written { $0.text(value) }
        #expect(!text.utf8.contains { "<>".utf8.contains($0) })
        let attribute = written { $0.attribute(value) }
        #expect(!attribute.utf8.contains { "<>\"'".utf8.contains($0) })
        #expect(attribute.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 })
    }

    @Test("what is special is found at every place of a long text")
    func everyPlace() {
        for length in 0..<70 {
            for place in 0..<max(length, 1) where length > 0 {
                var text = Array(repeating: "a", count: length)
                text[place] = "&"
                let expected = text.joined().split(separator: "&", omittingEmptySubsequences: false).joined(
                    separator: "&amp;")
                #expect(written { $0.text(text.joined()) } == expected)
            }
        }
    }

    @Test("escaped text reads as the same text again", arguments: 0..<200)
    func roundTrip(_ seed: Int) {
        var random = Generator(state: UInt64(seed))
        let alphabet = Array("ab&<>\"' \n;é한👍#x27")
        let text = String(
            (0..<Int.random(in: 0...80, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
        #expect(written { $0.text(text) }.unescaped == text)
        #expect(written { $0.attribute(text) }.unescaped == text)
    }

    @Test("SafeHTML is written as it is, and made from text by escaping")
    func safeHTML() {
        #expect(written { $0.text(SafeHTML(rendered: Array("<b>x</b>".utf8))) } == "<b>x</b>")
        #expect(SafeHTML(escaping: "<b>").bytes == Array("&lt;b&gt;".utf8))
        #expect(SafeHTML.empty.bytes.isEmpty)
    }
}

extension String {
    fileprivate var unescaped: String {
        var text = self
        let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        for (reference, character) in references {
            text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}

/// SplitMix64: the same numbers every time.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
