import FoundationEssentials
import HTML
import Testing

@testable import Quad

@Suite("Reading what somebody looks for")
struct SearchQuestionTests {
    @Test(
        "words, phrases and what must not be there are told apart",
        arguments: [
            ("deleting a node", "deleting a node", ""), (#""binary search" tree"#, #""binary search" tree"#, ""),
            ("heap -python", "heap", "python"), (#"heap -"red black" -avl"#, "heap", #""red black" or avl"#),
            ("“binary search”", #""binary search""#, ""), ("C++", #""C++""#, ""), ("3.14", #""3.14""#, ""),
            ("self-hosted", #""self-hosted""#, ""), ("heap or tree", "heap or tree", ""), ("- -- !", "", ""),
            (#"an "open end"#, #"an "open end""#, ""), ("机器学习", #""机器学习""#, ""), ("café", "café", ""),
            ("cafe\u{301}", "café", ""), ("zero\u{200B}width", "zerowidth", ""), ("a\u{0}b", "a b", ""),
        ])
    func words(typed: String, wanted: String, unwanted: String) {
        let question = SearchQuestion(typed)
        #expect(question.wanted == wanted)
        #expect(question.unwanted == unwanted)
        #expect(question.remarks.isEmpty)
    }

    @Test("filters are read out of the words, well spelled or not")
    func filters() {
        let question = SearchQuestion(
            "in:c/algorithms by:@Bo.Li tag:#Graphs tag:trees kind:question is:unanswered after:2026-10 before:2026-10-31 heap"
        )
        #expect(question.text == "heap")
        #expect(question.filters.community == "algorithms")
        #expect(question.filters.author == "bo.li")
        #expect(question.filters.tags == ["graphs", "trees"])
        #expect(question.filters.kind == .question)
        #expect(question.filters.isAnswered == false)
        #expect(question.filters.after?.text == "2026-10-01")
        #expect(question.filters.before?.text == "2026-10-31")
        #expect(question.remarks.isEmpty)
    }

    @Test(
        "what cannot be a filter is said in words and is no error",
        arguments: [
            ("color:red", "There is no filter “color:”"), ("before:tomorrow", "is no day"),
            ("after:2026-02-30", "is no day"),
            ("kind:essay", "isn’t one"), ("is:open", "isn’t one"), ("in:a/b", "names no community"),
            ("by:'or'1'='1", "names nobody"), ("tag:###", "can’t be a tag"),
            ("tag:a1 tag:a2 tag:a3 tag:a4 tag:a5 tag:a6", "More than 5 tags"),
        ])
    func remarks(typed: String, words: String) {
        #expect(SearchQuestion(typed).remarks.contains { $0.contains(words) })
    }

    @Test(
        "an address, a time or a quoted colon is no filter",
        arguments: ["https://example.org/a", "10:30", #""in:here""#])
    func noFilters(typed: String) {
        let question = SearchQuestion(typed)
        #expect(question.filters.isEmpty && question.remarks.isEmpty && question.hasWords)
    }

    @Test("a long question is cut, and says so")
    func long() {
        let question = SearchQuestion(String(repeating: "heap ", count: 10_000))
        #expect(question.text.unicodeScalars.count <= 200)
        #expect(question.remarks == ["Only the first 200 characters were looked for."])
    }

    @Test("a day begins at midnight where the campus is, summer and winter")
    func days() throws {
        let zone = try ZoneOffsets(named: "America/Los_Angeles")
        let (summer, winter) = (try #require(SearchDay("2026-07-01")), try #require(SearchDay("2026-12-01")))
        #expect(
            CivilTime(secondsSince1970: Int(summer.start(in: zone).timeIntervalSince1970)).iso8601
                == "2026-07-01T07:00:00Z")
        #expect(
            CivilTime(secondsSince1970: Int(winter.start(in: zone).timeIntervalSince1970)).iso8601
                == "2026-12-01T08:00:00Z")
        // The night clocks went back.
        let change = try #require(SearchDay("2026-11-01"))
        #expect(
            CivilTime(secondsSince1970: Int(change.start(in: zone).timeIntervalSince1970)).iso8601
                == "2026-11-01T07:00:00Z")
    }

    @Test(
        "marks stand around what was looked for, and nothing else becomes markup",
        arguments: [
            (
                ["deleting"], ["delet"], "Delete it, deletes <b>",
                "<mark>Delete</mark> it, <mark>deletes</mark> &lt;b&gt;"
            ),
            (["cafe"], ["cafe"], "A Café & more", "A <mark>Café</mark> &amp; more"),
            (["C++"], ["cplusplus"], "In C++ or C", "In <mark>C++</mark> or C"),
            (["كتاب"], ["کتاب"], "این کتاب است", "این <mark>کتاب</mark> است"),
            (["happy"], ["happi"], "happily <mark>", "<mark>happily</mark> &lt;mark&gt;"),
            (["heap"], ["heap"], "cheap", "cheap"),
        ])
    func marks(terms: [String], lexemes: [String], text: String, marked: String) {
        let html = Highlighter(terms: terms, lexemes: lexemes).marked(text)
        #expect(String(decoding: html.bytes, as: UTF8.self) == marked)
    }

    @Test("a piece of a long text is the one around what was found")
    func snippet() {
        let text =
            String(repeating: "nothing here ", count: 100) + "and then the needle lies "
            + String(repeating: "on ", count: 100)
        let html = Highlighter(terms: ["needle"], lexemes: ["needl"]).snippet(of: text)
        let words = String(decoding: html.bytes, as: UTF8.self)
        #expect(words.hasPrefix("… ") && words.contains("<mark>needle</mark>") && words.hasSuffix(" …"))
        #expect(words.count < 300)
    }

    @Test("stored HTML is read as its words")
    func plainText() {
        #expect(
            HTMLText.of("<p>One <em>two</em>&amp;three</p><pre><code>a &lt; b</code></pre><p>cut <a href=\"x")
                == "One two&three a < b cut ")
    }
}
