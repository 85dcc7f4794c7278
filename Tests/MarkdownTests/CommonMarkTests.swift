import Markdown
import Testing

@Suite("Rendering CommonMark")
struct CommonMarkTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let source: String
        let html: String
        var testDescription: String { source.debugDescription }

        init(_ source: String, _ html: String) {
            self.source = source
            self.html = html
        }
    }

    static let inlines = [
        Example("plain", "plain"),
        Example("*a* _b_ **c** __d__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>"),
        Example("***both***", "<em><strong>both</strong></em>"),
        Example("snake_case_name and 2*3*4", "snake_case_name and 2<em>3</em>4"),
        Example("`a < b` and ``c`d``", #"<code dir="ltr">a &lt; b</code> and <code dir="ltr">c`d</code>"#),
        Example("one\ntwo", "one\ntwo"),
        Example("one  \ntwo\\\nthree", "one<br>\ntwo<br>\nthree"),
        Example(#"\*not\* \[a\](b)"#, "*not* [a](b)"),
        Example("&copy; &amp; &#65; &nope;", "© &amp; A &amp;nope;"),
        Example("AT&T <3 >", "AT&amp;T &lt;3 &gt;"),
        Example("[a](/b)", #"<a href="/b">a</a>"#),
        Example(#"[a](/b "t \"q\"")"#, #"<a href="/b" title="t &quot;q&quot;">a</a>"#),
        Example("[a]\n\n[a]: /b", #"<a href="/b">a</a>"#),
        Example("[*a* `b`](/c)", #"<a href="/c"><em>a</em> <code dir="ltr">b</code></a>"#),
        Example("[a", "[a"),
        Example(
            "<https://a.example/x?y=1&z=2>",
            #"<a href="https://a.example/x?y=1&amp;z=2" rel="ugc nofollow noopener" dir="ltr">"#
                + "https://a.example/x?y=1&amp;z=2</a>"),
        Example(
            "<me@a.example>",
            #"<a href="mailto:me@a.example" rel="ugc nofollow noopener" dir="ltr">me@a.example</a>"#),
        Example("![a *b*](/attachments/c/c.png)", image("c", alt: "a b")),
        Example("![](/attachments/c/c.png \"t\")", image("c", alt: "", title: "t", isLinked: false)),
        Example("~~gone~~ and ~~**too**, x~~", "<del>gone</del> and <del><strong>too</strong>, x</del>"),
        Example("~~a **b~~ c**", "~~a <strong>b~~ c</strong>"),
        Example("~~ a ~~, ~b~, ~~~c~~~, `~~d~~`", #"~~ a ~~, ~b~, ~~~c~~~, <code dir="ltr">~~d~~</code>"#),
    ]

    @Test("inlines give their HTML", arguments: inlines)
    func inline(_ example: Example) throws {
        #expect(try rendered(example.source) == "<p dir=\"auto\">\(example.html)</p>")
    }

    static let blocks = [
        Example("a\n\nb", "<p dir=\"auto\">a</p>\n<p dir=\"auto\">b</p>"),
        Example("a\n***\nb", "<p dir=\"auto\">a</p>\n<hr>\n<p dir=\"auto\">b</p>"),
        Example("- a\n- b", "<ul dir=\"auto\">\n<li>a</li>\n<li>b</li>\n</ul>"),
        Example("- a\n\n- b", "<ul dir=\"auto\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
        Example(
            "- a\n  - b\n- c",
            "<ul dir=\"auto\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
        Example("1. a\n2. b", "<ol dir=\"auto\">\n<li>a</li>\n<li>b</li>\n</ol>"),
        Example("7) a", "<ol start=\"7\" dir=\"auto\">\n<li>a</li>\n</ol>"),
        Example("0. a", "<ol start=\"0\" dir=\"auto\">\n<li>a</li>\n</ol>"),
        Example("- \n- x", "<ul dir=\"auto\">\n<li></li>\n<li>x</li>\n</ul>"),
        Example("> a\nb", "<blockquote dir=\"auto\">\n<p>a\nb</p>\n</blockquote>"),
        Example(
            "> > a",
            "<blockquote dir=\"auto\">\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>"),
        Example(
            "```swift\na < b\n\n  c\n```",
            "<pre dir=\"ltr\" tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>a &lt; b\n\n  c\n</code></pre>"),
        Example(
            "    a\n",
            "<pre dir=\"ltr\" tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>a\n</code></pre>"),
        Example(
            "- x\n\n  ```\n  a\n  ```",
            "<ul dir=\"auto\">\n<li>\n<p>x</p>\n<pre dir=\"ltr\" tabindex=\"0\" role=\"group\" aria-label=\"Code\">"
                + "<code>a\n</code></pre>\n</li>\n</ul>"),
        Example("a\r\nb\rc", "<p dir=\"auto\">a\nb\nc</p>"),
        Example("a | b\n--|--\n1 | 2", "<p dir=\"auto\">a | b\n--|--\n1 | 2</p>"),
    ]

    @Test("blocks give their HTML", arguments: blocks)
    func block(_ example: Example) throws {
        #expect(try rendered(example.source) == example.html)
    }

    @Test("emphasis more than eight deep is read but not shown")
    func deepEmphasis() throws {
        let html = try rendered(String(repeating: "*a **b ", count: 20) + "c" + String(repeating: "** d*", count: 20))
        #expect(html.contains("c"))
        #expect(html.components(of: "<em>") + html.components(of: "<strong>") == 8)
        #expect(problems(in: html) == [])
    }
}
