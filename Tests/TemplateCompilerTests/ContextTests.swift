import TemplateCompiler
import Testing

@Suite("Choosing how a value is escaped")
struct ContextTests {
    @Test(
        "each place has its own call",
        arguments: [
            ("<p>{{ x }}</p>", "text"), ("{{ x }}", "text"), ("<title>{{ x }}</title>", "text"),
            ("<textarea>{{ x }}</textarea>", "text"), ("<svg><title>{{ x }}</title></svg>", "text"),
            ("<noscript>{{ x }}</noscript>", "text"), ("<p class=\"{{ x }}\"></p>", "attribute"),
            ("<p class='{{ x }}'></p>", "attribute"), ("<p data-href=\"{{ x }}\"></p>", "attribute"),
            ("<p class=\"a{% if y %}{{ x }}{% end %}\"></p>", "attribute"), ("<meta content=\"{{ x }}\">", "attribute"),
            ("<input value = \"{{ x }}\"/>", "attribute"), ("<a href=\"{{ x }}\"></a>", "url"),
            ("<A HREF='{{ x }}'></A>", "url"),
            ("<a href=\" \n{{ x }}\"></a>", "url"), ("<form action=\"{{ x }}\"></form>", "url"),
            ("<input formaction=\"{{ x }}\">", "url"), ("<img alt=\"\" src=\"{{ x }}\">", "url"),
            ("<q cite=\"{{ x }}\"></q>", "url"), ("<video poster=\"{{ x }}\"></video>", "url"),
            ("<object data=\"{{ x }}\"></object>", "url"), ("<a href=\"{% if y %}{{ x }}{% end %}\"></a>", "url"),
            ("<svg><use xlink:href=\"{{ x }}\"/></svg>", "url"), ("<a href=\"/{{ x }}\"></a>", "urlComponent"),
            ("<a href=\"?q={{ x }}\"></a>", "urlComponent"), ("<a href=\"#{{ x }}\"></a>", "urlComponent"),
            ("<a href=\"https://example.org/{{ x }}\"></a>", "urlComponent"),
            ("<a href=\"{% if y %}/a{% else %}/b{% end %}{{ x }}\"></a>", "urlComponent"),
            ("<a href=\"/{% for y in ys %}{{ x }}{% end %}\"></a>", "urlComponent"),
        ])
    func call(_ markup: String, _ method: String) {
        let source = TemplateSource(name: "a", path: "a.html", text: "{% page A %}\n" + markup)
        let result = TemplateSet([source]).compiled()
        #expect(result.diagnostics.map(\.message) == [])
        let calls = result.swift.split(separator: "\n").filter { $0.hasSuffix("(x)") }
        #expect(calls.map { $0.drop { $0 == " " } } == ["out.\(method)(x)"])
    }

    @Test(
        "expressions end where Swift ends them",
        arguments: [
            "f(a)", "items.map { $0.x }", "items.map({ x in { x }() })", "\"}}\"", "#\"a\"}}\"#", "\"\"\"\n}}\n\"\"\"",
            "\"\\(f(\"}}\"))\"",
            "d[\"%}\"]", "a ? \"{{\" : \"}}\"", "-x", "a.b.c!.d", "(1, { 2 }).0", "\"a \\(b ? \"c\" : \"d\")\"",
        ])
    func expression(_ expression: String) {
        let source = TemplateSource(name: "a", path: "a.html", text: "{% page A %}\n<p>{{ \(expression) }}</p>")
        let result = TemplateSet([source]).compiled()
        #expect(result.diagnostics.map(\.message) == [])
        #expect(result.swift.contains("out.text(\(expression))\n"))
    }

    @Test("values of includes are told apart by their names, and put into the order of the parameters")
    func arguments() {
        let partial = TemplateSource(
            name: "p", path: "p.html",
            text:
                "{% parameters a: [String: Int] = [\"x\": 1, \"y\": 2], b: (Int, Int) -> Bool, for c: String %}\n<p></p>"
        )
        let page = TemplateSource(
            name: "q", path: "q.html",
            text: "{% page Q %}\n{% include p for=x == y ? \"a b=1\" : f(c, b= 2) b={ $0 > $1 }  a=[ \"k\" : 1 ] %}")
        let result = TemplateSet([page, partial]).compiled()
        #expect(result.diagnostics.map(\.message) == [])
        #expect(
            result.swift.contains(
                "Templates.`p`(&out, a: [ \"k\" : 1 ], b: { $0 > $1 }, for: x == y ? \"a b=1\" : f(c, b= 2))"))
    }

    @Test("a page may be written with Windows line breaks and a byte order mark")
    func windows() {
        let text = "{% page A %}\n<p>\n  {{ x }}\n</p>\n"
        let windows = Array("\u{FEFF}\(text.split(separator: "\n").joined(separator: "\r\n"))\r\n".utf8)
        let expected = TemplateSet([TemplateSource(name: "a", path: "a.html", text: text)]).compiled()
        let actual = TemplateSet([TemplateSource(name: "a", path: "a.html", bytes: windows)]).compiled()
        #expect(actual.swift == expected.swift)
        #expect(actual.diagnostics.isEmpty)
    }
}
