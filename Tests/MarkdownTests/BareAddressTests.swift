import Markdown
import Testing

@Suite("Linking bare addresses")
struct BareAddressTests {
    @Test(
        "an address is linked without what belongs to the sentence",
        arguments: [
            ("https://a.example", "https://a.example", ""),
            ("https://a.example/b?c=d#e.", "https://a.example/b?c=d#e", "."),
            ("https://a.example/b?!", "https://a.example/b", "?!"),
            ("https://a.example/tree_(graph)", "https://a.example/tree_(graph)", ""),
            ("https://a.example/tree_(graph))", "https://a.example/tree_(graph)", ")"),
            ("https://a.example/a(b(c)", "https://a.example/a(b(c)", ""),
            ("https://a.example/x)).", "https://a.example/x", "))."),
            ("https://a.example/[1]]", "https://a.example/[1]", "]"),
            ("http://localhost:8080/x", "http://localhost:8080/x", ""),
            ("HTTPS://A.example/B", "HTTPS://A.example/B", ""),
            ("https://a.example/x。好", "https://a.example/x", "。好"),
            ("https://a.example/x” he said", "https://a.example/x", "” he said"),
            ("https://a.example/a_b_c", "https://a.example/a_b_c", ""),
            ("https://a.example/'x'", "https://a.example/'x", "'"),
        ])
    func linked(source: String, address: String, rest: String) throws {
        #expect(
            try inline(source)
                == "<a href=\"\(address)\" rel=\"ugc nofollow noopener\" dir=\"ltr\">\(address)</a>\(rest)")
        #expect(try renderer.render(source, as: .comment).links == [address])
    }

    @Test("markup characters in it are escaped for where they stand")
    func escaping() throws {
        #expect(
            try inline("(https://a.example/?a&b=ü)")
                == #"(<a href="https://a.example/?a&amp;b=%C3%BC" rel="ugc nofollow noopener" dir="ltr">"#
                + "https://a.example/?a&amp;b=ü</a>)")
        #expect(try inline("https://a.example/\"x\"").hasSuffix("</a>\"x\""))
        #expect(try inline("https://a.example<br>").hasSuffix("</a>&lt;br&gt;"))
    }

    @Test(
        "what only looks like one stays text",
        arguments: [
            "https://", "https:// x", "xhttps://a.example", "ftp://a.example", "javascript://a.example",
            "www.a.example",
            "a.example", "`https://a.example`", "https:/a.example", "https://user@a.example/", "https://?x",
            "https://...",
            #"https\://a.example"#, "https://-/x",
        ])
    func text(source: String) throws {
        #expect(try !rendered(source, as: .comment).contains("<a "))
        #expect(try renderer.render(source, as: .comment).links == [])
    }

    @Test("an address in a link is not linked again")
    func nested() throws {
        #expect(try inline("[https://a.example](/b)") == #"<a href="/b">https://a.example</a>"#)
    }

    @Test("an address of this site becomes its path")
    func own() throws {
        #expect(
            try inline("https://quad.example/c/algorithms/214")
                == #"<a href="/c/algorithms/214" dir="ltr">https://quad.example/c/algorithms/214</a>"#)
        #expect(try renderer.render("https://quad.example/", as: .post).links == [])
    }

    @Test("only two hundred different addresses are linked")
    func limit() throws {
        let source = (0..<300).map { "https://a.example/\($0)" }.joined(separator: " ")
        #expect(try rendered(source).components(of: "<a ") == 200)
        #expect(try renderer.render(source, as: .post).links.count == 200)
    }
}
