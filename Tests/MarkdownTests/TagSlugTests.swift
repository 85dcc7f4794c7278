import Markdown
import Testing

@Suite("Spelling a tag")
struct TagSlugTests {
    @Test(
        "every way to write a tag has one slug",
        arguments: [
            ("recursion", "recursion"), ("Recursion", "recursion"), ("Binary_Search__Trees", "binary-search-trees"),
            ("LAB-4", "lab-4"), ("2nd", "2nd"), ("ÜBUNG", "übung"), ("U\u{308}bung", "übung"), ("العربية", "العربية"),
            ("برنامه\u{200C}نویسی", "برنامهنویسی"), ("图论", "图论"), ("c", "c"),
        ])
    func spelling(name: String, slug: String) throws {
        let found = try #require(TagSlug.from(name))
        #expect(Array(found.utf8) == Array(slug.utf8))
        #expect(TagSlug.from(found).map { Array($0.utf8) } == Array(slug.utf8))
        #expect(try renderer.render("#" + name, as: .post).tags.map { Array($0.utf8) } == [Array(slug.utf8)])
    }

    @Test(
        "what no text could link is no tag",
        arguments: [
            "", "#", "#a", "12", "1-2", "a b", "a+b", "a/b", "a%2Fb", "-a", "a-", "_", "a.b", "😀", "\u{301}a", "a\0",
            "a#b", "a@b", "\\a", String(repeating: "a", count: 51), String(repeating: "a", count: 10_000),
        ])
    func noTag(name: String) {
        #expect(TagSlug.from(name) == nil)
    }

    @Test("a slug is its own slug, whatever letters it is made of")
    func settled() {
        var unsettled: [Unicode.Scalar] = []
        for value in UInt32(0x80)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value), let slug = TagSlug.from("a\(scalar)"), slug != "a" else {
                continue
            }
            if TagSlug.from(slug).map({ $0.utf8.elementsEqual(slug.utf8) }) != true { unsettled.append(scalar) }
        }
        #expect(unsettled == [])
    }
}
