import Markdown
import Testing

@Suite("Showing raw HTML as text")
struct RawHTMLTests {
    @Test(
        "markup by members is text",
        arguments: [
            "<script>alert(1)</script>", "a <b onclick=x>b</b>", "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe srcdoc='<script>x</script>'>", "<style>*{}</style>", "<!-- <script> -->", "<?php x ?>",
            "<!DOCTYPE html>",
            "<![CDATA[<b>]]>", "<a href='javascript:x'>y</a>", "<div>\n\n*x*\n\n</div>", "<textarea>", "</p></div>",
            "<pre>\n\n<b>",
            "<math><mtext></mtext></math>", "<x\n\ny>", "`<b>`", "    <b>", "```\n</code></pre><script>\n```",
            "[<b>](/x)",
            "![\"onerror=alert(1) <b>](/attachments/a/a.png \"' onload=x\")", "[x](/y \"\\\"><script>\")",
            "# <b>x</b> \" onclick=\"",
            "&lt;script&gt;", "<b title=\">\">", "[x](/\"onmouseover=alert(1))", "<https://a.example/\"onclick=x>",
            "``` \"><script>\nx\n```",
        ])
    func hostile(source: String) throws {
        for kind in MarkdownRenderer.Kind.allCases {
            #expect(try problems(in: rendered(source, as: kind)) == [])
        }
    }

    @Test("a tag in a sentence is shown as it was written")
    func inlineTag() throws {
        #expect(
            try inline("a List<Int> and <b>bold *x*</b>") == "a List&lt;Int&gt; and &lt;b&gt;bold <em>x</em>&lt;/b&gt;")
    }

    @Test("a block keeps its lines")
    func block() throws {
        #expect(
            try inline("<div>\n  <p>a & b</p>\n</div>")
                == "&lt;div&gt;<br>\n  &lt;p&gt;a &amp; b&lt;/p&gt;<br>\n&lt;/div&gt;")
    }

    @Test("the check of HTML used here finds what is wrong")
    func checkWorks() {
        for html in [
            "<script></script>", "<p>", "<p></b>", "<p onclick=\"x\"></p>", "<a href=\"javascript:x\">x</a>", "a & b",
            "a > b",
            "<p><p></p></p>", "<p><a href=\"/x\"><a href=\"/y\"></a></a></p>",
            "<p><a href=\"https://x.example\">x</a></p>",
            "<p><a href=\"//x\">x</a></p>", "<p><img src=\"/x\" alt=\"\"></p>", "<li></li>", "<em></em>",
            "<p>\u{202E}</p>", "<p title=x></p>",
            "<h2 id=\"main\"></h2>", "<p><br></br></p>",
        ] {
            #expect(problems(in: html) != [], "\(html)")
        }
    }
}
