import Testing

@testable import Quad

@Suite("An email address")
struct EmailAddressTests {
    private func refusal(of text: String) -> EmailAddressError? {
        do throws(EmailAddressError) {
            _ = try EmailAddress(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "is kept as typed, with its domain in lower case",
        arguments: [
            ("leila@alderbay.example", "leila@alderbay.example"),
            (" Leila.Farahani@Students.AlderBay.Example\n", "Leila.Farahani@students.alderbay.example"),
            ("\u{202A}l+tag@a.bc\u{202C}", "l+tag@a.bc"),
            ("o'neill_x-1@a-b.c-d.example", "o'neill_x-1@a-b.c-d.example"), ("1@2.example", "1@2.example"),
            ("a!#$%&'*+-/=?^_`{|}~b@x.example", "a!#$%&'*+-/=?^_`{|}~b@x.example"),
            ("x@xn--bcher-kva.example", "x@xn--bcher-kva.example"),
            (String(repeating: "l", count: 64) + "@x.example", String(repeating: "l", count: 64) + "@x.example"),
        ])
    func good(input: String, text: String) throws {
        let address = try EmailAddress(input)
        #expect(address.text == text)
        #expect(address.domain == text.split(separator: "@").last.map(String.init))
        #expect(address.canonical == text.lowercased())
    }

    @Test("is equal to another that differs in case")
    func equality() throws {
        let (one, other) = (try EmailAddress("Leila@Alderbay.Example"), try EmailAddress("leila@alderbay.example"))
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        #expect(one != (try EmailAddress("leila@alderbay.test")))
    }

    @Test(
        "that mail cannot go to, or that could carry more than itself, is refused",
        arguments: [
            ("", .empty), ("   ", .empty), ("leila", .noAt), ("leila.alderbay.example", .noAt),
            ("a@b@c.example", .severalAts), ("@@", .severalAts),
            ("@alderbay.example", .badLocal), (".leila@x.example", .badLocal), ("leila.@x.example", .badLocal),
            ("lei..la@x.example", .badLocal),
            ("lei la@x.example", .badLocal), ("\"lei la\"@x.example", .badLocal), ("leila,kwame@x.example", .badLocal),
            ("lei(la)@x.example", .badLocal),
            ("Leila <leila@x.example>", .badLocal), ("leila\r\nBcc:x@x.example", .badLocal),
            ("lei\0la@x.example", .badLocal), ("a;b@x.example", .badLocal),
            ("lei:la@x.example", .badLocal), ("lei\\la@x.example", .badLocal), ("<leila>@x.example", .badLocal),
            ("lei\u{7F}la@x.example", .badLocal),
            ("leila@", .badDomain), ("leila@localhost", .badDomain), ("leila@x..example", .badDomain),
            ("leila@.x.example", .badDomain),
            ("leila@x.example.", .badDomain), ("leila@-x.example", .badDomain), ("leila@x-.example", .badDomain),
            ("leila@x_y.example", .badDomain),
            ("leila@[127.0.0.1]", .badDomain), ("leila@127.0.0.1", .badDomain),
            ("leila@x.example\r\nRCPT TO:<y>", .badDomain), ("leila@x.exa mple", .badDomain),
            ("leila@x.example>", .badDomain), ("leila@x.example\0", .badDomain),
            ("leila@" + String(repeating: "x", count: 64) + ".example", .badDomain),
            ("leila@аlderbay.example", .foreignDomain), ("leila@alderbay.ехample", .foreignDomain),
            ("leila@bücher.example", .foreignDomain),
            ("leila@alderbay。example", .foreignDomain), ("leila@alder\u{200B}bay.example", .foreignDomain),
            ("leila@x\u{212A}.example", .foreignDomain),
            ("zoë@x.example", .foreignLetters), ("lеila@x.example", .foreignLetters),
            ("lei\u{200B}la@x.example", .foreignLetters), ("leila＠x.example", .noAt),
            (String(repeating: "l", count: 65) + "@x.example", .tooLong),
            ("l@" + String(repeating: "x.", count: 126) + "xx", .tooLong),
            (String(repeating: "@", count: 500_000), .tooLong),
        ] as [(String, EmailAddressError)])
    func bad(text: String, error: EmailAddressError) {
        #expect(refusal(of: text) == error)
    }

    @Test("has at most 254 characters")
    func length() throws {
        let domain = Array(repeating: String(repeating: "x", count: 61), count: 4).joined(separator: ".")
        #expect(try EmailAddress("leila1@" + domain).text.count == 254)
        #expect(refusal(of: "leila12@" + domain) == .tooLong)
    }
}
