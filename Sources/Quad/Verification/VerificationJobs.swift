import FoundationEssentials
import Postgres

/// Lets documents go, 30 days after somebody decided about them. `AttachmentCleanUp` then deletes their bytes.
struct DocumentCleanUp: Job {
    static let kind = "document_clean_up"
    static let mostAttempts = 3
    private static let batch = 100

    func run(_ context: JobContext) throws {
        while !context.isStopping(),
            try context.database.fetch(.forgetDocuments(limit: Self.batch)) == Self.batch
        {}
    }
}

/// Tells somebody what came of the document they sent.
struct VerificationDecidedMail: Job {
    static let kind = "verification_decided_mail"

    let verification: UUID

    func run(_ context: JobContext) throws {
        let id = Verification.ID(rawValue: verification)
        guard let outcome = try context.database.fetch(.outcome(of: id)),
            let holder = try context.database.fetch(.accountHolder(outcome.user))
        else { return }
        try context.send { $0.verificationDecided(of: holder, outcome) }
    }
}

/// What a mail tells of a decision.
struct VerificationOutcome: Sendable {
    let user: Member.ID
    let type: ProfileType
    let isApproved: Bool
    let reason: String
}

extension Query where Output == VerificationOutcome? {
    static func outcome(of id: Verification.ID) -> Self {
        .first(
            """
            SELECT v.user_id, v.profile_type, v.state = 'approved', v.reason
            FROM verifications v JOIN users u ON u.id = v.user_id
            WHERE v.id = \(id) AND v.state IN ('approved', 'rejected') AND u.state IN ('active', 'silenced')
            LIMIT 1
            """, as: VerificationOutcome.init)
    }
}

extension Letters {
    func verificationDecided(of holder: AccountHolder, _ outcome: VerificationOutcome) -> Letter {
        let role = outcome.type.words.lowercased()
        return Letter(
            to: .init(address: holder.email, name: holder.name),
            subject: outcome.isApproved
                ? "You’re confirmed as \(role) at \(site)" : "Your document for \(site) wasn’t enough",
            greeting: Self.greeting(holder.name),
            paragraphs: outcome.isApproved
                ? ["A moderator looked at your document. Your profile now says “\(outcome.type.words), confirmed”."]
                : [
                    "A moderator looked at the document that should confirm you as \(role), and couldn’t.",
                    "Why: \(outcome.reason)", "You can send another whenever you like.",
                ],
            action: .init(label: "Your role", url: origin + VerificationPaths.own),
            closing: "The file is deleted 30 days from now.",
            reason: "You get this because you sent us a document to confirm a role.")
    }
}
