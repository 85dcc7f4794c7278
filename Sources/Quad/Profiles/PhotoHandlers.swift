import HTTPServer
import Images
import Postgres

/// Choosing what stands for one's face.
enum PhotoHandlers {
    static func form(_ context: Context, member: Member) throws -> Response {
        try page(Attachment.ID(), nil, context, member)
    }

    static func change(_ context: Context, writer: Writer) throws -> Response {
        let form = UploadForm(context.request)
        do {
            if writer.member.photo == form.id { return context.saved(writer.member, .photoChanged) }
            guard let file = form.file else { throw AttachmentError.noFile }
            try context.spend(context.application.limits.uploads(writer))
            let received = try ReceivedFile(photo: file, crop: SquareCrop(context.request.form))
            try context.store(received)
            let (_, made) = try context.database.fetch(
                .lockMember(writer.id), .setPhoto(received, as: form.id, of: writer.id))
            guard made == 1 else { throw AttachmentError.incomplete }
        } catch let error as AttachmentError {
            return try page(form.id, error, context, writer.member)
        }
        // It stands wherever its owner wrote.
        context.changed(.everything)
        return context.saved(writer.member, .photoChanged)
    }

    static func remove(_ context: Context, member: Member) throws -> Response {
        try choosePattern(context, member, isChosen: false, .photoRemoved)
    }

    static func pattern(_ context: Context, member: Member) throws -> Response {
        try choosePattern(context, member, isChosen: true, .patternChosen)
    }

    private static func choosePattern(
        _ context: Context, _ member: Member, isChosen: Bool, _ flash: FlashCode
    ) throws -> Response {
        _ = try context.database.fetch(.removePhoto(of: member.id, choosingPattern: isChosen))
        if member.photo != nil { context.changed(.everything) }
        return context.saved(member, flash)
    }

    private static func page(
        _ id: Attachment.ID, _ error: AttachmentError?, _ context: Context, _ member: Member
    ) throws -> Response {
        let own = try context.database.fetch(.ownProfile(member.id))
        let page = PhotoPage(id, error, own, member, context.editing(member, own))
        return context.page(page, status: error?.status ?? .ok)
    }
}

/// What stands for one's face; shown by Templates/profiles/photo.html.
struct PhotoPage: Page {
    let frame: Frame
    let tabs = SettingsTab.choices(current: .profile)
    let others: [Choice]
    let id: String
    let error: String?
    let avatar: Avatar
    let pattern: Avatar
    let hasPhoto: Bool
    let isPatternChosen: Bool
    /// Of the first set-up, where it is part of that.
    let step: FirstStep?
    let stepLine: StepLine?
    let back: String

    init(
        _ id: Attachment.ID, _ error: AttachmentError?, _ own: OwnProfile, _ member: Member, _ editing: ProfileEditing
    ) {
        frame = Frame(settings: editing.around, title: "Picture")
        others = editing.parts(current: ProfilePaths.photo)
        (self.id, self.error) = (id.text, error?.sentence)
        avatar = Avatar(name: member.name, username: member.username, photo: own.photoID)
        pattern = Avatar(name: member.name, username: member.username)
        (hasPhoto, isPatternChosen) = (own.photoID != nil, own.picture == .pattern)
        (step, stepLine, back) = (editing.step, editing.stepLine, editing.back)
    }

    var fileDescription: String { error == nil ? "file-hint" : "file-hint file-error" }
}
