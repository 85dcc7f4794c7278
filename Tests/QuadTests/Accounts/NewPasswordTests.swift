import Testing

@testable import Quad

@Suite("A new password")
struct NewPasswordTests {
    let leila = PersonHints(
        name: "Leila Farahani", username: "leila.f99", email: "farahani.leila@students.alderbay.example",
        universities: ["Alder Bay University", "ABU"])

    private func refusal(of text: String) -> NewPasswordError? {
        do throws(NewPasswordError) {
            _ = try NewPassword(text, about: leila)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "of four unrelated words, random characters or any script is taken",
        arguments: [
            "correct horse battery staple", "violin-bucket-otter-lamp", "xK9#mQ2$vL5p", "kT7wq9ZpLm3x",
            "quad-demo-campus",
            "8302 5516 9047 2713", "leila likes old maps of rivers", "a squadron of sleepy geese",
            "мокрый фонарь жуёт сено",
            "τέσσερις άσχετες λέξεις", "چهار واژهٔ بی‌ربط", "ארבע מילים שונות", "चार अलग शब्द यहाँ मिलते हैं", "四个毫不相干的词语在这里吗",
            "ぜんぜん関係ない四つの言葉", "서로 상관없는 네 낱말 여기", "สี่คำที่ไม่เกี่ยวข้องกันเลยนะ", "🎻🦉🚲🧦🪴🥟🌧️📚🕯️🧭🗝️🎲",
            "  spaces count as well  ", "password managers make better ones",
        ])
    func good(text: String) throws {
        let password = try NewPassword(text, about: leila)
        #expect(password.text == text)
    }

    @Test("of random letters and digits is never refused")
    func random() {
        let alphabet = Array("abcdefghijkmnopqrstuvwxyz23456789")
        // The same numbers each time: a test that fails by chance helps nobody.
        var state: UInt64 = 1
        for _ in 0..<300 {
            let text = (0..<12).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            #expect(refusal(of: String(text)) == nil)
        }
    }

    @Test("has 12 to 128 characters, and the error says how many are missing")
    func length() throws {
        let text = String(
            "violin bucket otter lamp hedge spoon candle river mantle goose thimble plum orchard wagon trellis".prefix(
                96))
        let long = text + " " + text
        #expect(refusal(of: String(text.prefix(11))) == .tooShort(count: 11))
        #expect(refusal(of: String(text.prefix(12))) == nil)
        #expect(refusal(of: String(long.prefix(128))) == nil)
        #expect(refusal(of: String(long.prefix(129))) == .tooLong(count: 129))
        #expect(NewPasswordError.tooShort(count: 9).message == "That’s 9 characters. Three more and we’re there.")
        #expect(NewPasswordError.tooShort(count: 1).message == "That’s 1 character. Eleven more and we’re there.")
        #expect(NewPasswordError.tooShort(count: 11).message == "That’s 11 characters. One more and we’re there.")
        #expect(refusal(of: "")?.message == "Choose a password of at least 12 characters.")
    }

    @Test("is counted in characters as people see them, and in bytes as the hash does")
    func characters() {
        let families = String(repeating: "👨‍👩‍👧‍👦", count: 60)
        #expect(refusal(of: "👨‍👩‍👧‍👦👩🏽‍🚀🏴‍☠️") == .tooShort(count: 3))
        #expect(refusal(of: families) == .tooManyBytes)
        #expect(refusal(of: String(repeating: "x\u{301}\u{323}", count: 100_000)) == .tooManyBytes)
        #expect(refusal(of: "a" + String(repeating: "\u{301}", count: 2000)) == .tooShort(count: 1))
    }

    @Test("is the same however it was composed")
    func composition() throws {
        let password = try NewPassword("cre\u{300}me bru\u{302}le\u{301}e à gogo", about: leila)
        #expect(Array(password.text.utf8) == Array("crème brûlée à gogo".utf8))
        let hangul = String(repeating: "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}가나다라마", count: 18)
        #expect(refusal(of: hangul) == nil)
    }

    @Test(
        "has no control characters",
        arguments: [
            "violin bucket\notter", "violin bucket\r\notter", "violin\tbucket otter", "violin bucket\0otter",
            "violin bucket\u{7F}otter", "violin bucket\u{85}otter", "violin bucket\u{2028}otter",
            "violin bucket\u{FFFF}otter",
        ])
    func control(text: String) {
        #expect(refusal(of: text) == .control)
    }

    @Test(
        "is none of the commonest",
        arguments: [
            "counterstrike", "JustinBieber", "1qaz2wsx3edc4rfv", "sonyericsson", "gfhjkmgfhjkm", "123456789123",
            "zxcasdqwe123",
        ])
    func common(text: String) {
        #expect(refusal(of: text) == .common)
    }

    @Test(
        "is none of the commonest dressed up",
        arguments: [
            "password1234", "Password2026!", "passwordpassword", "PASSWORDPASSWORDPASSWORD",
            "qwertyuiop12",
            "1234password", "!!!sunshine!!!", "P@ssw0rd2024!", "$unshine20245", "1l0vey0u2025!", "dragon 20252025",
            "password-password",
            "monkeymonkey12", "sunshine87sunshine87", "trustno1trustno1", "letmein.letmein.", "…football…football…",
            "123qwerty…",
        ])
    func dressedUp(text: String) {
        #expect(refusal(of: text.count < 12 ? text + "!!!" : text) == .dressedUp)
    }

    @Test(
        "is no few characters over and over",
        arguments: ["aaaaaaaaaaaa", "abababababab", "aabbccaabbcc", "111222111222", "            ", "яяяяяяяяяяяяю"])
    func fewCharacters(text: String) {
        #expect(refusal(of: text) == .fewCharacters)
    }

    @Test(
        "is no short unit repeated",
        arguments: ["abcdabcdabcd", "19841984198419", "x9!kx9!kx9!kx", "мирамирамира", "🎻🦉🚲🧦🎻🦉🚲🧦🎻🦉🚲🧦"])
    func repetition(text: String) {
        #expect(refusal(of: text) == .repetition)
    }

    @Test(
        "is no run along the alphabet or a keyboard",
        arguments: [
            "abcdefghijkl", "ABCDEFGHIJKLM", "zyxwvutsrqpo", "123456789012", "1234567890!!", "098765432109",
            "qwertyuiopas",
            "poiuytrewqlk", "qwertzuiopasd", "azertyuiopqs", "2wsx3edc4rfv", "bgt56yhnmju78", "abcdef123456",
            "abcd1234wxyz",
            "dfgh5678xcvb", "!@#$%^&*()_+", "абвгдежзиклм", "йцукенгшщзхъ", "αβγδεζηθικλμ", "あぃいぅうぇえぉおかがきぎ",
            "ABCDEFGHIJKLxk9",
        ])
    func run(text: String) {
        #expect(refusal(of: text) == .run)
    }

    @Test(
        "is not mostly what others know of its owner",
        arguments: [
            ("leilafarahani", .name), ("Leila.Farahani.1!", .name), ("farahani-leila-99", .name),
            ("l31l4.f4r4h4n1", .name),
            ("leila1234567890", .name), ("Leila20042004!", .name), ("leilaleilaleila7", .name),
            ("xxleilafarahanixx", .name),
            ("AlderBay2026!!", .university), ("alder-university", .university), ("Quad2026Quad!", .site),
        ] as [(String, PersonHints.Part)])
    func personal(text: String, part: PersonHints.Part) {
        #expect(refusal(of: text) == .personal(part))
    }

    @Test("is not mostly a username or the local part of an email")
    func mailbox() {
        let hints = PersonHints(name: "Li Wei", username: "tram_owl42", email: "cs-rocket@alderbay.example")
        #expect(throws: NewPasswordError.personal(.username)) { try NewPassword("TramOwl42!!!!", about: hints) }
        #expect(throws: NewPasswordError.personal(.email)) { try NewPassword("csrocket-2027", about: hints) }
        #expect(throws: NewPasswordError.personal(.name)) { try NewPassword("liwei?liwei!liwei", about: hints) }
    }

    @Test(
        "is not mostly a name in another script, or the same name without its marks",
        arguments: [
            ("Łukasz Wójcik", "wojcik-lukasz-1"), ("Łukasz Wójcik", "WÓJCIK_ŁUKASZ"),
            ("Анна Соколова", "СоколоваАнна1!"),
            ("王小明", "王小明2026xy王小明"), ("Zoe\u{308} Müller", "zoëmüller1999"),
        ])
    func names(name: String, text: String) {
        #expect(throws: NewPasswordError.personal(.name)) { try NewPassword(text, about: PersonHints(name: name)) }
    }

    @Test("is judged in bounded time, whatever it and its owner are called")
    func cost() {
        let hints = PersonHints(
            name: String(repeating: "aaaa ", count: 10_000), username: String(repeating: "a", count: 50_000),
            email: String(repeating: "@", count: 50_000),
            universities: ["a" + String(repeating: "\u{301}\u{323}", count: 200_000)])
        let clock = ContinuousClock()
        let time = clock.measure {
            for text in [
                "violin bucket otter", String(repeating: "é🎻", count: 64), String(repeating: "ab1", count: 42),
            ] {
                do { _ = try NewPassword(text, about: hints) } catch {}
            }
        }
        #expect(time < .seconds(2))
    }

    @Test("in a log line does not show itself")
    func discretion() throws {
        let password = try NewPassword("violin bucket otter", about: leila)
        var dumped = ""
        dump(password, to: &dumped)
        #expect(!"\(password)\(dumped)".contains("violin"))
    }

    @Test("has a sentence for each rule, and each error one of its own")
    func words() {
        let errors: [NewPasswordError] = [
            .tooShort(count: 3), .tooLong(count: 200), .tooManyBytes, .control, .common, .dressedUp, .fewCharacters,
            .repetition,
            .run, .personal(.name), .personal(.username), .personal(.email), .personal(.university), .personal(.site),
        ]
        #expect(Set(errors.map(\.message)).count == errors.count)
        for words in errors.map(\.message) + NewPassword.rules {
            #expect(words.hasSuffix(".") && !words.contains("!") && !words.contains("'"))
        }
    }
}

@Suite("The commonest passwords")
struct CommonPasswordsTests {
    @Test("are 10,000 different ones in lower case and in order, and each is found")
    func list() {
        let words = CommonPasswords.text.split { character in character.isWhitespace }.map(String.init)
        #expect(words.count == 10_000)
        #expect(
            zip(words, words.dropFirst()).allSatisfy { one, other in one.utf8.lexicographicallyPrecedes(other.utf8) })
        #expect(words.allSatisfy { word in word == word.lowercased() && word.utf8.allSatisfy { byte in byte < 0x7F } })
        #expect(words.allSatisfy(CommonPasswords.contains))
    }

    @Test(
        "do not hold what only begins, ends or surrounds one",
        arguments: [
            "", " ", "passwords1", "sswor", "password\npassword", "123456 ", "\u{10FFFF}", "zzzzzzzzzzzzzzzz", "!",
            "violin bucket",
        ])
    func others(word: String) {
        #expect(!CommonPasswords.contains(word))
    }
}
