import HTML
import Testing

@Suite("Addresses")
struct AddressTests {
    @Test(
        "web addresses, mail addresses and references of this site pass",
        arguments: [
            "/", "/c/algorithms?page=2#top", "c/algorithms", "../a", "?page=2", "#top", "", "http://example.org/a_b~c",
            "HTTPS://example.org:8443/", "mailto:ana@example.org", "/a:b", "a/b:c", "?a:b", "/100%25",
        ])
    func harmless(_ address: String) {
        #expect(written { $0.url(address) } == address)
    }

    @Test(
        "an address that runs script, carries a page or leaves the site in disguise becomes #",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "javascript\u{0}:alert(1)", "data:text/html,<script>",
            "vbscript:x",
            "blob:x", "file:///etc/passwd", "ftp://example.org", "//evil.example", "/\\evil.example",
            "\\\\evil.example", "\\/evil.example",
            "http:evil.example", "https:/evil.example", "https:///evil.example", ":x", "x:y", "view-source:https://a",
            "a\u{7F}b", " /a",
            "feed:javascript:alert(1)",
        ])
    func refused(_ address: String) {
        #expect(written { $0.url(address) } == "#")
    }

    @Test("characters that do not belong into an address are percent-encoded")
    func encoded() {
        #expect(written { $0.url("/a b\"c<d>e`f{g}h|i^j") } == "/a%20b%22c%3Cd%3Ee%60f%7Bg%7Dh%7Ci%5Ej")
        // No scheme: a reference to a place in the page, with its character reference made text.
        #expect(written { $0.url("java&#115;cript:x") } == "java&amp;#115;cript:x")
        #expect(written { $0.url("/é?x='1'&y=2") } == "/%C3%A9?x=&#39;1&#39;&amp;y=2")
    }

    @Test("a piece of an address keeps unreserved characters only")
    func component() {
        #expect(written { $0.urlComponent("AZaz09-._~") } == "AZaz09-._~")
        #expect(
            written { $0.urlComponent("a/b?c=d&e#f:g%h i'j\"k"[...]) } == "a%2Fb%3Fc%3Dd%26e%23f%3Ag%25h%20i%27j%22k")
        #expect(written { $0.urlComponent("é") } == "%C3%A9")
    }

    @Test("hostile values leave neither the attribute nor the piece of the address", arguments: hostileValues)
    func hostile(_ value: String) {
        let address = written { $0.url(value) }
        #expect(address.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"'<>`".utf8.contains($0) })
        let component = written { $0.urlComponent(value) }
        #expect(component.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"'<>`/?#&=:".utf8.contains($0) })
    }
}
