import Testing

@testable import Quad

@Suite("What a letter says")
struct LetterTests {
    private let head = Letterhead(.sample)

    @Test("both parts hold the same words, the same link and the same reason")
    func sameWords() {
        let letter = Letter.sample()
        let (text, html) = (letter.text(under: head), letter.html(under: head))
        let words =
            [letter.greeting, letter.reason, head.name, head.address] + letter.paragraphs
            + [letter.closing, letter.action?.label, letter.action?.url].compactMap(\.self)
            + letter.facts.flatMap { [$0.label, $0.value] }
        for words in words {
            #expect(text.replacing("\n", with: " ").contains(words), "the plain part lacks “\(words)”")
            #expect(html.contains(words), "the HTML part lacks “\(words)”")
        }
        #expect(html.contains("<title>\(letter.subject)</title>"))
    }

    @Test("the plain part is written to be read as it is")
    func plain() {
        let expected = """
            Hi Noor,

            Someone signed in to your account on a device we haven’t seen before. If
            that was you, there’s nothing to do.

            Device: Firefox on Linux
            When: Tue 20 Oct, 09:00

            Look at your devices:
            https://quad.alderbay.example/settings/security?token=abcdefghijklmnopqrstuvwxyz0123456789-_abcdefghijklmnopqrstu

            If it wasn’t you, change your password.

            -- \n\
            You get this because it’s about the safety of your account.
            Quad at Alder Bay
            https://quad.alderbay.example

            """
        #expect(Letter.sample().text(under: head) == expected)
    }

    @Test("what is not there leaves nothing behind")
    func least() {
        let letter = Letter(
            to: .init(address: "a@b.test", name: "A"), subject: "S", greeting: "Hi A,", paragraphs: ["One."],
            reason: "Because.")
        #expect(
            letter.text(under: head)
                == "Hi A,\n\nOne.\n\n-- \nBecause.\nQuad at Alder Bay\nhttps://quad.alderbay.example\n")
        let html = letter.html(under: head)
        #expect(!html.contains("<table class"))
        #expect(!html.contains("class=\"button\""))
    }

    @Test(
        "a hostile name stays a name, in either part",
        arguments: [
            "<script>alert(1)</script>", "\" style=\"display:none", "</p></body>", "x\r\n\r\nhttps://evil.example/",
            "x\n-- \nFrom: Quad", "x\u{2028}y\u{85}z", "]]><!--",
        ])
    func hostile(name: String) {
        let letter = Letter.sample(name: name)
        let plain = Letter.sample(name: "x")
        let (text, html) = (letter.text(under: head), letter.html(under: head))
        let tags = html.count { $0 == "<" }
        #expect(tags == plain.html(under: head).count { $0 == "<" })
        #expect(!html.contains(name) || !name.contains { "<>".contains($0) })
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0 == "-- " }.count == 1)
        #expect(!text.contains("\r") && !text.contains("\nhttps://evil"))
    }

    @Test("an action leads to a web address, whatever it was given")
    func action() {
        let html = Letter.sample(url: "javascript:alert(1)").html(under: head)
        #expect(!html.contains("href=\"javascript"))
    }
}

extension Letter {
    static func sample(
        name: String = "Noor",
        url: String =
            "https://quad.alderbay.example/settings/security?token=abcdefghijklmnopqrstuvwxyz0123456789-_abcdefghijklmnopqrstu"
    ) -> Letter {
        Letter(
            to: Recipient(address: "noor@alderbay.example", name: name), subject: "A new device signed in",
            greeting: "Hi \(name),",
            paragraphs: [
                "Someone signed in to your account on a device we haven’t seen before. If that was you, there’s "
                    + "nothing to do."
            ],
            facts: [
                Fact(label: "Device", value: "Firefox on Linux"), Fact(label: "When", value: "Tue 20 Oct, 09:00"),
            ],
            action: Action(label: "Look at your devices", url: url), closing: "If it wasn’t you, change your password.",
            reason: "You get this because it’s about the safety of your account.")
    }
}
