import Markdown
import Testing

@Suite("Telling a text in few words")
struct PlainTextTests {
    @Test(
        "the excerpt is what would be read",
        arguments: [
            ("# Title\n\nSome *text*\nwith `code` & [link](/x).", "Title Some text with code & link."),
            ("- a\n- b\n\n> c", "a b c"), ("a  \nb", "a b"), ("![p](/attachments/a/a.png) x", "x"),
            ("![p](https://a.example) x", "p x"),
            ("x\n\n```\ncode\n```\n\ny", "x y"), ("```\nlet a =\n  1\n```", "let a = 1"), ("<b>x</b>", "<b>x</b>"),
            ("a***b***c", "abc"), ("![p](/attachments/a/a.png)", ""),
        ])
    func excerpt(source: String, excerpt: String) throws {
        #expect(try renderer.render(source, as: .post).excerpt == excerpt)
    }

    @Test("a long excerpt ends after a word, within two hundred characters")
    func long() throws {
        let excerpt = try renderer.render(String(repeating: "sixteen-letters. ", count: 20), as: .post).excerpt
        #expect(excerpt.count == 187 && excerpt.hasSuffix("letters.…"))
        let chinese = try renderer.render(String(repeating: "图论", count: 200), as: .post).excerpt
        #expect(chinese.count == 200 && chinese.hasSuffix("论图…"))
        let mixed = try renderer.render("see " + String(repeating: "图", count: 900), as: .post).excerpt
        #expect(mixed.count == 200)
    }

    @Test("an excerpt of two hundred characters is whole", arguments: ["a", "é", "图", "😀"])
    func exact(letter: String) throws {
        let text = String(repeating: letter, count: 200)
        #expect(try renderer.render(text, as: .post).excerpt == text)
        #expect(try renderer.render(text + letter, as: .post).excerpt == String(repeating: letter, count: 199) + "…")
    }

    @Test(
        "words are counted as a reader would",
        arguments: [
            ("one two  three", 3), ("a\nb", 2), ("# a\n\nb *c*d", 3), ("`x y` z", 3), ("图论很好", 4), ("see 图论", 3),
            ("```\na b\n```\nc", 1),
            ("é — ü", 3), ("- a\n- b", 2),
        ])
    func words(source: String, count: Int) throws {
        #expect(try renderer.render(source, as: .post).wordCount == count)
    }
}
