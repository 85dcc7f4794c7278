import Testing

@testable import Quad

@Suite("A person's name")
struct PersonNameTests {
    private func refusal(of text: String) -> PersonNameError? {
        do throws(PersonNameError) {
            _ = try PersonName(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "is taken as its owner writes it, in every script",
        arguments: [
            "Leila", "Maximiliane Featherstonehaugh-Okonkwo", "J.R.R. Tolkien", "St. John", "Mary-Jane O’Neill",
            "Nguyễn Thị Hằng",
            "Łukasz Wójcik", "Þór Ævarsson", "Анна Соколова", "Ζωή Παπαδοπούλου", "王小明", "佐々木 ぱみゅ", "김하늘",
            "لیلا فراهانی", "نیک\u{200C}نژاد",
            "مُحَمَّد", "דָּנִיֵּאל", "क्ष\u{200D}मा", "ശ്രീ\u{200D}നാഥ്", "อภิสิทธิ์ เวชชาชีวะ", "မောင်မောင်", "Anna Мария", "Anna-Мария",
            "Anna (Анна) B",
            "葛\u{E0100}城", "Leila 🎻", "Zoë ❤\u{FE0F}", "Robert 3rd", "X", "Prof. Dr. A. Ba", "Rosa & Co",
            "D’Arcy \"Ace\" Jones",
        ])
    func good(text: String) throws {
        #expect(try PersonName(text).text == text)
    }

    @Test("has single spaces, none around it, and one form of each letter")
    func folding() throws {
        #expect(try PersonName("  Leila \u{A0}\u{3000} Farahani\n").text == "Leila Farahani")
        let name = try PersonName("Zoe\u{308}")
        #expect(Array(name.text.utf8) == Array("Zoë".utf8))
        #expect(name == (try PersonName("Zoë")))
    }

    @Test("has 1 to 80 characters as the database counts them")
    func length() {
        #expect(refusal(of: "") == .empty)
        #expect(refusal(of: " \n\t\u{2003} ") == .empty)
        #expect(refusal(of: String(repeating: "é", count: 80)) == nil)
        #expect(refusal(of: String(repeating: "e\u{301}", count: 80)) == nil)
        #expect(refusal(of: String(repeating: "x", count: 81)) == .tooLong(count: 81))
        #expect(refusal(of: String(repeating: "कि", count: 41)) == .tooLong(count: 82))
        #expect(refusal(of: "a" + String(repeating: "\u{301}", count: 500_000)) == .tooLong(count: nil))
    }

    @Test(
        "hides nothing",
        arguments: [
            "Leila\nBcc: all@campus.example", "Leila\r\nX: y", "Leila\rX", "Leila\0", "Leila\tF", "Leila\u{85}F",
            "Leila\u{2028}F", "Leila\u{2029}F",
            "Leila\u{200B}F", "\u{200B}Leila", "Leila\u{200B}", "Leila\u{FEFF}", "Leila\u{2060}F", "Lei\u{AD}la",
            "Leila\u{202E}nimda", "\u{2066}Leila\u{2069}",
            "Leila\u{200E}", "Leila\u{200F}F", "Leila\u{61C}F", "Lei\u{200D}la", "Lei\u{200C}la", "\u{200D}क",
            "क\u{200D}", "क\u{200D}\u{200D}म", "Leila\u{E000}",
            "Leila\u{F8FF}", "Leila\u{378}", "Leila\u{FFFF}", "Leila\u{FFFE}", "Leila\u{E0041}", "Leila\u{115F}",
            "Leila\u{3164}F", "Leila\u{FFA0}", "Leila\u{180E}F",
            "Leila\u{2800}F", "Leila\u{34F}F", "Leila\u{FE0F}", "Leila1\u{FE0F}", "Leila\u{E0100}", "Leila\u{1D173}",
            "Leila\u{FFF9}F", "\u{1F468}\u{200D}\u{1F469} Leila",
        ])
    func hidden(text: String) {
        #expect(refusal(of: text) == .invisible)
    }

    @Test(
        "has no heap of marks, and none without a letter",
        arguments: [
            "Z" + String(repeating: "\u{335}", count: 4) + "oe",
            "Lei" + String(repeating: "\u{301}\u{323}", count: 30) + "la", "\u{301}Leila",
            "Leila \u{301}F", "Le\u{20DD}\u{20DD}\u{20DD}\u{20DD}ila",
        ])
    func marks(text: String) {
        #expect(refusal(of: text) == .marks)
    }

    @Test("has a letter", arguments: ["123", "…", "🎻", "- -", "❤\u{FE0F}", "1. 2.", "''"])
    func letters(text: String) {
        #expect(refusal(of: text) == .noLetters)
    }

    @Test(
        "has no word of two alphabets that look alike",
        arguments: [
            "Lеila", "Leilа", "Аdmin", "pаypаl Leila", "Leila Fαrahani", "Αnna", "Lоuise", "Мapия", "Leilаʼs",
            "Annа1Anna", "Anna.Мария", "Lei՟lа", "Ꮮeila", "ꓡeila",
        ])
    func homographs(text: String) {
        #expect(refusal(of: text) == .mixedAlphabets)
    }

    @Test("has no signs that look like letters", arguments: ["𝓛𝓮𝓲𝓵𝓪", "Ⓛⓔⓘⓛⓐ", "Ｌｅｉｌａ", "🄻🄴🄸🄻🄰", "ℒeila", "𝐀dmin"])
    func styled(text: String) {
        #expect(refusal(of: text) == .styledLetters)
    }

    @Test(
        "is no address",
        arguments: [
            "evil.example", "Win at evil.com now", "https://evil.example", "HTTP://x", "www.evil", "Go www.evil",
            "leila@alderbay.example", "<b>Leila</b>", "Leila <leila", "a\\b", "Leila a1.com",
        ])
    func address(text: String) {
        #expect(refusal(of: text) == .address)
    }
}
