public import FoundationEssentials
internal import Glibc

/// A message that a program writes, as text and as HTML: a reader shows the one it is made for.
public struct MailMessage: Sendable {
    public struct Mailbox: Sendable {
        /// As people read it, in any script; may be empty.
        public var name: String
        public var address: MailAddress

        public init(name: String, address: MailAddress) {
            self.name = name
            self.address = address
        }
    }

    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    public var text: String
    public var html: String
    public var date: Date
    /// Names this message for ever: a copy with the same one is the same message.
    public var id: UUID

    public init(
        from: Mailbox, to: Mailbox, subject: String, text: String, html: String, date: Date = .now, id: UUID = UUID()
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.date = date
        self.id = id
    }

    /// The message in ASCII, with CRLF at the end of its lines, none of which is longer than 76 characters but for
    /// those with an address or the identity.
    ///
    /// Names and subject cannot end their line: control characters in them become spaces.
    /// - Source: RFC 5322 (headers), RFC 2045 to 2047 (MIME), RFC 3834 (`Auto-Submitted`).
    public func encoded() -> [UInt8] {
        // Quoted-printable text holds no “=_”.
        let boundary = "=_\(id.uuidString)"
        let head = [
            "From: \(Self.field(from))",
            "To: \(Self.field(to))",
            "Subject: \(HeaderText.words(subject))",
            "Date: \(Self.stamp(date))",
            "Message-ID: <\(id.uuidString.lowercased())@\(from.address.domain)>",
            "MIME-Version: 1.0",
            // Holiday notices and the like are not to answer it.
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "Content-Type: multipart/alternative;",
            " boundary=\"\(boundary)\"",
            "", "",
        ]
        var message = Array(head.joined(separator: "\r\n").utf8)
        // The last one is what a reader prefers.
        for (type, content) in [("plain", text), ("html", html)] {
            let partHead = [
                "--\(boundary)",
                "Content-Type: text/\(type); charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "", "",
            ]
            message += partHead.joined(separator: "\r\n").utf8
            message += QuotedPrintable.encoded(content)
            message += "\r\n".utf8
        }
        message += "--\(boundary)--\r\n".utf8
        return message
    }

    private static func field(_ mailbox: Mailbox) -> String {
        let phrase = HeaderText.phrase(mailbox.name)
        return phrase.isEmpty ? mailbox.address.text : "\(phrase)\r\n <\(mailbox.address.text)>"
    }

    /// "Tue, 20 Oct 2026 09:00:00 +0000"
    private static func stamp(_ date: Date) -> String {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(1900 + Int(parts.tm_year)) "
            + time.joined(separator: ":") + " +0000"
    }
}
