import HTTPServer

extension [Route] {
    static let verification: [Route] = [
        .get(VerificationPaths.own, for: .member, DocumentHandlers.form),
        .post(VerificationPaths.own, for: .writer, lane: .heavy, DocumentHandlers.submit),
        .post("/settings/verification/:id/withdrawal", for: .member, DocumentHandlers.withdraw),
        .get("/verifications/:id/document", for: .member, DocumentServing.document),
        .get(VerificationPaths.queue, for: .moderator, DecisionHandlers.queue),
        .post("/admin/verifications/:id/approval", for: .moderator, DecisionHandlers.approve),
        .post("/admin/verifications/:id/rejection", for: .moderator, DecisionHandlers.reject),
    ]
}
