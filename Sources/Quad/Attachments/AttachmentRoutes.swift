import HTTPServer

extension [Route] {
    static let attachments: [Route] = [
        .get(AttachmentPaths.new, for: .writer, AttachmentHandlers.form),
        .post(AttachmentPaths.all, for: .writer, lane: .heavy, AttachmentHandlers.upload),
        .post("/attachments/:id/removal", for: .writer, AttachmentHandlers.remove),
        .get("/attachments/:id/:name", for: .anyone, isPart: true, AttachmentServing.file),
        .get("/c/:community/icon", for: .writer, IconHandlers.form),
        .post("/c/:community/icon", for: .writer, lane: .heavy, IconHandlers.change),
        .post("/c/:community/icon/removal", for: .writer, IconHandlers.remove),
    ]
}
