import HTTPServer
import Postgres

/// Proving one's own role.
enum DocumentHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        try page(VerificationForm(), FormMistakes(), context, member)
    }

    static func submit(_ context: Context, writer: Writer) throws -> Response {
        let form = VerificationForm(context.request)
        var mistakes = FormMistakes()
        let (type, kind) = form.checked(&mistakes)
        let document = mistakes.check("file") { () throws(ProfileFault) in
            do throws(AttachmentError) {
                guard let file = form.file else { throw .noFile }
                return try ReceivedDocument(file)
            } catch {
                throw ProfileFault(message: error.sentence, summary: "Choose another file")
            }
        }
        guard let type, let kind, let document else {
            return try page(form, mistakes, context, writer.member, status: .unprocessableContent)
        }
        try context.spend(context.application.limits.uploads(writer))
        try context.store([document.piece])
        let (made, own, proven, profile) = try context.database.fetch(
            .submit(document, as: form.id, kind, for: type, by: writer.member), .verifications(of: writer.id),
            .provenTypes(of: writer.id), .ownProfile(writer.id))
        if made == 0, !own.contains(where: { $0.id == form.id }) {
            if proven.contains(type) { throw VerificationError.provenAlready }
            throw profile.types.contains(type) ? VerificationError.waitsAlready : .notOfThisType
        }
        return context.redirect(to: VerificationPaths.own, flash: .documentSent)
    }

    static func withdraw(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("id", as: Verification.ID.self)
        guard try context.database.fetch(.withdraw(id, by: member)) == 1 else {
            let own = try context.database.fetch(.verifications(of: member.id))
            guard own.contains(where: { $0.id == id }) else { throw NotFound() }
            throw VerificationError.decidedBefore
        }
        return context.redirect(to: VerificationPaths.own, flash: .documentTakenBack)
    }

    private static func page(
        _ form: VerificationForm, _ mistakes: FormMistakes, _ context: Context, _ member: Member,
        status: HTTPStatus = .ok
    ) throws -> Response {
        let (profile, own, proven) = try context.database.fetch(
            .ownProfile(member.id), .verifications(of: member.id), .provenTypes(of: member.id))
        let page = VerificationPage(
            form, mistakes, profile, own, proven: proven, around: context.around, wording: context.wording)
        return context.page(page, status: status)
    }
}

/// The form of a document as it came.
struct VerificationForm: Sendable {
    /// The new row's identity, so that sending the form twice makes one.
    var id = Verification.ID()
    var type = ""
    var kind = ""
    var file: UploadedFile?

    init() {}

    init(_ request: Request) {
        id = request.form["id"].flatMap(Verification.ID.init(text:)) ?? Verification.ID()
        (type, kind) = (request.form["type"] ?? "", request.form["document"] ?? "")
        file = request.file("file")
    }

    fileprivate func checked(_ mistakes: inout FormMistakes) -> (ProfileType?, DocumentKind?) {
        let (type, kind) = (ProfileType(rawValue: type), DocumentKind(rawValue: kind))
        if type == nil {
            mistakes.add(ProfileFault(message: "Choose what it proves.", summary: "Choose what it proves"), to: "type")
        }
        if kind == nil {
            mistakes.add(
                ProfileFault(message: "Choose what kind of document it is.", summary: "Choose the kind of document"),
                to: "document")
        }
        return (type, kind)
    }
}

/// Sending a document to those who may see it: as a file to keep, never as a page of this site.
enum DocumentServing {
    static func document(_ context: Context, member: Member) throws -> Response {
        let id = try context.parameter("id", as: Verification.ID.self)
        guard let document = try context.database.fetch(.document(id, for: member)) else { throw NotFound() }
        let ending = document.mediaType == "application/pdf" ? "pdf" : document.mediaType == "image/png" ? "png" : "jpg"
        var response = Response(
            status: .ok,
            headers: [
                Header(name: "Content-Type", value: document.mediaType),
                Header(name: "Content-Disposition", value: "attachment; filename=\"document.\(ending)\""),
                Header(name: "Cache-Control", value: "private, no-store"),
                Header(name: "Content-Security-Policy", value: "default-src 'none'; sandbox; frame-ancestors 'none'"),
            ])
        do {
            response.body = try context.application.storage.read(document.hash, size: document.byteSize)
        } catch {
            context.noteFault(error)
            throw AttachmentAway()
        }
        return response
    }
}
