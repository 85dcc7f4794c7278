import Markdown
import Testing

@Suite("Levels and anchors of headings")
struct HeadingTests {
    @Test("headings of a post begin below its title and leave no level out")
    func levels() throws {
        let document = try renderer.render("### a\n# b\n### c\n#### d\n## e\nf\n===\n", as: .post)
        #expect(document.headings.map(\.level) == [2, 2, 3, 4, 3, 2])
    }

    @Test("no heading is deeper than six")
    func deepest() throws {
        #expect(
            try renderer.render("# a\n## b\n### c\n#### d\n##### e\n###### f", as: .post).headings.map(\.level) == [
                2, 3, 4, 5, 6, 6,
            ])
        #expect(try rendered("# a\n## b\n### c\n#### d\n##### e", as: .comment).contains("<h6 dir=\"auto\">e</h6>"))
    }

    @Test("a comment’s headings stand one deeper and have no anchors, which would clash with other comments’")
    func comments() throws {
        #expect(try rendered("## a", as: .comment) == "<h3 dir=\"auto\">a</h3>")
        #expect(try renderer.render("## a", as: .comment).headings == [])
        #expect(try rendered("## a", as: .biography) == "<h3 dir=\"auto\">a</h3>")
    }

    @Test(
        "an anchor is made of the words",
        arguments: [
            ("What I’ve *tried*, `so far`", "h-what-i-ve-tried-so-far"), ("Übung 3", "h-übung-3"), ("2 × 3", "h-2-3"),
            ("😀", "h-section"), ("--a--", "h-a"), ("می‌خواهم", "h-میخواهم"), ("<b>", "h-b"),
            ("[x](/y) @leila", "h-x-leila"),
            (String(repeating: "ab ", count: 40), "h-" + String(repeating: "ab-", count: 20).dropLast()),
        ])
    func anchor(words: String, anchor: String) throws {
        let document = try renderer.render("# " + words, as: .post)
        #expect(document.headings.map(\.anchor) == [anchor])
        #expect(try rendered("# " + words).hasPrefix("<h2 id=\"\(anchor)\" dir=\"auto\">"))
    }

    @Test("no two anchors are the same")
    func distinct() throws {
        let document = try renderer.render("# a\n# a-2\n# a\n# a\n# a-2\n# A!", as: .post)
        #expect(document.headings.map(\.anchor) == ["h-a", "h-a-2", "h-a-3", "h-a-4", "h-a-2-2", "h-a-5"])
    }

    @Test("the hundred first headings have anchors")
    func limit() throws {
        let source = (0..<120).map { "# a\($0)" }.joined(separator: "\n")
        #expect(try renderer.render(source, as: .post).headings.count == 100)
        #expect(try rendered(source).components(of: "<h2 ") == 120)
    }
}
