import FoundationEssentials

/// A mail of a demonstration campus, kept instead of sent.
struct DemonstrationMail: Sendable {
    typealias ID = Quad.ID<DemonstrationMail>

    let id: ID
    let recipient: String
    let subject: String
    let sentAt: Date
    let text: String
    let html: String

    /// As a list shows it.
    struct Summary: Sendable {
        let id: ID
        let recipient: String
        let subject: String
        let sentAt: Date
    }
}
