import Foundation
import Testing

@testable import Quad

@Suite("A username")
struct UsernameTests {
    private func refusal(of text: String) -> UsernameError? {
        do throws(UsernameError) {
            _ = try Username(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "is kept in lower case without what surrounds it",
        arguments: [
            ("leila", "leila"), ("  @Leila.Farahani \n", "leila.farahani"), ("\u{202A}kwame_o\u{202C}", "kwame_o"),
            ("a-1", "a-1"),
            ("0x7f", "0x7f"), (String(repeating: "a", count: 30), String(repeating: "a", count: 30)),
            ("modern", "modern"),
            ("administratively", "administratively"), ("quadrat", "quadrat"), ("yousef", "yousef"),
        ])
    func good(input: String, text: String) throws {
        let username = try Username(input)
        #expect(username.text == text)
        // The schema's own rule.
        #expect(text.range(of: "^[a-z0-9]([a-z0-9._-]{1,28})[a-z0-9]$", options: .regularExpression) != nil)
    }

    @Test(
        "of another length is refused",
        arguments: [
            ("", .empty), (" @ ", .empty), ("\u{200B}", .empty), ("ab", .tooShort), ("@a", .tooShort),
            (String(repeating: "a", count: 31), .tooLong), (String(repeating: "é", count: 100_000), .tooLong),
        ] as [(String, UsernameError)])
    func length(text: String, error: UsernameError) {
        #expect(refusal(of: text) == error)
    }

    @Test(
        "has its signs between letters, one at a time",
        arguments: [".leila", "leila.", "-leila", "leila_", "lei..la", "lei._la", "lei-.la", "...", "_-_"])
    func signs(text: String) {
        #expect(refusal(of: text) == .signs)
    }

    @Test(
        "with other characters is refused with the closest one",
        arguments: [
            ("Wójcik", "wojcik"), ("Łukasz Wójcik", "lukasz.wojcik"), ("zoe\u{308}", "zoe"),
            ("leila farahani", "leila.farahani"),
            ("o’brien", "obrien"), ("leila!", "leila"), ("le/../ila", "le.ila"), ("leila<script>", "leila.script"),
            ("lei\u{200B}la", "lei.la"), ("leila\r\nBcc: x", "leila.bcc.x"), ("@@leila", "leila"),
            ("\u{212A}wame", "wame"),
            ("王小明", nil), ("лейла", nil), ("аdmin", nil), ("ädmin", nil), ("!!!", nil), ("é", nil),
            ("lei\0la", "lei.la"),
        ] as [(String, String?)])
    func suggestion(text: String, closest: String?) throws {
        let suggestion = try closest.map { closest in try Username(closest) }
        let error = try #require(refusal(of: text))
        // "аdmin" with a Cyrillic letter leaves "dmin", which is nobody's.
        if text == "аdmin" {
            #expect(error == .otherCharacters(suggestion: try Username("dmin")))
        } else {
            #expect(error == .otherCharacters(suggestion: suggestion))
        }
    }

    @Test(
        "of the site, of everyone or of nobody is refused, also spaced or numbered",
        arguments: [
            "admin", "Admin", "@ADMIN", "ad.min", "a-d-m-i-n", "admin2", "admin_2026", "moderator", "mod", "mod1",
            "quad", "quad.team", "root",
            "support", "help", "staff", "system", "security", "postmaster", "abuse", "webmaster", "deleted",
            "deleted-4711", "deleted-leila",
            "everyone", "here", "all", "settings", "you", "null", "undefined", "anonymous", "university", "no-reply",
            "sign-in",
        ])
    func reserved(text: String) {
        #expect(refusal(of: text) == .reserved)
    }

    @Test(
        "is suggested from a name, and every suggestion keeps the rules",
        arguments: [
            ("Leila Farahani", ["leila.farahani", "leilafarahani", "lfarahani", "leila.f", "leila.farahani2"]),
            (
                "Maximiliane Featherstonehaugh-Okonkwo",
                ["maximiliane.okonkwo", "maximilianeokonkwo", "mokonkwo", "maximiliane.o"]
            ),
            ("Nguyễn Thị Hằng", ["nguyen.hang", "nguyenhang", "nhang", "nguyen.h"]),
            ("Teller", ["teller", "teller2"]), ("O’Brien", ["obrien", "obrien2"]), ("王小明", []), ("", []),
            ("X Æ A-12", ["x.12", "x12"]),
            ("Ad Min", ["amin"]),
        ])
    func suggestions(name: String, first: [String]) throws {
        let suggestions = Username.suggestions(for: name)
        #expect(Array(suggestions.map(\.text).prefix(first.count)) == first)
        #expect(suggestions.count <= 10)
        if first.isEmpty { #expect(suggestions.isEmpty) }
        for suggestion in suggestions { #expect(try Username(suggestion.text) == suggestion) }
    }

    @Test("that was taken is not suggested, but with a number it is")
    func wish() throws {
        let wish = try Username("leila.farahani")
        let suggestions = Username.suggestions(for: "Leila Farahani", besides: wish)
        #expect(!suggestions.contains(wish))
        #expect(suggestions.map(\.text).contains("leila.farahani2"))
        #expect(Set(suggestions).count == suggestions.count)
        #expect(Username.suggestions(for: "王小明", besides: wish).first?.text == "leila.farahani2")
    }

    @Test("is asked for in words that name the closest one")
    func words() throws {
        #expect(
            UsernameError.otherCharacters(suggestion: try Username("wojcik")).message.hasSuffix("How about @wojcik?"))
    }
}
