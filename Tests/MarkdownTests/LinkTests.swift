import Markdown
import Testing

@Suite("Deciding where links may lead")
struct LinkTests {
    @Test(
        "an address that leads to harm leaves only the words",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&#10;script:alert(1)",
            "java&#x9;script:alert(1)", "&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "javascript:%61lert(1)",
            "%6aavascript:alert(1)", "jav&#x61;script:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:x",
            "vbscript:x", "data:text/html,x", "data:image/png;base64,AAAA", "feed:javascript:x",
            "blob:https://a.example/x",
            "file:///etc/passwd", "ftp://a.example", "about:blank", "view-source:https://a.example", "ws://a.example",
            "//evil.example", "///evil.example", "/\\\\evil.example", "\\\\\\\\evil.example", "/&#9;/evil.example",
            "/&#10;/evil.example", "https:evil.example", "https:/evil.example", "http:\\\\\\\\evil.example", "https://",
            "https:///evil.example", "https://a@evil.example", "https://quad.example@evil.example",
            "https://%65vil.example",
            "https://a%00.example", "https://a.example\\\\x", "mailto:", "mailto:x", "mailto:@x",
            "mailto:a@b/c", "tel:123", "evil.example", "../x", "?x", "c:\\\\x", "x", "&sol;&sol;evil.example", "/a//b",
            "https://é@evil.example", "https://.evil.example",
        ])
    func refused(address: String) throws {
        for source in [
            "[words](\(address))", "[words](<\(address)>)", "[words]\n\n[words]: <\(address)>",
            "![words](<\(address)>)",
        ] {
            let html = try rendered(source)
            #expect(!html.contains("href") && !html.contains("src"), "\(source) → \(html)")
            #expect(html.contains("words"))
        }
    }

    @Test(
        "an address that is fine is linked",
        arguments: [
            ("https://a.example", "https://a.example", true), ("HTTP://A.EXAMPLE/x", "HTTP://A.EXAMPLE/x", true),
            ("https://a.example:8443/?q=a&b#c", "https://a.example:8443/?q=a&amp;b#c", true),
            ("https://[::1]/x", "https://[::1]/x", true),
            ("https://bücher.example", "https://b%C3%BCcher.example", true),
            ("https://a.example/a b", "https://a.example/a%20b", true),
            ("https://a.example/@user", "https://a.example/@user", true),
            ("https://a.example/%2F%zz", "https://a.example/%2F%zz", true),
            ("https://a.example/`{|}^", "https://a.example/%60%7B%7C%7D%5E", true),
            ("https://a.example/'\"", "https://a.example/'%22", true),
            ("mailto:me@a.example", "mailto:me@a.example", true),
            ("mailto:me@a.example?subject=Hi&body=x", "mailto:me@a.example?subject=Hi&amp;body=x", true),
            ("https://a.example&#x202e;/x", "https://a.example/x", true),
            ("/", "/", false), ("/c/algorithms/1?sort=new#c4", "/c/algorithms/1?sort=new#c4", false),
            ("/search?q=a//b", "/search?q=a//b", false), ("/ü", "/%C3%BC", false),
            ("https://quad.example", "/", false), ("HTTPS://Quad.Example/X", "/X", false),
            ("https://quad.example?x", "/?x", false), ("https://quad.example#x", "/#x", false),
            ("https://quad.example.evil.example/", "https://quad.example.evil.example/", true),
            ("https://quad.example:444/x", "https://quad.example:444/x", true),
            ("https://quad.example//evil.example", "https://quad.example//evil.example", true),
            ("http://quad.example/x", "http://quad.example/x", true),
            ("#What I tried", "#h-What%20I%20tried", false), ("#h-x", "#h-x", false),
        ])
    func allowed(address: String, href: String, isElsewhere: Bool) throws {
        let rel = isElsewhere ? " rel=\"ugc nofollow noopener\"" : ""
        #expect(try inline("[words](<\(address)>)") == "<a href=\"\(href)\"\(rel)>words</a>")
    }

    @Test("only posts have anchors to lead to")
    func fragments() throws {
        #expect(try rendered("[a](#b)", as: .comment) == "<p dir=\"auto\">a</p>")
    }

    @Test("an address longer than two thousand bytes is no link")
    func longest() throws {
        let path = String(repeating: "a", count: 1_999)
        #expect(try inline("[x](/\(path))").contains("href"))
        #expect(try inline("[x](/\(path)a)") == "x")
    }

    @Test("a link without words shows its address")
    func wordless() throws {
        #expect(try inline("[](/a&b)") == #"<a href="/a&amp;b">/a&amp;b</a>"#)
        #expect(try inline("x [](javascript:y)") == "x ")
    }

    @Test("words in angle brackets that only look like an address keep their brackets")
    func angleBrackets() throws {
        #expect(try inline("std::vector<std::string> x") == "std::vector&lt;std::string&gt; x")
        #expect(try inline("<javascript:alert(1)>") == "&lt;javascript:alert(1)&gt;")
    }

    @Test(
        "a picture from anywhere but this site's files is a link",
        arguments: [
            (
                "https://evil.example/p.png",
                "<a href=\"https://evil.example/p.png\" rel=\"ugc nofollow noopener\">p</a>"
            ),
            ("/sign-out", "<a href=\"/sign-out\">p</a>"),
            ("/attachments/../sign-out", "<a href=\"/attachments/../sign-out\">p</a>"),
            ("/attachments/%2e%2e/x", "<a href=\"/attachments/%2e%2e/x\">p</a>"),
            ("/attachments/", "<a href=\"/attachments/\">p</a>"),
            ("/attachments/a", "<a href=\"/attachments/a\">p</a>"),
            ("/attachments/forged/a.png", "p"),
            ("/attachments/f/notes.pdf", "<a href=\"/attachments/f/notes.pdf\">p</a>"),
            ("//quad.example/attachments/a/a.png", "p"),
            ("data:image/png;base64,AA", "p"),
        ])
    func pictures(address: String, html: String) throws {
        #expect(try inline("![p](\(address))") == html)
        #expect(try renderer.render("![p](\(address))", as: .post).imageCount == 0)
    }

    @Test("a picture of this site is shown under its own name, wherever its address begins")
    func ownPicture() throws {
        #expect(try inline("![p](https://quad.example/attachments/A/other.png?x)") == image("a", alt: "p"))
        #expect(try renderer.render("![p](/attachments/a/a.png)", as: .post).imageCount == 1)
        #expect(
            try inline("![p](/attachments/2/two.jpg)")
                == #"<a href="/attachments/2/two.jpg"><img src="/attachments/2/two.jpg" "#
                + #"srcset="/attachments/2/two.jpg?size=small 480w, /attachments/2/two.jpg 1600w" "#
                + #"sizes="(max-width: 48rem) 100vw, 41rem" width="1600" height="900" loading="lazy" "#
                + #"decoding="async" alt="p"></a>"#)
    }

    @Test("the files that a text shows or leads to are found, those in code are not")
    func files() throws {
        let found = try renderer.render(
            """
            ![](/attachments/a/a.png) [n](/attachments/f/notes.pdf) https://quad.example/attachments/x/y.zip
            ![ ](/attachments/b/b.png) ![p](/attachments/forged/a.png) `![](/attachments/c/c.png)`
            """, as: .comment)
        #expect(found.files == ["a", "f", "x", "b"])
        #expect(found.imageCount == 2 && found.unnamedImages == 2)
        #expect(try renderer.render("![p](/attachments/a/a.png)", as: .post).unnamedImages == 0)
    }

    @Test("links and pictures within each other stay one link")
    func nesting() throws {
        #expect(
            try inline("[![p](https://a.example/p.png)](https://b.example)")
                == #"<a href="https://b.example" rel="ugc nofollow noopener">p</a>"#)
        #expect(
            try inline("[![p](/attachments/p/p.png)](/b)")
                == #"<a href="/b">\#(image("p", alt: "p", isLinked: false))</a>"#)
        #expect(
            try inline("![a ![b](/attachments/b/b.png) [c](/d) <i> `\"`\ne](/attachments/a/a.png)")
                == image("a", alt: "a b c &lt;i&gt; &quot; e"))
        #expect(try inline("![[a](/b)](/c)") == #"<a href="/c">a</a>"#)
    }
}
