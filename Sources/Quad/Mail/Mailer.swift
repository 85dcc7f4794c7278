import Cryptography
import Postgres
import WebClient

/// Takes letters to where their readers find them.
protocol Mailer: Sendable {
    /// - Parameter database: the caller's own connection, for a mailer that keeps letters there.
    /// - Throws: `MailError`, or `PostgresError` from a mailer that keeps them.
    func send(_ letter: Letter, on database: Connection) throws
}

extension Settings {
    /// How this campus sends mail: a demonstration shows its mails at /dev/mail and sends none, because its people do
    /// not exist; `nil` elsewhere while `SMTP_URL` is not set.
    func mailer(under head: Letterhead, isDemonstration: Bool) -> (any Mailer)? {
        if isDemonstration { return DemonstrationMailbox(head: head) }
        return mail.map { SMTPMailer(client: MailClient($0.server), sender: $0.sender, head: head) }
    }
}

/// Sends letters through the installation's mail server. Blocks its thread for 30 s at most.
struct SMTPMailer: Mailer {
    let client: MailClient
    let sender: MailAddress
    let head: Letterhead

    func send(_ letter: Letter, on database: Connection) throws {
        guard let recipient = MailAddress(letter.recipient.address) else { throw MailError.invalidAddress }
        let message = MailMessage(
            from: .init(name: head.name, address: sender), to: .init(name: letter.recipient.name, address: recipient),
            subject: letter.subject, text: letter.text(under: head), html: letter.html(under: head),
            id: UUIDv7.generate())
        try client.send(message.encoded(), from: sender.text, to: recipient.text)
    }
}

/// Keeps letters in the database, for a campus whose people do not exist.
struct DemonstrationMailbox: Mailer {
    let head: Letterhead

    func send(_ letter: Letter, on database: Connection) throws {
        _ = try database.fetch(
            .keep(
                DemonstrationMail.ID(), to: letter.recipient.address, subject: letter.subject,
                text: letter.text(under: head), html: letter.html(under: head)))
    }
}
