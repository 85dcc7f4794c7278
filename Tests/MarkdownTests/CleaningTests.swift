import HTML
import Markdown
import Testing

@Suite("Cleaning what was written")
struct CleaningTests {
    @Test(
        "what hides or turns text around is dropped, also as an entity",
        arguments: [
            0x01, 0x0B, 0x1B, 0x7F, 0x85, 0x9F, 0x200B, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF,
            0xFFA0, 0x3164, 0xE0041, 0xFFFE, 0x1FFFF,
        ] as [UInt32])
    func hidden(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(try inline("a\(scalar)b") == "ab")
        #expect(try inline("a&#\(value);b") == "ab")
        #expect(try inline("`a\(scalar)b`").contains(">ab<"))
        #expect(try inline("[a](</b\(scalar)c>)") == "<a href=\"/bc\">a</a>")
    }

    @Test(
        "what scripts and emoji need is kept",
        arguments: [
            "می‌خواهم", "क्‍ष", "👩‍👩‍👧", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a\u{200E}b\u{200F}", "❤️",
            "ภาษาไทย", "한국어",
        ])
    func kept(text: String) throws {
        #expect(try inline(text) == text)
    }

    @Test("what is escaped is no mark, and how that is remembered cannot be seen or brought along")
    func escapes() throws {
        let mark = try #require(Unicode.Scalar(0xFDD0))
        #expect(try renderer.render("@\(mark)leila", as: .post).mentions == ["leila"])
        #expect(
            try inline("[\\#](</a\\#b>) ![\\@](/attachments/a/a.png) \\@leila \\\\@leila `\\@`")
                == ##"<a href="/a#b">#</a> \##(image("a", alt: "@")) @leila "##
                + #"\<a href="/u/leila" dir="ltr">@leila</a> <code dir="ltr">\@</code>"#)
        #expect(try inline("\\@leila &eacute;") == "@leila é")
        let document = try renderer.render("# a \\#b \\@c", as: .post)
        #expect(document.headings == [Heading(level: 2, anchor: "h-a-b-c", text: "a #b @c")])
        #expect(document.excerpt == "a #b @c")
    }

    @Test("text comes out in form C")
    func composed() throws {
        #expect(
            try Array(inline("e\u{301} A\u{30A} \u{1112}\u{1161}\u{11AB}").unicodeScalars)
                == Array("é Å 한".unicodeScalars))
        #expect(try Array(inline("q\u{307}\u{323}").unicodeScalars) == Array("q\u{323}\u{307}".unicodeScalars))
    }

    @Test("more than twelve marks on one letter are dropped")
    func marks() throws {
        let html = try inline("a" + String(repeating: "\u{327}\u{301}", count: 100) + "b")
        #expect(html.unicodeScalars.count <= 14 && html.hasSuffix("b"))
    }

    @Test("NUL is refused")
    func nul() {
        #expect(throws: MarkdownError.containsNUL) { try renderer.render("a\0b", as: .post) }
        #expect(throws: Never.self) { try renderer.render("a&#0;b", as: .post) }
    }

    @Test(
        "a text in which nothing can be seen is refused",
        arguments: [
            "", " \n\t\r\n", "\u{200B}", "\u{A0}\u{3000}", "&nbsp;", "***", "#", "- ", ">", "[a]: /b", "```\n```",
            "[](javascript:x)",
            "\u{200D}", "\u{2028}",
        ])
    func empty(source: String) {
        #expect(throws: MarkdownError.empty) { try renderer.render(source, as: .post) }
    }

    @Test("a limit is what is said, in characters", arguments: MarkdownRenderer.Kind.allCases)
    func limits(kind: MarkdownRenderer.Kind) throws {
        let limit = kind.limit
        #expect(throws: Never.self) { try renderer.render(String(repeating: "é", count: limit), as: kind) }
        #expect(throws: Never.self) { try renderer.render(String(repeating: "a\r\n", count: limit / 2), as: kind) }
        #expect(throws: MarkdownError.tooLong(limit: limit, count: limit + 3)) {
            try renderer.render(String(repeating: "a", count: limit + 3), as: kind)
        }
    }

    @Test("every refusal says what to do")
    func messages() {
        #expect(
            MarkdownError.tooLong(limit: 10, count: 13).message
                == "This is 13 characters long, and 10 is the limit. Shorten it by 3.")
        #expect(MarkdownError.tooDeeplyNested(line: 4).message.contains("Line 4"))
    }
}
