import FoundationEssentials
import Markdown
import Postgres

extension SQL {
    /// The place an attachment `a` belongs to: comment `k`, post `p`, community `c`, as far as there are any.
    static let attachmentPlace: SQL = """
        LEFT JOIN comments k ON k.id = a.comment_id
        LEFT JOIN posts p ON p.id = coalesce(a.post_id, k.post_id)
        LEFT JOIN communities c ON c.id = coalesce(p.community_id, a.community_id)
        """

    static let isUnclaimed: SQL = "num_nonnulls(a.post_id, a.comment_id, a.community_id, a.photo_of) = 0"

    /// Whether `viewer` may see attachment `a`: who can read the place it belongs to; while there is none, its uploader
    /// alone. What is in a removed post or comment is gone with it. A photo belongs to the profile it is shown on.
    static func visibleAttachment(to viewer: Viewer) -> SQL {
        let ownComment: SQL = viewer.member.map { "OR k.state = 'in_review' AND k.author_id = \($0.id)" } ?? ""
        let own: SQL = viewer.member.map { "OR \(isUnclaimed) AND a.uploader_id = \($0.id)" } ?? ""
        return """
            (c.id IS NOT NULL AND (a.community_id IS NOT NULL AND \(readable(by: viewer))
                OR p.state <> 'removed' AND \(readablePost(by: viewer))
                    AND (k.id IS NULL OR k.state = 'published' \(ownComment)))
                OR a.photo_of IS NOT NULL AND \(isShownPhoto(to: viewer))
             \(own))
            """
    }
}

extension SQL {
    /// Whether attachment `a` is the photo that somebody shows now, and the viewer may open their profile.
    fileprivate static func isShownPhoto(to viewer: Viewer) -> SQL {
        "EXISTS (SELECT FROM users u WHERE u.id = a.photo_of AND u.photo_id = a.id AND \(openProfile(for: viewer)))"
    }
}

extension Query where Output == Int {
    /// Says that bytes are about to be put into the storage; they stay for an hour at least.
    static func expect(_ piece: ReceivedFile.Piece) -> Self {
        .execute(
            """
            INSERT INTO stored_files (hash, byte_size) VALUES (\(piece.hash.bytes), \(piece.bytes.count)::integer)
            ON CONFLICT (hash) DO UPDATE SET touched_at = now()
            """
        ).idempotent
    }

    /// Bytes of all that a member has uploaded and is kept.
    static func uploadedBytes(of member: Member.ID) -> Self {
        .value("SELECT coalesce(sum(byte_size), 0)::bigint FROM attachments WHERE uploader_id = \(member)")
    }

    /// Begins after the member's row is taken, so that the sum is the one that counts.
    ///
    /// - Parameter share: bytes that the member may have in all; `nil` for no limit.
    /// - Returns: 0 when nothing was written: the share is used up, or a row of this identity is there already.
    static func add(
        _ file: ReceivedFile, as id: Attachment.ID, showing text: AlternativeText, by member: Member, share: Int?
    ) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO attachments (id, uploader_id, file_hash, small_hash, media_type, byte_size, width, height,
                small_width, name, alternative)
            SELECT \(id), \(member.id), \(columns(of: file)), \(file.name.text), \(text.text)
            WHERE \(share)::bigint IS NULL
                OR (SELECT coalesce(sum(byte_size), 0) FROM attachments WHERE uploader_id = \(member.id))
                    + \(file.byteSize)::bigint <= \(share)::bigint
            ON CONFLICT (id) DO NOTHING
            """
        ).idempotent
    }

    /// Hashes to widths of a file on its way into the table.
    static func columns(of file: ReceivedFile) -> SQL {
        """
        \(file.file.hash.bytes), \(file.small?.hash.bytes), \(file.mediaType), \(file.byteSize)::integer,
        \(file.picture?.width)::integer, \(file.picture?.height)::integer, \(file.picture?.smallWidth)::integer
        """
    }

    /// Removes an upload that nothing names yet.
    static func remove(_ id: Attachment.ID, of member: Member) -> Self {
        .execute("DELETE FROM attachments a WHERE a.id = \(id) AND a.uploader_id = \(member.id) AND \(SQL.isUnclaimed)")
    }
}

extension SQL {
    /// `Attachment`'s columns of `attachments a`.
    fileprivate static let attachmentColumns: SQL = """
        a.id, a.name, a.media_type, a.byte_size, a.width, a.height, a.small_width, a.alternative, a.created_at
        """
}

extension Query where Output == Attachment? {
    /// One that its uploader has just sent, or sent before under the same identity.
    static func attachment(_ id: Attachment.ID, of member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.attachmentColumns) FROM attachments a WHERE a.id = \(id) AND a.uploader_id = \(member.id) LIMIT 1
            """, as: Attachment.init)
    }
}

extension Query where Output == [Attachment] {
    /// A member's uploads that nothing names yet, the newest first.
    static func unclaimed(of member: Member) -> Self {
        .all(
            """
            SELECT \(SQL.attachmentColumns)
            FROM attachments a
            WHERE a.uploader_id = \(member.id) AND \(SQL.isUnclaimed)
            ORDER BY a.created_at DESC, a.id DESC
            LIMIT 50
            """, as: Attachment.init)
    }

    /// Those of some attachments that a writer may show: own ones, and what they can see anyway.
    static func attachments(_ ids: [Attachment.ID], for writer: Member) -> Self {
        .all(
            """
            SELECT \(SQL.attachmentColumns)
            FROM attachments a \(SQL.attachmentPlace)
            WHERE a.id = ANY (\(ids)) AND \(SQL.visibleAttachment(to: .member(writer)))
            LIMIT 100
            """, as: Attachment.init)
    }
}

extension Attachment {
    init(
        id: ID, name: String, mediaType: String, byteSize: Int, width: Int?, height: Int?, smallWidth: Int?,
        alternative: String, createdAt: Date
    ) {
        var picture: Upload.Picture?
        if let width, let height { picture = Upload.Picture(width: width, height: height, smallWidth: smallWidth) }
        self.init(
            id: id, name: AttachmentName(stored: name), mediaType: mediaType, byteSize: byteSize, picture: picture,
            alternative: alternative, createdAt: createdAt)
    }
}

/// A file on its way to who asked for it.
struct ServedFile: Sendable {
    struct Piece: Sendable {
        let hash: ContentHash
        let size: Int
    }

    let name: AttachmentName
    let mediaType: String
    let isPicture: Bool
    let file: Piece
    let small: Piece?
    /// Whether anyone on the internet may see it.
    let isPublic: Bool
}

extension Query where Output == ServedFile? {
    static func servedFile(_ id: Attachment.ID, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT a.name, a.media_type, a.width IS NOT NULL, f.hash, f.byte_size, s.hash, s.byte_size,
                coalesce(c.visibility = 'public' AND (p.id IS NULL OR p.state IN ('published', 'archived'))
                    AND (k.id IS NULL OR k.state = 'published'), false)
            FROM attachments a
            JOIN stored_files f ON f.hash = a.file_hash
            LEFT JOIN stored_files s ON s.hash = a.small_hash
            \(SQL.attachmentPlace)
            WHERE a.id = \(id) AND \(SQL.visibleAttachment(to: viewer))
            LIMIT 1
            """
        ) {
            (
                name: String, mediaType: String, isPicture: Bool, hash: [UInt8], size: Int, smallHash: [UInt8]?,
                smallSize: Int?, isPublic: Bool
            ) in
            var small: ServedFile.Piece?
            if let smallHash, let smallSize {
                small = ServedFile.Piece(hash: ContentHash(bytes: smallHash), size: smallSize)
            }
            return ServedFile(
                name: AttachmentName(stored: name), mediaType: mediaType, isPicture: isPicture,
                file: ServedFile.Piece(hash: ContentHash(bytes: hash), size: size), small: small,
                isPublic: isPublic)
        }
    }
}
