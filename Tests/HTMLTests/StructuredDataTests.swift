import FoundationEssentials
import HTML
import Testing

@Suite("Data for programs in a page")
struct StructuredDataTests {
    private func html(_ things: JSON...) -> String {
        var out = HTMLBuffer()
        out.text(StructuredData(things))
        return String(decoding: out.finish(), as: UTF8.self)
    }

    @Test("it is one element with a document of schema.org; what has no value is left out")
    func document() {
        #expect(
            html(["@type": "Person", "name": "Bo", "url": nil, "age": 7, "knows": ["Noor", "Ana"]])
                == #"<script type="application/ld+json">{"@context":"https://schema.org","#
                + #""@graph":[{"@type":"Person","name":"Bo","age":7,"knows":["Noor","Ana"]}]}</script>"#)
    }

    @Test(
        "no text ends the element or the string it stands in, and every text comes back as it was",
        arguments: [
            "</script><script>alert(1)</script>", "<!--", "]]>", "\"}]}", "\\", "a\u{2028}b\u{2029}c", "&lt;", "بو لي",
            "tab\tline\nend\r", "e\u{301}", "\u{2027}\u{202A}", "", "👩‍👩‍👧",
        ])
    func hostile(text: String) throws {
        let html = html(["@type": .text(text)])
        let inside = html.dropFirst(#"<script type="application/ld+json">"#.count).dropLast("</script>".count)
        for refused in ["<", ">", "&", "\u{2028}", "\u{2029}"] { #expect(!inside.contains(refused)) }
        struct Document: Decodable {
            struct Thing: Decodable {
                let type: String
                enum CodingKeys: String, CodingKey { case type = "@type" }
            }
            let things: [Thing]
            enum CodingKeys: String, CodingKey { case things = "@graph" }
        }
        let read = try JSONDecoder().decode(Document.self, from: Data(inside.utf8))
        #expect(read.things.first.map { Array($0.type.utf8) } == Array(text.utf8))
    }

    @Test("what is written from start to end is what its parts make")
    func written() {
        let written = JSON.written(capacity: 8) { json in
            json.object { json in
                json.member("@type", "Question")
                json.member("url", "https://quad.test", "/a?b=1&c")
                json.member(
                    "text", plainTextOf: SafeHTML(rendered: Array("<p>a &lt; <b>b</b>c</p><p>d e</p>".utf8)), limit: 6)
                json.member("author") { $0.member("name", "Bo") }
                json.member("none", objects: [Int]()) { _, _ in }
                json.member("replies", objects: [1, 2]) { json, number in json.member("upvoteCount", number) }
                json.member("after", 7)
            }
        }
        let parts: JSON = [
            "@type": "Question", "url": "https://quad.test/a?b=1&c", "text": "a < bc…", "author": ["name": "Bo"],
            "none": [], "replies": [["upvoteCount": 1], ["upvoteCount": 2]], "after": 7,
        ]
        #expect(html(written) == html(parts))
    }

    @Test("a control character that JSON or HTML has no place for is replaced")
    func controls() {
        #expect(html(["@type": "a\u{0}b\u{7F}"]).contains(#""a\uFFFDb\uFFFD""#))
    }
}

@Suite("The words of rendered HTML")
struct HTMLPlainTextTests {
    private func words(_ html: String, limit: Int = 100) -> String {
        SafeHTML(rendered: Array(html.utf8)).plainText(limit: limit)
    }

    @Test(
        "tags are left out, blocks part words, references are read",
        arguments: [
            ("<p>I <strong>won</strong>der.</p>\n<p>Why?</p>", "I wonder. Why?"),
            ("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one two"),
            ("<p>a &lt; b &amp;&amp; c &gt; d &quot;e&quot; &#39;f&#39; &#x41;</p>", #"a < b && c > d "e" 'f' A"#),
            (#"<p><a href="/x?a=1&amp;b=&gt;" title="a > b">here</a></p>"#, "here"),
            ("one<br>two", "one two"), ("<h2 id=\"h-a\">A</h2><p>b</p>", "A b"), ("", ""), ("<p></p>", ""),
            ("AT&T &unknown; &", "AT&T &unknown; &"), ("<pre><code>a\n  b\n</code></pre>", "a b"),
            ("<p>left open", "left open"),
            ("text <", "text"),
        ])
    func words(html: String, expected: String) {
        #expect(words(html) == expected)
    }

    @Test("a long text is cut after a word, one without spaces where it is")
    func cut() {
        #expect(words("<p>one two three four</p>", limit: 10) == "one two…")
        #expect(words("<p>one two</p>", limit: 7) == "one two")
        #expect(words("<p>漢字漢字漢字</p>", limit: 4) == "漢字漢字…")
        #expect(words("<p>\(String(repeating: "word ", count: 1_000))</p>", limit: 50).unicodeScalars.count <= 51)
    }
}
