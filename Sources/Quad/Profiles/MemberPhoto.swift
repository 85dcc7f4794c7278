import HTTPServer
import Images
import Postgres

/// A person's photo.
enum MemberPhoto {
    /// Pixels of its two sizes: twice what a profile and a list take, and a little more.
    static let sides = [256, 128]
    static let name = AttachmentName(stored: "photo")
}

extension SquareCrop {
    /// What a form says of it, as shares of the picture: where its left and upper edge are, and how much of the
    /// shorter side it takes. `nil`, the middle, where it says nothing that can be read.
    init?(_ form: FormFields) {
        let numbers = ["crop-x", "crop-y", "crop-side"].map { form[$0].flatMap(Double.init) }
        guard let x = numbers[0], let y = numbers[1], let side = numbers[2] else { return nil }
        self.init(x: x, y: y, side: side)
    }
}

extension Query where Output == Int {
    /// Gives somebody a new photo; the one before is nobody's any more, and goes.
    ///
    /// - Returns: 0 when a row of this identity is there already.
    static func setPhoto(_ file: ReceivedFile, as id: Attachment.ID, of member: Member.ID) -> Self {
        Query<Int>.execute(
            """
            WITH made AS (
                INSERT INTO attachments (id, uploader_id, file_hash, small_hash, media_type, byte_size, width, height,
                    small_width, name, photo_of)
                VALUES (\(id), \(member), \(columns(of: file)), \(file.name.text), \(member))
                ON CONFLICT (id) DO NOTHING
                RETURNING id
            ), freed AS (
                UPDATE attachments a SET photo_of = NULL
                FROM users u JOIN made ON true
                WHERE u.id = \(member) AND a.photo_of = u.id AND a.id <> made.id
            )
            UPDATE users u SET picture = 'photo', photo_id = made.id FROM made WHERE u.id = \(member)
            """
        ).idempotent
    }

    /// - Parameter isChosen: whether the pattern is what somebody wants, not only what stands there.
    static func removePhoto(of member: Member.ID, choosingPattern isChosen: Bool) -> Self {
        Query<Int>.execute(
            """
            WITH freed AS (
                UPDATE attachments a SET photo_of = NULL WHERE a.photo_of = \(member)
            )
            UPDATE users SET photo_id = NULL, picture = CASE WHEN \(isChosen) THEN 'pattern' END WHERE id = \(member)
            """
        ).idempotent
    }
}

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
                .lockShare(of: writer.id), .setPhoto(received, as: form.id, of: writer.id))
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
    let returnPath: String?
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
        returnPath = editing.returnPath?.text
        back = editing.returnPath?.text ?? editing.profilePath
    }

    var fileDescription: String { error == nil ? "file-hint" : "file-hint file-error" }
}
