import HTTPServer
import Postgres

/// Looking at documents and deciding.
enum DecisionHandlers {
    private static let pageSize = 20

    static func queue(_ context: Context, moderator: Moderator) throws -> Response {
        try show(context, moderator, nil, status: .ok)
    }

    static func approve(_ context: Context, moderator: Moderator) throws -> Response {
        try decide(context, moderator, .approved, because: "", flash: .documentApproved)
    }

    static func reject(_ context: Context, moderator: Moderator) throws -> Response {
        let typed = context.request.form["reason"] ?? ""
        var mistakes = FormMistakes()
        let reason = mistakes.check("reason") { () throws(ProfileFault) in
            guard !typed.trimmed.isEmpty else {
                throw ProfileFault(
                    message: "Say why, so that they know what to send instead.", summary: "Say why")
            }
            return try ProfileLine.checked(typed, "Reason", 500)
        }
        guard let reason else {
            let id = try context.parameter("id", as: Verification.ID.self)
            let refusal = DecisionPage.Refusal(id: id, reason: typed, error: mistakes["reason"])
            return try show(context, moderator, refusal, status: .unprocessableContent)
        }
        return try decide(context, moderator, .rejected, because: reason, flash: .documentRejected)
    }

    private static func decide(
        _ context: Context, _ moderator: Moderator, _ state: Verification.State, because reason: String,
        flash: FlashCode
    ) throws -> Response {
        let id = try context.parameter("id", as: Verification.ID.self)
        let decided = try context.database.transaction { database -> DecidedVerification? in
            let decided = try database.fetch(.decide(id, state, because: reason, by: moderator))
            if decided != nil { _ = try database.fetch(.enqueue(VerificationDecidedMail(verification: id.rawValue))) }
            return decided
        }
        guard let decided else {
            let (state, waiting) = try context.database.fetch(
                .verificationState(id, besides: moderator), .verifications(of: moderator.id))
            if waiting.contains(where: { $0.id == id }) { throw VerificationError.ownDocument }
            guard state != nil else { throw NotFound() }
            throw VerificationError.decidedBefore
        }
        context.changed(.member(decided.username))
        return context.redirect(to: VerificationPaths.queue, flash: flash)
    }

    private static func show(
        _ context: Context, _ moderator: Moderator, _ refusal: DecisionPage.Refusal?, status: HTTPStatus
    ) throws -> Response {
        let after = context.request.query["after"].flatMap(Verification.ID.init(text:))
        let found = try context.database.fetch(
            .waitingVerifications(after: after, limit: pageSize + 1, for: moderator))
        let shown = Array(found.prefix(pageSize))
        let page = DecisionPage(
            shown, goesOn: found.count > shown.count, isFirst: after == nil, refusal, around: context.around,
            wording: context.wording)
        return context.page(page, status: status)
    }
}
