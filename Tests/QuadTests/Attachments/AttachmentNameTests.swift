import Testing

@testable import Quad

@Suite("What files are called")
struct AttachmentNameTests {
    @Test(
        "nothing of a hostile name is left but what a reader sees",
        arguments: [
            ("photo.jpg", "photo.jpg", "photo.jpg"), ("../../etc/passwd", "passwd", "passwd"),
            ("C:\\fakepath\\x.png", "x.png", "x.png"), ("", "file", "file"), ("...", "file", "file"),
            (".htaccess", "htaccess", "htaccess"), ("a\u{202E}gnp.exe", "agnp.exe", "agnp.exe"),
            ("a\u{0}b\r\nc\u{7F}.txt", "ab c.txt", "ab-c.txt"), ("  x  y .pdf ", "x y .pdf", "x-y.pdf"),
            ("Übung №3.pdf", "Übung №3.pdf", "ubung-3.pdf"), ("عکس.png", "عکس.png", "png"),
            ("<script>\"'|?*.html", "-script--'---.html", "script.html"), ("a..b...png", "a..b...png", "a.b.png"),
            ("\u{200B}\u{2060}\u{FEFF}", "file", "file"), ("e\u{301}.txt", "é.txt", "e.txt"),
            ("می\u{200C}خواهم.txt", "می\u{200C}خواهم.txt", "txt"), ("x.png/", "file", "file"),
        ])
    func cleaned(typed: String, text: String, address: String) {
        #expect(AttachmentName(typed).text == text)
        #expect(AttachmentName(typed).inAddress == address)
    }

    @Test("a long name keeps its ending")
    func long() {
        let name = AttachmentName(String(repeating: "x", count: 240) + ".tar.gz")
        #expect(name.text.unicodeScalars.count == 100 && name.text.hasSuffix("x.gz"))
        let combining = AttachmentName("a" + String(repeating: "\u{301}", count: 120) + ".png")
        #expect(combining.text.unicodeScalars.count <= 100)
        #expect(AttachmentName(String(repeating: "y", count: 300)).text.count == 100)
        #expect(AttachmentName("holiday.heic.jpeg").ending(in: "png").text == "holiday.heic.png")
        #expect(AttachmentName("holiday").ending(in: "png").text == "holiday.png")
    }

    @Test("an alternative text is one line without anything unseen")
    func alternative() {
        #expect(AlternativeText(" A heap\r\n with\u{202E} 3\t nodes\u{0} ").text == "A heap with 3 nodes")
        #expect(AlternativeText(String(repeating: "é", count: 400)).text.count == 300)
        #expect(AlternativeText("\u{200B}").text.isEmpty)
    }

    @Test("what looks like an address of a file is found in a text, each once")
    func named() {
        let (one, two) = (Attachment.ID(), Attachment.ID())
        let text =
            "![a](/attachments/\(one.text)/a.png) https://x/attachments/\(two.text.uppercased())/b /attachments/ "
            + "/attachments/\(one.text)/ /attachments/new /attachments/\(one.text.dropLast())"
        #expect(Attachment.named(in: text) == [one, two])
        #expect(Attachment.named(in: "").isEmpty)
    }
}
