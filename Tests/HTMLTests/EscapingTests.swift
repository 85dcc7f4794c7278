import HTML
import Testing

@Suite("Escaping")
struct EscapingTests {
    @Test("text escapes what could begin a tag or a character reference")
    func text() {
        var out = HTMLBuffer()
        out.text("a < b & c > d \"e\" 'f'")
        #expect(String(decoding: out.finish(), as: UTF8.self) == "a &lt; b &amp; c &gt; d \"e\" 'f'")
    }
}
