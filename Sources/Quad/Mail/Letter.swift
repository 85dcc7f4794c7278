/// What a mail says, once: its HTML part and its plain part are both written from it.
struct Letter: Sendable {
    struct Recipient: Sendable {
        let address: String
        let name: String
    }

    /// The one thing to do.
    struct Action: Sendable {
        let label: String
        /// A whole address, percent-encoded.
        let url: String
    }

    /// One line of a list: "Device", "Firefox on Linux".
    struct Fact: Sendable {
        let label: String
        let value: String
    }

    let recipient: Recipient
    let subject: String
    /// "Hi Noor,"
    let greeting: String
    let paragraphs: [String]
    let facts: [Fact]
    let action: Action?
    /// What is left to say below that: until when the link works, or what to do if it wasn't you.
    let closing: String?
    /// Why this mail was sent, to whoever did not expect it.
    let reason: String

    init(
        to recipient: Recipient, subject: String, greeting: String, paragraphs: [String], facts: [Fact] = [],
        action: Action? = nil, closing: String? = nil, reason: String
    ) {
        self.recipient = recipient
        self.subject = subject
        self.greeting = greeting
        self.paragraphs = paragraphs
        self.facts = facts
        self.action = action
        self.closing = closing
        self.reason = reason
    }
}

/// Whom every letter is from.
struct Letterhead: Sendable {
    /// "Quad at Alder Bay University"
    let name: String
    /// "https://quad.alderbay.example"
    let address: String

}
