import Testing

@testable import Quad

@Suite("A post’s title")
struct PostTitleTests {
    @Test(
        "is taken as it is meant",
        arguments: [
            ("  Deleting a node  ", "Deleting a node"), ("Two\r\nlines\tin one", "Two lines in one"),
            ("e\u{301}tale", "étale"), ("چطور توضیح می\u{200C}دهید؟", "چطور توضیح می\u{200C}دهید؟"),
            ("Study group 👩🏽‍🎓", "Study group 👩🏽‍🎓"), ("1️⃣ or 2️⃣?", "1️⃣ or 2️⃣?"), ("שלום", "שלום"), ("語", "語"),
        ])
    func taken(typed: String, title: String) throws {
        let text = try PostTitle(typed).text
        #expect(text.unicodeScalars.elementsEqual(title.unicodeScalars))
    }

    @Test(
        "with invisible or turning characters is refused",
        arguments: [
            "Free \u{202E}esrever", "zero\u{200B}width", "pay\u{200D}pal", "\u{FEFF}BOM", "\u{2066}isolated\u{2069}",
            "soft\u{AD}hyphen", "null\u{0}", "bell\u{7}", "filler \u{3164}", "\u{2800}", "tag \u{E0041}",
            "mark \u{200F}only", "a" + String(repeating: "\u{336}", count: 40), "x\u{FE0F}",
        ])
    func hostile(typed: String) {
        #expect(throws: PostTitleError.misleading) { try PostTitle(typed) }
    }

    @Test("without anything to read is none", arguments: ["", "   ", "\n\t", "\u{301}"])
    func empty(typed: String) {
        #expect(throws: PostTitleError.empty) { try PostTitle(typed) }
    }

    @Test("has 200 characters at most")
    func length() throws {
        #expect(try PostTitle(String(repeating: "語", count: 200)).text.count == 200)
        #expect(throws: PostTitleError.tooLong(count: 201)) { try PostTitle(String(repeating: "a", count: 201)) }
        #expect(throws: PostTitleError.tooLong(count: 100_000)) {
            try PostTitle(String(repeating: "a", count: 100_000))
        }
    }
}

@Suite("The tags typed into a form")
struct TagListTests {
    @Test("are words with or without a sign, each once")
    func words() throws {
        #expect(try TagList("#trees, Binary_Search  trees").slugs == ["trees", "binary-search"])
        #expect(try TagList(" ").slugs == [])
    }

    @Test("make room for those in the text up to ten")
    func joined() throws {
        let tags = try TagList("a b c d e f g h i").joined(with: ["b", "x", "y"])
        #expect(tags == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "x"])
    }

    @Test("are refused in words when one is none, or there are too many")
    func refused() {
        #expect(throws: TagListError.notATag("c++")) { try TagList("trees c++") }
        #expect(throws: TagListError.notATag("123")) { try TagList("123") }
        #expect(throws: TagListError.tooMany(11)) { try TagList("a b c d e f g h i j k") }
    }
}
