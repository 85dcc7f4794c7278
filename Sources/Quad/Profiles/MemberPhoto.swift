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
