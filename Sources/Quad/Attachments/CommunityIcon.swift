import HTTPServer
import Markdown
import Postgres

/// A community's picture.
enum CommunityIcon {
    /// Pixels of its two sizes: twice what the largest and the usual plate take.
    static let sides = [256, 128]
    static let name = AttachmentName(stored: "icon")
}

extension Query where Output == Int {
    /// Gives a community a new picture; the one before is nobody's any more.
    ///
    /// - Returns: 0 when nothing was written: its sender may not, or a row of this identity is there already.
    static func setIcon(_ file: ReceivedFile, as id: Attachment.ID, of community: String, by member: Member) -> Self {
        Query<Int>.execute(
            """
            WITH place AS (
                SELECT c.id, c.icon_id
                FROM communities c
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id)
                WHERE c.slug = \(community) AND c.state = 'active' AND \(SQL.moderates(member))
                    AND \(SQL.readable(by: .member(member)))
            ), made AS (
                INSERT INTO attachments (id, uploader_id, file_hash, small_hash, media_type, byte_size, width, height,
                    small_width, name, community_id)
                SELECT \(id), \(member.id), \(columns(of: file)), \(file.name.text), place.id
                FROM place
                ON CONFLICT (id) DO NOTHING
                RETURNING id, community_id
            ), freed AS (
                UPDATE attachments a SET community_id = NULL
                FROM place JOIN made ON made.community_id = place.id
                WHERE a.id = place.icon_id
            )
            UPDATE communities c SET icon_id = made.id FROM made WHERE c.id = made.community_id
            """
        ).idempotent
    }

    /// Back to the letters.
    static func removeIcon(of community: String, by member: Member) -> Self {
        Query<Int>.execute(
            """
            WITH place AS (
                SELECT c.id, c.icon_id
                FROM communities c
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id)
                WHERE c.slug = \(community) AND \(SQL.moderates(member)) AND \(SQL.readable(by: .member(member)))
            ), freed AS (
                UPDATE attachments a SET community_id = NULL FROM place WHERE a.id = place.icon_id
            )
            UPDATE communities c SET icon_id = NULL FROM place WHERE c.id = place.id
            """
        ).idempotent
    }
}

/// Choosing a community's picture.
enum IconHandlers {
    static func form(_ context: Context, writer: Writer) throws -> Response {
        let place = try place(context, writer)
        return context.page(IconPage(place, UploadForm(), nil, around: context.around))
    }

    static func change(_ context: Context, writer: Writer) throws -> Response {
        let place = try place(context, writer)
        let form = UploadForm(context.request)
        do {
            guard place.iconID != form.id else { return lead(to: place, context, flash: .iconChanged) }
            guard let file = form.file else { throw AttachmentError.noFile }
            try context.spend(context.application.limits.uploads(writer))
            let received = try ReceivedFile(icon: file)
            try context.store(received)
            let (_, made) = try context.database.fetch(
                .lockCommunity(place.slug), .setIcon(received, as: form.id, of: place.slug, by: writer.member))
            guard made == 1 else { throw AttachmentError.incomplete }
        } catch let error as AttachmentError {
            return context.page(IconPage(place, form, error, around: context.around), status: error.status)
        }
        context.changed(.community(place.slug), .communities, .front)
        return lead(to: place, context, flash: .iconChanged)
    }

    static func remove(_ context: Context, writer: Writer) throws -> Response {
        let place = try place(context, writer)
        _ = try context.database.fetch(.lockCommunity(place.slug), .removeIcon(of: place.slug, by: writer.member))
        context.changed(.community(place.slug), .communities, .front)
        return lead(to: place, context, flash: .iconRemoved)
    }

    private static func lead(to place: WritingPlace, _ context: Context, flash: FlashCode) -> Response {
        context.redirect(to: place.path, flash: flash)
    }

    /// - Throws: `NotFound` where the community is none of the writer's business, `.notModerator` where they only read.
    private static func place(_ context: Context, _ writer: Writer) throws -> WritingPlace {
        let slug = try context.parameter("community")
        guard let place = try context.database.fetch(.writingPlace(slug, for: writer.member)) else { throw NotFound() }
        guard place.standing == .moderator else { throw AttachmentError.notModerator(path: place.path) }
        if place.isArchived { throw WritingRefusal.closed(place: place.name, path: place.path) }
        return place
    }
}
