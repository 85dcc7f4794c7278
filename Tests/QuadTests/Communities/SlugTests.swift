import Testing

@testable import Quad

@Suite("A slug made from a title")
struct SlugTests {
    @Test(
        "says the title in plain ASCII words",
        arguments: [
            ("Why is building a heap O(n)?", "why-is-building-a-heap-o-n"),
            ("Don’t panic, it's only week 3", "dont-panic-its-only-week-3"),
            ("Tomasz Wójcik & Hằng Nguyễn", "tomasz-wojcik-hang-nguyen"),
            ("Straße, Ærø, Þór, Łódź, Đà Nẵng, ısı", "strasse-aero-thor-lodz-da-nang-isi"),
            ("cafe\u{301} in NFD", "cafe-in-nfd"),
            ("  --Trim me--  ", "trim-me"),
            ("日本語のテキスト", "post"),
            ("چطور CS 161 را", "cs-161"),
            ("🎻", "post"),
            ("", "post"),
        ])
    func words(title: String, slug: String) {
        #expect(Slug.from(title) == slug)
    }

    @Test("is cut between words at 60 characters")
    func cut() {
        let slug = Slug.from(Array(repeating: "sentence", count: 20).joined(separator: " "))
        #expect(slug == "sentence-sentence-sentence-sentence-sentence-sentence")
    }

    @Test("stops at the first word that does not fit, though a later one would")
    func stops() {
        let long = String(repeating: "a", count: 50)
        #expect(Slug.from("\(long) \(long) b") == long)
    }

    @Test("of one endless word keeps its first 60 characters")
    func endless() {
        #expect(Slug.from(String(repeating: "x", count: 300)) == String(repeating: "x", count: 60))
    }
}
