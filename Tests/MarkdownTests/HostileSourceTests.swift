import Markdown
import Testing

@Suite("Refusing what is costly to read")
struct HostileSourceTests {
    @Test(
        "sources that are quadratic in the parser are refused before it sees them",
        arguments: [
            String(repeating: "- ", count: 17_000) + "x" + String(repeating: "\n", count: 15_000),
            "> " + String(repeating: "- ", count: 12_000) + "\n" + String(repeating: ">\n", count: 12_000),
            String(repeating: ">", count: 16_000) + String(repeating: "a*", count: 16_000),
            String(repeating: "1. ", count: 10_000) + "x" + String(repeating: "\n", count: 19_000),
            String(repeating: "- + ", count: 6_000) + String(repeating: "\n", count: 25_000),
            (0..<200).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()
                + String(repeating: "\n", count: 9_000),
        ])
    func nesting(source: String) {
        #expect {
            try renderer.render(source, as: .post)
        } throws: { error in
            if case .tooDeeplyNested = error as? MarkdownError { true } else { false }
        }
    }

    @Test("so are those with too many brackets", arguments: ["![[]()", "![", "![[a]"])
    func brackets(part: String) {
        let source = "x\n\n" + String(repeating: part, count: 8_000)
        #expect(throws: MarkdownError.tooManyBrackets(line: 3)) { try renderer.render(source, as: .post) }
    }

    @Test("sixteen quotes and lists within each other are shown, seventeen are not")
    func depth() throws {
        #expect(try rendered(String(repeating: "> ", count: 16) + "x").components(of: "<blockquote") == 16)
        #expect(throws: MarkdownError.tooDeeplyNested(line: 2)) {
            try renderer.render("a\n" + String(repeating: "> ", count: 17) + "x", as: .post)
        }
        #expect(throws: MarkdownError.tooDeeplyNested(line: 1)) {
            try renderer.render(String(repeating: "- ", count: 17) + "x", as: .post)
        }
    }

    @Test("more than ten times as much HTML as source is refused")
    func output() {
        #expect(throws: MarkdownError.tooMuchOutput) {
            try renderer.render(String(repeating: "\ta\nb\n\n", count: 1_000), as: .post)
        }
    }

    @Test(
        "what only resembles them is read",
        arguments: [
            "```\n" + String(repeating: ">", count: 300) + "\n" + String(repeating: "x\n", count: 1_000) + "```",
            String(repeating: "* ", count: 200), String(repeating: "- a\n", count: 5_000),
            String(repeating: "> > > quoted text of some length\n", count: 1_000),
            String(repeating: "let x = vec![a[0], b[1]];\n\n", count: 1_500),
            String(repeating: "1. a\n\n   - b\n\n", count: 2_000),
            String(repeating: "[", count: 49_000),
            String(repeating: "[", count: 24_000) + String(repeating: "]", count: 24_000),
            String(repeating: "[a](b", count: 9_900), String(repeating: "*a _b ", count: 8_000),
            String(repeating: "<", count: 49_000),
            String(repeating: "&#x301;", count: 7_000) + "x",
            String(repeating: "![", count: 12) + "a" + String(repeating: "](/b)", count: 12),
            String(repeating: "http://", count: 7_000), String(repeating: "`a``", count: 9_000),
            String(repeating: "~~a ", count: 10_000),
        ].map { $0 + "\n\nend" })
    func harmless(source: String) throws {
        #expect(try problems(in: rendered(source)) == [])
    }

    @Test("a hundred thousand nested brackets are too long, and fifty thousand are text")
    func nestedBrackets() throws {
        let source = String(repeating: "[", count: 100_000)
        #expect(throws: MarkdownError.tooLong(limit: 50_000, count: 100_000)) { try renderer.render(source, as: .post) }
        #expect(try inline(String(source.prefix(50_000))).count == 50_000)
    }
}
