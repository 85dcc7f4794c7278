import FoundationEssentials
import HTTPServer
import Postgres

/// Bringing files along.
enum AttachmentHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        try page(UploadForm(), nil, context, writer)
    }

    /// Takes one file. Scripts that ask for JSON get it; a browser is led to the page that shows what to write.
    static func upload(_ context: Context, writer: Writer) throws -> Response {
        let form = UploadForm(context.request)
        do {
            let attachment = try receive(form, context, writer)
            return context.wantsJSON
                ? try context.json(UploadAnswer(attachment), status: .created)
                : context.redirect(to: AttachmentPaths.new, flash: .uploaded)
        } catch let error as any ResponseError where context.wantsJSON {
            var response = try context.json(UploadRefusal(message: error.sentence), status: error.status)
            if let error = error as? TooMany { response.set("Retry-After", String(error.retryAfterSeconds)) }
            return response
        } catch let error as AttachmentError {
            return try page(form, error, context, writer)
        }
    }

    static func remove(_ context: Context, writer: Writer) throws -> Response {
        let id = try context.parameter("id", as: Attachment.ID.self)
        guard try context.database.fetch(.remove(id, of: writer.member)) == 1 else { throw NotFound() }
        return context.redirect(to: AttachmentPaths.new, flash: .uploadRemoved)
    }

    private static func receive(_ form: UploadForm, _ context: Context, _ writer: Writer) throws -> Attachment {
        // A second click on what is there already is not one upload more.
        if let known = try context.database.fetch(.attachment(form.id, of: writer.member)) { return known }
        guard let file = form.file else { throw AttachmentError.noFile }
        let limits = context.application.limits
        try context.spend(limits.uploads(writer))
        let share = limits.uploadShare
        if let share, try context.database.fetch(.uploadedBytes(of: writer.id)) >= share {
            throw AttachmentError.shareIsFull(megabytes: share >> 20)
        }
        let received = try ReceivedFile(file)
        try context.store(received)
        let (_, _, made) = try context.database.fetch(
            .lockMember(writer.id),
            .add(received, as: form.id, showing: AlternativeText(form.alternative), by: writer.member, share: share),
            .attachment(form.id, of: writer.member))
        guard let made else {
            let used = try context.database.fetch(.uploadedBytes(of: writer.id))
            guard let share, used + received.byteSize > share else { throw AttachmentError.incomplete }
            throw AttachmentError.shareIsFull(megabytes: share >> 20)
        }
        return made
    }

    private static func page(
        _ form: UploadForm, _ error: AttachmentError?, _ context: Context, _ writer: Writer
    ) throws -> Response {
        let uploads = try context.database.fetch(.unclaimed(of: writer.member))
        let page = AttachmentsPage(
            form, error, uploads: uploads, around: context.around, wording: context.wording)
        return context.page(page, status: error?.status ?? .ok)
    }
}

/// The form of an upload as it came.
struct UploadForm: Sendable {
    /// The new attachment's identity, so that sending the form twice makes one.
    var id = Attachment.ID()
    var alternative = ""
    var file: UploadedFile?
}

extension UploadForm {
    init(_ request: Request) {
        self.init(
            id: request.form["id"].flatMap(Attachment.ID.init(text:)) ?? Attachment.ID(),
            alternative: request.form["alt"] ?? "", file: request.file("file"))
    }
}

extension Request {
    /// The file of a field, where there is exactly one.
    func file(_ name: String) -> UploadedFile? {
        guard case .multipart(let form) = body else { return nil }
        let files = form.files.filter { $0.name == name }
        return files.count == 1 ? files.first : nil
    }
}

/// What a script learns of its upload.
private struct UploadAnswer: Encodable {
    let id, name: String
    let isImage: Bool
    let markdown: String

    init(_ attachment: Attachment) {
        (id, name, markdown) = (attachment.id.text, attachment.name.text, attachment.markdown)
        isImage = attachment.picture != nil
    }
}

private struct UploadRefusal: Encodable {
    let message: String
}

extension ResponseError {
    fileprivate var sentence: String {
        [message.map { $0 + "." }, advice].compactMap(\.self).joined(separator: " ")
    }
}

extension Context {
    fileprivate var wantsJSON: Bool { request.headers["Accept"]?.contains("application/json") == true }

    fileprivate func json(_ value: some Encodable, status: HTTPStatus) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = [UInt8](try encoder.encode(value))
        return Response(
            status: status, headers: [Header(name: "Content-Type", value: "application/json")], body: .bytes(bytes))
    }

    /// Puts a file's bytes into the storage; an hour later they are gone unless an attachment has them.
    func store(_ file: ReceivedFile) throws { try store(file.pieces) }

    func store(_ pieces: [ReceivedFile.Piece]) throws {
        // In one order, so that two uploads of the same bytes cannot wait for each other.
        for piece in pieces.sorted(by: { $0.hash.bytes.lexicographicallyPrecedes($1.hash.bytes) }) {
            _ = try database.fetch(.expect(piece))
            do {
                try application.storage.put(piece.bytes, as: piece.hash)
            } catch {
                noteFault(error)
                throw error.forMember
            }
        }
    }

    func noteFault(_ error: StorageError) {
        application.log.line { line in
            line.member("event", "fault")
            line.member("id", request.id.description)
            line.member("error", error.description)
        }
    }
}
