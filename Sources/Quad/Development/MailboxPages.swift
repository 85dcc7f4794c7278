import HTML

/// The newest mails, to whomever they went; shown by Templates/dev/mailbox.html.
struct MailboxPage: Page {
    struct Item: Sendable {
        let path: String
        let subject: String
        let recipient: String
        let sent: Moment
    }

    let frame: Frame
    let items: [Item]

    let empty = EmptyState(
        "No mail yet", why: "What this campus would send, to confirm an address for example, is kept here instead.")

    init(_ mails: [DemonstrationMail.Summary], around: Surroundings, wording: Wording) {
        frame = Frame(around: around, title: "Mail", indexable: false)
        items = mails.map { mail in
            Item(
                path: MailboxPaths.mail(mail.id), subject: mail.subject, recipient: mail.recipient,
                sent: wording.ago(mail.sentAt))
        }
    }
}

/// One mail, its plain part written out; shown by Templates/dev/mail.html.
struct MailPage: Page {
    let frame: Frame
    let subject: String
    let recipient: String
    let sent: Moment
    let text: LinkedText
    let htmlPath: String

    init(_ mail: DemonstrationMail, around: Surroundings, wording: Wording) {
        frame = Frame(around: around, title: mail.subject, indexable: false)
        subject = mail.subject
        recipient = mail.recipient
        sent = wording.exact(mail.sentAt)
        text = LinkedText(mail.text, origin: around.site.origin)
        htmlPath = MailboxPaths.html(mail.id)
    }
}
