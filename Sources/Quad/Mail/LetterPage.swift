import HTML

/// A letter's HTML part; shown by Templates/mail/letter.html.
struct LetterPage: HTML.Page {
    let head: Letterhead
    let letter: Letter
}

extension Letter {
    func html(under head: Letterhead) -> String {
        String(decoding: LetterPage(head: head, letter: self).rendered(capacity: 8_192), as: UTF8.self)
    }
}
